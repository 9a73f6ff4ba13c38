import type { CardPhoto } from './card.ts'
import type { Property } from './property.ts'
import { bytesOf } from './source.ts'
import { base64Bytes, percentDecoded } from './text.ts'

const HEAD = 200

const signatures: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
  ['image/bmp', /^BM/],
  ['image/heic', /^.{4}ftyp(?:hei|hev|mif)/s],
  ['image/avif', /^.{4}ftypavi/s],
]

/** The media type of a picture by its first bytes: what a card says of it is often wrong. */
const typeOf = (bytes: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return signatures.find(([, pattern]) => pattern.test(head))?.[0]
}

const photoBytes = ({ value, isBase64 }: Property): Uint8Array | undefined => {
  const data = /^\s*data:([^,]*),/i.exec(value.slice(0, HEAD))
  if (data) {
    const body = value.slice(data[0].length)
    return /;\s*base64\s*\\?$/i.test(data[1] ?? '') ? base64Bytes(body) : bytesOf(percentDecoded(body))
  }
  const isAddress = /^\s*[a-z][a-z0-9+.-]*:/i.test(value.slice(0, HEAD))
  return isBase64 && !isAddress ? base64Bytes(value) : undefined
}

/** The picture that a card holds in itself. One that is only an address is not fetched. */
export const readPhoto = (property: Property): CardPhoto | undefined => {
  const bytes = photoBytes(property)
  const type = bytes && typeOf(bytes)
  return type ? { bytes, type } : undefined
}
