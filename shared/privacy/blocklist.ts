import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

import type { Blocked } from '../domain/index.ts'
import { readPhone } from '../phone/index.ts'
import { digitsOf, wordParts } from '../search/normalize.ts'
import type { BlockSubject } from './block-subject.ts'

export type BlockKind = Blocked['kind']
/** What stands in the blocklist of someone: the id of a row, and what it was made of. */
export type BlockHash = { kind: BlockKind; hash: string }

const emailKey = (email: string): string =>
  email
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')

/** Shorter than this, digits are an extension, which many people share. */
const FEWEST_DIGITS = 6

const phoneKey = (phone: string, country: string | undefined): string => {
  const digits = digitsOf(readPhone(phone, country).e164 ?? phone)
  return digits.length < FEWEST_DIGITS ? '' : digits
}

/** The words of a name in one order, however they were written: a name alone is no one person, so with the birthday. */
const nameKey = (name: string, birthday: string): string => {
  const words = wordParts(name).map((parts) => parts.join(''))
  return words.length === 0 ? '' : `${words.sort().join(' ')} ${birthday}`
}

const keysOf = ({ emails, phones, name, birthday, country }: BlockSubject): readonly [BlockKind, string][] => [
  ...(emails ?? []).map((email) => ['email', emailKey(email)] as [BlockKind, string]),
  ...(phones ?? []).map((phone) => ['phone', phoneKey(phone, country)] as [BlockKind, string]),
  ...(name === undefined || birthday === undefined ? [] : [['name', nameKey(name, birthday)] as [BlockKind, string]]),
]

/**
 * The hashes that stand for someone in a book's blocklist, each once: SHA-256 (FIPS 180-4) of the normalised e-mail,
 * phone, or name with birthday, salted with the book's id, so that lists of two books can't be compared. The ways of
 * normalising are part of the stored data: to change one is to forget whom it blocked.
 * Without anything usable the answer is empty.
 */
export const blockHashes = (bookId: string, subject: BlockSubject): BlockHash[] => {
  const hashes = keysOf(subject)
    .filter(([, key]) => key !== '')
    .map(([kind, key]) => ({
      kind,
      hash: bytesToHex(sha256(utf8ToBytes(`fairbook blocklist\n${bookId}\n${kind}\n${key}`))),
    }))
  return [...new Map(hashes.map((one) => [one.hash, one])).values()]
}

/**
 * By what someone is blocked, each kind once; empty when they are not.
 * @param blocked ids of the blocklist's rows that are neither removed nor erased
 */
export const blockedBy = (blocked: ReadonlySet<string>, bookId: string, subject: BlockSubject): BlockKind[] =>
  blocked.size === 0
    ? []
    : [
        ...new Set(
          blockHashes(bookId, subject)
            .filter(({ hash }) => blocked.has(hash))
            .map(({ kind }) => kind),
        ),
      ]
