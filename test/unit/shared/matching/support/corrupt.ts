import type { Person } from './people.ts'
import type { Random } from './random.ts'

/**
 * Slips as Febrl's generator makes them (Christen 2005, “Probabilistic data generation for deduplication and data
 * linkage”): of the hand, of the ear, of the scanner, and of the form.
 */
const SCANNED = ['0o', '1l', '5s', '8b', 'un', 'ce', '6g', 'ij', 'vy', 'hb', 'ft', 'rn']
const HEARD = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['th', 't'],
  ['sch', 'sh'],
  ['ie', 'y'],
  ['ll', 'l'],
  ['ss', 's'],
  ['x', 'ks'],
  ['w', 'v'],
  ['ou', 'u'],
] as const

const letterLike = (random: Random, text: string): string => {
  const near = [...text].find((letter) => letter !== ' ') ?? 'a'
  if (/\d/.test(near)) return String(random.below(10))
  if (/[а-яё]/i.test(near)) return random.pick([...'абвгдежзиклмнопрстуфхцчшя'])
  if (/[\u0600-\u06ff]/.test(near)) return random.pick([...'ابپتجچحخدرزسشصطعفقکگلمنوهی'])
  return random.pick([...'abcdefghijklmnopqrstuvwxyz'])
}

export const typo = (random: Random, text: string): string => {
  if (text.length < 2) return text
  const at = random.below(text.length)
  const slip = random.next()
  if (slip < 0.25) return text.slice(0, at) + letterLike(random, text) + text.slice(at)
  if (slip < 0.5) return text.slice(0, at) + text.slice(at + 1)
  if (slip < 0.75) return text.slice(0, at) + letterLike(random, text) + text.slice(at + 1)
  if (slip < 0.9) {
    const next = Math.min(at + 1, text.length - 1)
    return text.slice(0, next - 1) + text.slice(next, next + 1) + text.slice(next - 1, next) + text.slice(next + 1)
  }
  return `${text.slice(0, at)} ${text.slice(at)}`
}

const heard = (random: Random, text: string): string => {
  const fitting = HEARD.filter(([from]) => text.includes(from))
  if (fitting.length === 0) return typo(random, text)
  const [from, to] = random.pick(fitting)
  return text.replace(from, to)
}

const scanned = (random: Random, text: string): string => {
  const fitting = SCANNED.filter((pair) => text.includes(pair.slice(0, 1)))
  if (fitting.length === 0) return typo(random, text)
  const pair = random.pick(fitting)
  return text.replace(pair.slice(0, 1), pair.slice(1))
}

const slip = (random: Random, text: string): string => random.pick([typo, typo, typo, heard, scanned])(random, text)

const SINGLE = ['givenName', 'familyName', 'street', 'city', 'region', 'postcode', 'birthday'] as const
const MANY = ['emails', 'phones', 'identifiers'] as const
type Single = (typeof SINGLE)[number]

const changeSingle = (random: Random, person: Person, field: Single): void => {
  const kind = random.next()
  if (kind < 0.18) person[field] = ''
  else if (kind < 0.24) {
    const other = field === 'givenName' ? 'familyName' : field === 'familyName' ? 'givenName' : undefined
    if (other === undefined) person[field] = slip(random, person[field])
    else {
      const held = person[field]
      person[field] = person[other]
      person[other] = held
    }
  } else if (kind < 0.28 && field === 'street') person.street = person.street.split(' ').slice(1).join(' ')
  else if (kind < 0.3 && field === 'birthday') {
    const [year, month, day] = person.birthday.split('-')
    person.birthday = `${year}-${day}-${month}`
  } else if (kind < 0.32) person[field] = `${person[field]} ${person.city}`
  else person[field] = slip(random, person[field])
}

/**
 * A copy of a person with so many changes, any field at most `perField` times.
 * @param name its number among the copies
 */
export const corrupted = (random: Random, person: Person, name: number, changes: number, perField: number): Person => {
  const copy: Person = { ...person, id: person.id.replace('org', `dup-${name}`) }
  const times = new Map<string, number>()
  for (let made = 0; made < changes; ) {
    const field = random.pick([...SINGLE, ...SINGLE, ...MANY])
    made++
    const before = times.get(field) ?? 0
    if (before >= perField) continue
    times.set(field, before + 1)
    const single = SINGLE.find((one) => one === field)
    const many = MANY.find((one) => one === field)
    if (single) changeSingle(random, copy, single)
    if (many) copy[many] = random.chance(0.3) ? [] : copy[many].map((value) => slip(random, value))
  }
  return copy
}
