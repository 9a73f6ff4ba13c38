import chardet from 'chardet'

import { AppError } from '../app-error.ts'
import { plausibility } from './plausibility.ts'

/** Decodes bytes by a WHATWG label, strictly: throws where the bytes are not of this encoding. */
export type Decode = (bytes: Uint8Array, label: string) => string

/** The encodings offered by name; detection knows some more. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'windows-1257',
  'windows-1252',
  'windows-1256',
] as const

const marks: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** First bytes of files that are no text: zip (and so xlsx), pdf, old Office, png, jpeg, gif, gzip. */
const binaries: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
]

const SAMPLE = 64 * 1024
const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, at) => bytes[at] === byte)

/** Whether a file begins like one that is no text. */
export const isBinary = (bytes: Uint8Array): boolean => binaries.some((head) => startsWith(bytes, head))

const attempt = (bytes: Uint8Array, label: string, decode: Decode): string | undefined => {
  try {
    return decode(bytes, label)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: every other byte of Latin text is zero, and most of other scripts are one small number. */
const guessUtf16 = (bytes: Uint8Array): string | undefined => {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 4) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < length / 20) return undefined
  return odd >= even ? 'utf-16le' : 'utf-16be'
}

const singleByte = ['windows-1252', 'windows-1257', 'windows-1251'] as const
const HINT_BONUS = 0.05
const homeOf: Readonly<Record<string, string>> = { ru: 'windows-1251', lt: 'windows-1257', fa: 'windows-1256' }

/** The likeliest encoding of text that is not Unicode. Short files mislead statistics, so letters must fit together. */
const guessLegacy = (bytes: Uint8Array, decode: Decode, language: string | undefined): string => {
  const sample = bytes.subarray(0, SAMPLE)
  const statistical = chardet.detect(sample)?.toLowerCase()
  const candidates = new Set<string>(singleByte)
  if (language && homeOf[language]) candidates.add(homeOf[language])
  if (statistical && !/^(utf|ascii|iso-8859-1$)/.test(statistical)) candidates.add(statistical)
  let best: { label: string; score: number } = { label: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const label of candidates) {
    const text = attempt(sample, label, decode)
    if (text === undefined) continue
    const bonus =
      (language && homeOf[language] === label ? HINT_BONUS : 0) + (label === statistical ? HINT_BONUS / 5 : 0)
    const score = plausibility(text, label) + bonus
    if (score > best.score) best = { label, score }
  }
  return best.label
}

/** What may not stand in a text file: NUL and its like, which binaries are full of. */
const looksBinary = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  return controls > sample.length / 50
}

/** A strict decoder fails on a cut last character; so does a file that was cut. Up to three bytes may go. */
const decodeWhole = (bytes: Uint8Array, label: string, decode: Decode): string | undefined => {
  for (let cut = 0; cut <= Math.min(3, bytes.length); cut += 1) {
    const text = attempt(bytes.subarray(0, bytes.length - cut), label, decode)
    if (text !== undefined) return text
  }
  return undefined
}

const detectEncoding = (bytes: Uint8Array, decode: Decode, language: string | undefined): string =>
  marks.find(([, mark]) => startsWith(bytes, mark))?.[0] ??
  guessUtf16(bytes) ??
  (decodeWhole(bytes, 'utf-8', decode) === undefined ? guessLegacy(bytes, decode, language) : 'utf-8')

/**
 * Bytes of a text file as text, in the encoding found or in `forced`.
 * @param language of the book, for files that could be read in two ways
 * @throws AppError fileEmpty, fileUnreadable
 */
export const decodeText = (
  bytes: Uint8Array,
  decode: Decode,
  { forced, language }: { forced?: string | undefined; language?: string | undefined } = {},
): { text: string; encoding: string } => {
  if (bytes.length === 0) throw new AppError('fileEmpty')
  if (isBinary(bytes)) throw new AppError('fileUnreadable')
  const encoding = forced ?? detectEncoding(bytes, decode, language)
  const text = decodeWhole(bytes, encoding, decode)
  if (text === undefined || looksBinary(text)) throw new AppError('fileUnreadable')
  const clean = text.replace(/^\ufeff/, '')
  if (clean.trim() === '') throw new AppError('fileEmpty')
  return { text: clean, encoding }
}
