import { createHash } from 'node:crypto'

/** Longest id at a target, in characters. */
const MOST = 320

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

/** As in an address, but for half a pair of UTF-16, which has no UTF-8 and must not become that of another. */
const escaped = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0
  if (isHalf(code)) return `%u${code.toString(16)}`
  return Array.from(Buffer.from(letter), (byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('')
}

const plain = (text: string): string => text.replace(/[^A-Za-z0-9._-]/gu, escaped)

/**
 * The readable id of a record: `table:id`, escaped. One that would not start with a letter, or is too long, gets a
 * start that no escaped table has; the long one is a SHA-256 from there on.
 */
export const openId = (table: string, id: string): string => {
  const whole = `${plain(table)}:${plain(id)}`
  const named = /^[A-Za-z]/.test(whole) ? whole : `r~${whole}`
  if (named.length <= MOST) return named
  return `h~${createHash('sha256')
    .update(JSON.stringify([table, id]))
    .digest('base64url')}`
}
