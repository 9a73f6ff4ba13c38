import type { Row } from '../../../shared/change/index.ts'

/** Mulberry32: a small generator of random numbers that gives the same book on every run. */
const random = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const given =
  'Jonas Ona Petras Rūta Andrius Eglė Ivan Olga Dmitri Anna Ali Sara Reza Maryam Hans Greta Luis Marta Kofi Ama Yuki Ken Piotr Zofia Erik Astrid José Lucía Omar Leila Tomas Ieva'.split(
    ' ',
  )
const syllables = 'ka ri mo ber ton vis el ska dor pet ze lin ga su van ty jo nas har mel ko der fi lo'.split(' ')
const firms = 'Baltic Nord Linden Amber Forest River Iron Summit Harbor Golden'.split(' ')
const words =
  'offer oak table window order sample visit fair catalogue delivery price terrace panel frame hinge door floor quote meeting follow'.split(
    ' ',
  )
export const statuses = ['lead', 'prospect', 'customer', 'former', 'disqualified'] as const
const channels = ['call', 'email', 'meeting', 'visit']
const STAMP = '0mh2k3abc.0000.bench'
const DAY = 86_400_000
const START = Date.parse('2024-01-01T08:00:00Z')
const SPAN_DAYS = 1000

const uuid = (kind: number, index: number): string => {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0
  const time = (0x190_0000_0000 + index * 16 + kind).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8${kind}00-${mixed.toString(16).padStart(12, '0')}`
}
export const customerId = (index: number): string => uuid(1, index)

const pick = <T>(next: () => number, from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
const surname = (next: () => number): string => {
  const name = Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(next, syllables)).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
const sentence = (next: () => number, length: number): string =>
  Array.from({ length }, () => pick(next, words)).join(' ')
const instant = (next: () => number): string => new Date(START + Math.floor(next() * SPAN_DAYS * DAY)).toISOString()

export const customerAt = (index: number): Row => {
  const next = random(index)
  const [givenName, familyName, firm] = [pick(next, given), surname(next), pick(next, firms)]
  const number = String(60_000_000 + Math.floor(next() * 9_999_999))
  return {
    id: customerId(index),
    stamp: STAMP,
    kind: 'person',
    givenName,
    familyName,
    companyName: `${firm} ${surname(next)}`,
    status: pick(next, statuses),
    emails: { e1: { value: `${givenName}.${familyName}@${firm}.example`.toLowerCase(), primary: true } },
    phones: { p1: { value: `+370 ${number.slice(0, 3)} ${number.slice(3)}`, e164: `+370${number}` } },
    addresses: { a1: { kind: 'billing', city: pick(next, syllables), country: 'LT' } },
    tags: { [pick(next, words)]: true },
    source: 'source:fair',
    notes: sentence(next, 8),
    createdAt: instant(next),
  }
}

export const interactionAt = (index: number, customers: number): Row => {
  const next = random(index + 7_000_000)
  return {
    id: uuid(3, index),
    stamp: STAMP,
    channel: `channel:${pick(next, channels)}`,
    direction: 'outgoing',
    at: instant(next),
    customerId: customerId(Math.floor(index / 3) % customers),
    subject: sentence(next, 3),
    text: sentence(next, 12),
    createdAt: instant(next),
  }
}

/** Beginnings of a given name and a family name, as they are typed, from two letters on. */
export const typed = (run: number): readonly [string, string] => {
  const next = random(run + 42)
  const row = customerAt(Math.floor(next() * 5_000))
  const cut = 2 + (run % 3)
  return [String(row['givenName']).slice(0, cut).toLowerCase(), String(row['familyName']).slice(0, cut).toLowerCase()]
}

/** Different at each run, so that nobody answers from what was asked before. */
export const since = (run: number): string => new Date(START + run * 3_600_000).toISOString()
