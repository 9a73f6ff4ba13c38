import { type Book, valueAt, valuesAt } from './book.ts'
import type { Comparison } from './compare.ts'
import { AT, levelCodes } from './model/fields.ts'
import { looseSpelling } from './text/fold-name.ts'
import { consonants, readsAs } from './text/sound.ts'
import type { EmailValue } from './values/email.ts'
import type { NameValue } from './values/name.ts'

/** A shorter name stands in many a word. */
const SHORTEST_NAME = 3

/** A Persian name is written without most of its vowels: `رضا موسوی` is in `reza.mousavi` and in `rmousavi`. */
const isReadIn = ({ plain, consonants: bare }: NameValue, { joined, words }: EmailValue): boolean =>
  (bare.length >= SHORTEST_NAME && consonants(joined).includes(bare)) ||
  words.some((word) => readsAs(plain, word) || readsAs(plain, word.slice(1)))

const isIn = (name: NameValue, email: EmailValue): boolean =>
  (name.loose.length >= SHORTEST_NAME && looseSpelling(email.joined).includes(name.loose)) ||
  (name.script === 'arabic' && isReadIn(name, email))

const emailCodes = levelCodes(AT.email)
const givenCodes = levelCodes(AT.given)
const [LOCAL, DOMAIN] = [emailCodes.get('local'), emailCodes.get('domain')]
const [SOUNDS, SIMILAR] = [givenCodes.get('sounds'), givenCodes.get('similar')]
const DIFFERS = givenCodes.get('differs') ?? 0

/**
 * Takes back what e-mail addresses only seem to say, because they say a name again (`anna.berg@`): the same name at two
 * firms has the same e-mail name by itself; and of two at one firm, each with an own given name in the address, a name
 * that sounds like the other's is no slip.
 */
export const createRepeats = (book: Book): ((a: number, b: number, pair: Comparison) => void) => {
  const says = (index: number, email: EmailValue, fields: readonly number[]): boolean =>
    fields.some((at) => {
      const name = book.names.get(valueAt(book, index, at))
      return name !== undefined && isIn(name, email)
    })
  const anySays = (index: number, fields: readonly number[], other?: number): boolean =>
    valuesAt(book, index, AT.email).some((id) => {
      const email = book.emails.get(id)
      if (email === undefined || !says(index, email, fields)) return false
      return other === undefined || !says(other, email, fields)
    })
  const [ANY, GIVEN] = [[AT.given, AT.family], [AT.given]]
  return (a, b, { levels }) => {
    const email = levels[AT.email]
    if (email === LOCAL && anySays(a, ANY) && anySays(b, ANY)) levels[AT.email] = 0
    const given = levels[AT.given]
    if (email !== DOMAIN || (given !== SOUNDS && given !== SIMILAR)) return
    if (anySays(a, GIVEN, b) && anySays(b, GIVEN, a)) levels[AT.given] = DIFFERS
  }
}
