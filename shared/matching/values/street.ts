import { bigramsOf, sharedBigrams } from '../text/bigrams.ts'
import { edits } from '../text/edits.ts'
import { foldWords, looseSpelling, romanize } from '../text/fold-name.ts'
import { soundOf } from '../text/sound.ts'

/** A street and house number, made ready for comparing. */
export type StreetValue = { plain: string; number: string; sound: string; firstSound: string; bigrams: Uint32Array }

export type StreetLevel = 'exact' | 'close' | 'part' | 'similar' | 'street' | 'differs'

/** Words for the kind of a way, folded: they are written, shortened and left out at will. */
const KINDS = new Set(
  'street st str road rd avenue ave av lane ln drive dr place pl court ct crescent cres circuit cct close cl boulevard blvd bulv way terrace tce highway hwy square sq parade pde gatve g prospektas pr aleja al plentas pl skg skersgatvis kelias strasse weg platz allee gasse улица ул проспект пр пркт переулок пер шоссе ш площадь бульвар б р бр дом д кв квартира корпус к стр خیابان خ کوچه بلوار میدان پلاک واحد ulica ul iela tn tee rue via calle flat apt apartment unit suite no nr bt butas house'
    .split(' ')
    .map((word) => foldWords(word)),
)
const NUMBER = /^\d+[a-zа-я]?$/

/** The folded text under which equal streets are kept. */
export const streetKeyOf = (street: string): string => foldWords(street)

/** @param folded a text from `streetKeyOf` */
export const readStreet = (folded: string): StreetValue => {
  const all = folded.split(' ')
  const number = all.find((word) => NUMBER.test(word)) ?? ''
  const named = all.filter((word) => !NUMBER.test(word) && !KINDS.has(word) && word.length > 1)
  const rest = named.length > 0 ? named : all.filter((word) => !NUMBER.test(word))
  const words = romanize(rest.join(' '))
    .split(' ')
    .map((word) => word.replace(/(?<=.{3})(strasse|str)$/, ''))
  const plain = words.map(looseSpelling).join('')
  return {
    plain,
    number,
    sound: soundOf(words.join('')),
    firstSound: soundOf(words[0] ?? ''),
    bigrams: bigramsOf(plain),
  }
}

const CLOSE = 0.75
const WITHIN = 0.85
const SIMILAR = 0.5

/** Two names a slip apart share at least so much: counting the edits of the others is not worth the time. */
const SLIPPED = 0.25

const isSlip = (a: string, b: string): boolean => {
  const shortest = Math.min(a.length, b.length)
  const most = shortest >= 8 ? 2 : shortest >= 4 ? 1 : 0
  return edits(a, b, most) <= most
}

/** How two addresses of a street compare: names by shared bigrams (Dice 1945), then house numbers. */
export const compareStreets = (a: StreetValue, b: StreetValue): StreetLevel => {
  const numbers = a.number === b.number ? 'same' : a.number === '' || b.number === '' ? 'unknown' : 'differ'
  const total = a.bigrams.length + b.bigrams.length
  if (a.plain === b.plain && a.plain !== '')
    return numbers === 'same' ? 'exact' : numbers === 'unknown' ? 'close' : 'street'
  if (total === 0) return numbers === 'same' && a.plain === b.plain ? 'exact' : 'differs'
  const shared = sharedBigrams(a.bigrams, b.bigrams)
  const dice = (2 * shared) / total
  const within = shared / Math.max(4, Math.min(a.bigrams.length, b.bigrams.length))
  const slip = dice >= SLIPPED && isSlip(a.plain, b.plain)
  if (numbers === 'differ') return slip || dice >= CLOSE || within >= WITHIN ? 'street' : 'differs'
  if (slip || dice >= CLOSE) return 'close'
  if (within >= WITHIN) return 'part'
  return dice >= SIMILAR ? 'similar' : 'differs'
}
