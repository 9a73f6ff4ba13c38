import { oneSlip, type Slip } from './one-slip.ts'
import { common, countrySlips, endingSlips, gmailOnly, known, real } from './providers.ts'

const OF_FINGERS: ReadonlySet<Slip> = new Set(['swapped', 'doubled', 'dropped'])
/** Of shorter names too many neighbours are real. */
const LONG_ENOUGH = 5

const partsOf = (domain: string): [name: string, ending: string] => {
  const dot = domain.indexOf('.')
  return dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot + 1)]
}

const commonNames: ReadonlyMap<string, string> = new Map(common.map((domain) => [partsOf(domain)[0], domain]))

/** The domain with what cannot be an ending mended: `.con`, two dots, a comma, a dot left out. */
const mendEnding = (domain: string): string => {
  const plain = domain
    .replace(/[,;]/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/\.$/, '')
  const undotted = commonNames.get(plain) ?? [...common, ...known].find((each) => each.replaceAll('.', '') === plain)
  if (undotted !== undefined) return undotted
  const at = plain.lastIndexOf('.')
  const ending = endingSlips[plain.slice(at + 1)]
  return at > 0 && ending !== undefined ? `${plain.slice(0, at)}.${ending}` : plain
}

const ofCountry = (domain: string): string | undefined => {
  const [name, ending] = partsOf(domain)
  const full = commonNames.get(name)
  if (full === undefined || !full.endsWith('.com')) return undefined
  return countrySlips.has(ending) || (name === 'gmail' && gmailOnly.has(ending)) ? full : undefined
}

/** A slip of the fingers keeps the first letter, and of a short name only letters swapped or doubled count. */
const isOfFingers = (slip: Slip, typed: string, meant: string): boolean =>
  OF_FINGERS.has(slip) &&
  (slip === 'swapped' || typed[0] === meant[0]) &&
  (slip !== 'dropped' || meant.length >= LONG_ENOUGH)

const named = (domain: string, frequent: readonly string[]): string | undefined => {
  const [name, ending] = partsOf(domain)
  const slipOf = (target: string): Slip | undefined => {
    const [meant, targetEnding] = partsOf(target)
    return ending === targetEnding ? oneSlip(name, meant) : undefined
  }
  const exact = common.find((target) => slipOf(target) !== undefined)
  if (exact !== undefined) return exact
  const candidates = [...known, ...frequent.filter((each) => partsOf(each)[0].length >= LONG_ENOUGH)]
  return candidates.find((target) => {
    const slip = slipOf(target)
    return slip !== undefined && isOfFingers(slip, name, partsOf(target)[0])
  })
}

/**
 * The domain that was probably meant, or nothing for one that may well be what it says.
 * @param frequent domains that many in the book have: they are right, and slips of theirs are found too
 */
export const suggestDomain = (typed: string, frequent: readonly string[] = []): string | undefined => {
  const domain = typed.toLowerCase()
  const isRight = (each: string): boolean =>
    common.includes(each) || known.includes(each) || real.has(each) || frequent.includes(each)
  if (isRight(domain)) return undefined
  const mended = mendEnding(domain)
  const found = isRight(mended) ? mended : (ofCountry(mended) ?? named(mended, frequent) ?? mended)
  return found === domain ? undefined : found
}
