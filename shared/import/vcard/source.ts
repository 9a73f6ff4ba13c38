import { type Decode, decodeText } from '../encoding.ts'

/** A file of cards whose encodings are decided property by property. */
export type Source = {
  /** One character for each byte, so that a letter which a fold cut in two is whole again; text where it is UTF-16. */
  characters: string
  /** The encoding of the file as a whole. */
  encoding: string
  /** A part of `characters` as text, in the character set that a property names. */
  textOf: (part: string, charset: string | undefined) => string
  /** Bytes that a property spells out, as text. */
  decodeBytes: (bytes: Uint8Array, charset: string | undefined) => string
}

const CHUNK = 8192
const BEYOND_ASCII = /[\u0080-\uffff]/

const charactersOf = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)))
  return parts.join('')
}

export const bytesOf = (characters: string): Uint8Array =>
  Uint8Array.from({ length: characters.length }, (_, at) => characters.charCodeAt(at))

/**
 * Opens a file of cards.
 * @throws AppError fileEmpty, fileUnreadable
 */
export const openSource = (
  bytes: Uint8Array,
  decode: Decode,
  { encoding: forced, language }: { encoding?: string | undefined; language?: string | undefined },
): Source => {
  const { text, encoding } = decodeText(bytes, decode, { forced, language })
  const isWide = encoding.startsWith('utf-16')

  const decodeBytes = (part: Uint8Array, charset: string | undefined): string => {
    for (const label of [charset, forced, 'utf-8', isWide ? undefined : encoding, 'windows-1252']) {
      if (label === undefined) continue
      try {
        return decode(part, label)
      } catch {
        // Not of this encoding, or no encoding known: the next is tried.
      }
    }
    return ''
  }

  const textOf = (part: string, charset: string | undefined): string => {
    if (isWide) return part
    // Some encodings of East Asia write letters in ASCII bytes.
    const isPlain = !BEYOND_ASCII.test(part) && !charset?.toLowerCase().startsWith('iso-2022')
    return isPlain ? part : decodeBytes(bytesOf(part), charset)
  }

  const characters = isWide ? text : charactersOf(bytes).replace(/^\xef\xbb\xbf/, '')
  return { characters, encoding, textOf, decodeBytes }
}
