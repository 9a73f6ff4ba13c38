import { crc32 } from 'node:zlib'

/**
 * A line of the book's files is `{"data":<JSON>,"crc":"<8 hex>"}`: plain NDJSON for any other tool, and its CRC-32
 * (of the JSON's bytes) finds every flipped byte, because what the CRC does not cover is fixed text.
 */
const HEAD = Buffer.from('{"data":')
const MIDDLE = Buffer.from(',"crc":"')
const FOOT = Buffer.from('"}')
const HEX = 8
const AFTER_DATA = MIDDLE.length + HEX + FOOT.length
const NEWLINE = Buffer.from('\n')

/** The CRC-32 of bytes or of a text's UTF-8, as eight hexadecimal digits. */
export const checksum = (data: Uint8Array | string): string => crc32(data).toString(16).padStart(HEX, '0')

/** One line, newline included, around a JSON text. */
export const encodeLine = (json: string): string => `{"data":${json},"crc":"${checksum(json)}"}\n`

/** The same for JSON held as bytes, as pieces to be joined. */
export const encodePieces = (json: Uint8Array): Uint8Array[] => [
  HEAD,
  json,
  MIDDLE,
  Buffer.from(checksum(json)),
  FOOT,
  NEWLINE,
]

/** The JSON of a line without its newline; undefined when a byte of it is not as it was written. */
export const decodeLine = (line: Buffer): Buffer | undefined => {
  const end = line.length - AFTER_DATA
  if (end < HEAD.length || HEAD.compare(line, 0, HEAD.length) !== 0) return undefined
  if (MIDDLE.compare(line, end, end + MIDDLE.length) !== 0) return undefined
  if (FOOT.compare(line, line.length - FOOT.length) !== 0) return undefined
  const json = line.subarray(HEAD.length, end)
  return line.toString('latin1', end + MIDDLE.length, end + MIDDLE.length + HEX) === checksum(json) ? json : undefined
}

/** More starts than this in one damaged line is not a lost newline but noise. */
const MAX_STARTS = 64

/** The whole lines inside a damaged one: when it is the newline that was lost, two good lines look like a bad one. */
export const rescueLines = (damaged: Buffer): Buffer[] => {
  const starts: number[] = []
  for (let at = damaged.indexOf(HEAD); at >= 0 && starts.length < MAX_STARTS; at = damaged.indexOf(HEAD, at + 1))
    starts.push(at)
  const found: Buffer[] = []
  let past = 0
  for (const start of starts) {
    if (start < past) continue
    for (const end of [...starts.filter((other) => other > start), damaged.length + 1, damaged.length]) {
      const json = decodeLine(damaged.subarray(start, end - 1))
      if (json === undefined) continue
      found.push(json)
      past = end - 1
      break
    }
  }
  return found
}
