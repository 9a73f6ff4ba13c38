import { z } from 'zod'

/** How text becomes UTF-8 and back: `TextEncoder` and `TextDecoder`, handed in because `shared/` has neither. */
export type TextCodec = { encode: (text: string) => Uint8Array; decode: (bytes: Uint8Array) => string }

type Path = readonly (string | number)[]
type Blob = { path: Path; bytes: Uint8Array }

const HEAD = 4

const headSchema = z.object({
  value: z.unknown(),
  blobs: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).min(1), length: z.int().min(0) })),
})

/** `value` with null where bytes stood, and those bytes in order. What holds no bytes is kept as it is. */
const lift = (value: unknown, path: Path, blobs: Blob[]): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Uint8Array) {
    blobs.push({ path, bytes: value })
    return null
  }
  const before = blobs.length
  if (Array.isArray(value)) {
    const items = value.map((item, index) => lift(item, [...path, index], blobs))
    return blobs.length === before ? value : items
  }
  const entries = Object.entries(value).map(([key, item]) => [key, lift(item, [...path, key], blobs)] as const)
  return blobs.length === before ? value : Object.fromEntries(entries)
}

const isHolder = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

const put = (root: unknown, path: Path, bytes: Uint8Array): void => {
  let holder = root
  for (const step of path.slice(0, -1))
    holder = isHolder(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined
  const last = path.at(-1)
  if (last === undefined || !isHolder(holder) || !Object.hasOwn(holder, last)) throw new Error('bytes without a place')
  holder[last] = bytes
}

/**
 * One JSON value that may hold bytes, as one message: the length of the JSON (4 bytes, big endian), the JSON, then the
 * bytes one after the other. No base64: an attachment of 50 MB costs 50 MB. The value itself must be an object.
 */
export const pack = (value: object, text: TextCodec): Uint8Array<ArrayBuffer> => {
  const blobs: Blob[] = []
  const bare = lift(value, [], blobs)
  const head = text.encode(
    JSON.stringify({ value: bare, blobs: blobs.map((blob) => ({ path: blob.path, length: blob.bytes.length })) }),
  )
  const message = new Uint8Array(blobs.reduce((sum, blob) => sum + blob.bytes.length, HEAD + head.length))
  new DataView(message.buffer).setUint32(0, head.length)
  message.set(head, HEAD)
  let at = HEAD + head.length
  for (const { bytes } of blobs) {
    message.set(bytes, at)
    at += bytes.length
  }
  return message
}

/**
 * The inverse of `pack`. Bytes are views into `message`.
 * @throws Error when the message is cut short or not one of ours
 */
export const unpack = (message: Uint8Array, text: TextCodec): unknown => {
  if (message.length < HEAD) throw new Error('message without a head')
  const length = new DataView(message.buffer, message.byteOffset, message.length).getUint32(0)
  if (HEAD + length > message.length) throw new Error('message cut short')
  const { value, blobs } = headSchema.parse(JSON.parse(text.decode(message.subarray(HEAD, HEAD + length))))
  let at = HEAD + length
  for (const blob of blobs) {
    if (at + blob.length > message.length) throw new Error('message cut short')
    put(value, blob.path, message.subarray(at, at + blob.length))
    at += blob.length
  }
  if (at !== message.length) throw new Error('message too long')
  return value
}
