import { createHash, randomBytes } from 'node:crypto'

import { latinDigits } from '../../../shared/passphrase/index.ts'

/** Crockford's base32: no I, L, O, U, so that nothing is misread on paper. https://www.crockford.com/base32.html */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BYTES = 20
const GROUP = 4
/** Digits of the key and of its check: 160 and 20 bits. */
const KEY_DIGITS = 32
const CHECK_DIGITS = 4

/** The first `count` digits of these bytes, five bits each. */
const digitsOf = (bytes: Uint8Array, count: number): string => {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5 && text.length < count; bits -= 5) text += DIGITS.charAt((held >> (bits - 5)) & 31)
  }
  return text
}

const bytesOf = (digits: string): Uint8Array => {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const digit of digits) {
    held = ((held << 5) | DIGITS.indexOf(digit)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return Uint8Array.from(bytes)
}

const checkOf = (bytes: Uint8Array): string =>
  digitsOf(createHash('sha256').update('fairbook recovery key\n').update(bytes).digest(), CHECK_DIGITS)

/** How a recovery key is printed: nine groups of four, the last of them a check of the rest. */
export const recoveryKeyText = (bytes: Uint8Array): string => {
  const digits = `${digitsOf(bytes, KEY_DIGITS)}${checkOf(bytes)}`
  return Array.from({ length: digits.length / GROUP }, (_, at) => digits.slice(at * GROUP, (at + 1) * GROUP)).join('-')
}

/** 160 random bits. */
export const newRecoveryBytes = (): Uint8Array => new Uint8Array(randomBytes(BYTES))

/**
 * The bytes of a recovery key as someone typed it; undefined when its check does not fit: a slip of the hand, not a
 * wrong key. Case, blanks and dashes do not count, nor whether it is O or 0, I, L or 1, nor whose digits they are.
 */
export const readRecoveryKey = (typed: string): Uint8Array | undefined => {
  const digits = latinDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\p{White_Space}\p{Dash_Punctuation}\p{Default_Ignorable_Code_Point}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{36}$/.test(digits)) return undefined
  const bytes = bytesOf(digits.slice(0, KEY_DIGITS))
  return checkOf(bytes) === digits.slice(KEY_DIGITS) ? bytes : undefined
}
