import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'

import { AppError } from '../app-error.ts'
import { type SyncPlace, syncPlaceSchema } from '../sync/index.ts'
import { fromBase64url, toBase64url } from './base64url.ts'

/** What another device needs to join. With the key it is worth as much as the passphrase. */
export type JoinCode = {
  place: SyncPlace
  bookId: string
  /** Of a sealed book, 32 bytes. */
  key?: Uint8Array | undefined
  /** Of the server's login: only when the person asked for it, as the code may be seen over a shoulder. */
  password?: string | undefined
}

/** Starts every code: whose it is, and its version. */
const START = 'FB1.'
const CHECK_BYTES = 4
const KEY_BYTES = 32

/** What stands in the code: short names, for a code that a camera reads at once. */
const bodySchema = z.object({
  p: syncPlaceSchema,
  b: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  k: z.string().length(43).optional(),
  w: z.string().min(1).max(1_000).optional(),
})

const checkOf = (body: Uint8Array): Uint8Array =>
  sha256(Uint8Array.from([...utf8ToBytes('fairbook join code 1\n'), ...body])).slice(0, CHECK_BYTES)

/**
 * The code as text: `FB1.`, then base64url of four bytes of SHA-256 and the parts as JSON. A usual one has some 350
 * letters, an easy QR code; a folder with a very long path may have more than one takes.
 */
export const writeJoinCode = ({ place, bookId, key, password }: JoinCode): string => {
  const parts = { p: place, b: bookId, k: key && toBase64url(key), w: password } satisfies z.input<typeof bodySchema>
  const body = utf8ToBytes(JSON.stringify(parts))
  return `${START}${toBase64url(Uint8Array.from([...checkOf(body), ...body]))}`
}

const bodyOf = (text: string): Uint8Array => {
  const bytes = fromBase64url(text)
  const body = bytes?.subarray(CHECK_BYTES)
  if (!bytes || !body || checkOf(body).some((byte, at) => byte !== bytes[at]))
    throw new AppError('invalidInput', { what: 'joinCode' })
  return body
}

/** The text in UTF-8 bytes. @throws URIError */
const utf8Of = (bytes: Uint8Array): string =>
  decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))

const partsOf = (body: Uint8Array): z.infer<typeof bodySchema> | undefined => {
  try {
    return bodySchema.safeParse(JSON.parse(utf8Of(body))).data
  } catch {
    return undefined
  }
}

/**
 * The parts of a code that was scanned or pasted; blanks and line breaks that a message put in do not count.
 * @throws AppError `newerFormat` for one of a later version, `invalidInput` with `what: 'joinCode'` for one that is
 * damaged, cut off, or no code at all
 */
export const readJoinCode = (text: string): JoinCode => {
  const code = text.replace(/\s+/g, '')
  if (/^FB[1-9]\d*\./.test(code) && !code.startsWith(START)) throw new AppError('newerFormat')
  if (!code.startsWith(START)) throw new AppError('invalidInput', { what: 'joinCode' })
  const parts = partsOf(bodyOf(code.slice(START.length)))
  const key = parts?.k === undefined ? undefined : fromBase64url(parts.k)
  if (!parts || (parts.k !== undefined && key?.length !== KEY_BYTES))
    throw new AppError('invalidInput', { what: 'joinCode' })
  return { place: parts.p, bookId: parts.b, ...(key && { key }), ...(parts.w !== undefined && { password: parts.w }) }
}
