import type { MatchRecord } from '../../../../../shared/matching/index.ts'
import { typo } from './corrupt.ts'
import { type Random, seeded } from './random.ts'

const FIRST =
  'Baltic Nordic Vilnius Kauno Amber Green Silver Royal Euro Trans Medis Namas Statyba Auto Agro Techno Info Smart Omni Delta Global City North Forest River Stone Iron Gold'.split(
    ' ',
  )
const LAST =
  'Trade Group Logistics Transport Build Consulting Systems Foods Textile Wood Metal Energy Pharma Media Design Studio Service Partners Estate Travel Labs Print'.split(
    ' ',
  )
const FORMS = ['UAB', 'MB', 'AB', 'SIA', 'GmbH', '']
const CITIES = 'Vilnius Kaunas Klaipėda Riga Tallinn Berlin'.split(' ')

type Firm = MatchRecord & { company: string }

const written = (random: Random, name: string, form: string): string =>
  random.pick([`${form} ${name}`, `${name}, ${form}`, `${form} „${name}“`, name.toUpperCase(), name]).trim()

const firmAt = (random: Random, index: number, name: string, form: string): Firm => ({
  id: `rec-${index}-org`,
  company: written(random, name, form),
  city: random.pick(CITIES),
  phones: [`+3705${1_000_000 + random.below(9_000_000)}`],
  emails: [`info@${name.toLowerCase().replace(/ /g, '')}.lt`],
  identifiers: [String(300_000_000 + random.below(10_000_000))],
})

/** Firms of different names, and as many copies as asked for: written otherwise, with slips and gaps. */
export const makeFirms = (seed: number, size: number, copied: number): Firm[] => {
  const random = seeded(seed)
  const names = new Set<string>()
  while (names.size < size) {
    names.add(`${random.pick(FIRST)}${random.pick(FIRST).toLowerCase()} ${random.pick(LAST)}`)
  }
  const firms = [...names].map((name, index) => {
    const form = random.pick(FORMS)
    return { name, form, firm: firmAt(random, index, name, form) }
  })
  const copies = firms.slice(0, copied).map(
    ({ name, form, firm }): Firm => ({
      ...firm,
      id: firm.id.replace('org', 'dup-0'),
      company: written(random, random.chance(0.4) ? typo(random, name) : name, form),
      city: random.chance(0.3) ? '' : firm.city,
      phones: random.chance(0.3) ? [] : firm.phones,
      emails: random.chance(0.4) ? [] : firm.emails,
      identifiers: random.chance(0.4) ? [] : firm.identifiers,
    }),
  )
  return [...copies, ...firms.map(({ firm }) => firm)]
}
