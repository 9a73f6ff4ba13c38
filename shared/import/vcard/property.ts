import type { Source } from './source.ts'
import { quotedPrintableBytes, splitUnquoted } from './text.ts'

/** One line of a card, taken apart. */
export type Property = {
  /** What stands before the point in `item1.TEL`; '' without one. */
  group: string
  /** In capitals. */
  name: string
  /** By name in capitals. */
  params: ReadonlyMap<string, readonly string[]>
  /** Of TYPE, and those that vCard 2.1 writes bare; in small letters. */
  types: ReadonlySet<string>
  /** Text, its escapes still in it; the characters of base64 as they stand. */
  value: string
  isBase64: boolean
}

const ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT'])
/** Where bare words of vCard 2.1 say how the value is given, and not what it is. */
const VALUES = new Set(['INLINE', 'URL', 'CONTENT-ID', 'CID'])

/** Where the value begins: the first colon outside quotes, or the first at all where a quote never closes. */
const findColon = (line: string): number => {
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === ':' && !quoted) return at
  }
  return line.indexOf(':')
}

/** Quotes taken off, and what a caret stands for (RFC 6868). */
const paramText = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\^([n'^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))

const readParams = (parts: readonly string[]): Map<string, string[]> => {
  const params = new Map<string, string[]>()
  for (const part of parts) {
    const equals = part.indexOf('=')
    const bare = part.trim().toUpperCase()
    if (bare === '') continue
    const name =
      equals === -1
        ? ENCODINGS.has(bare)
          ? 'ENCODING'
          : VALUES.has(bare)
            ? 'VALUE'
            : 'TYPE'
        : part.slice(0, equals).trim().toUpperCase()
    const held = params.get(name) ?? []
    for (const value of splitUnquoted(part.slice(equals + 1), ',')) held.push(paramText(value))
    params.set(name, held)
  }
  return params
}

const decodeValue = (value: string, encoding: string, charset: string | undefined, source: Source): string => {
  if (encoding === 'BASE64' || encoding === 'B') return value
  if (encoding !== 'QUOTED-PRINTABLE') return source.textOf(value, charset)
  const decoded = (part: string) => source.decodeBytes(quotedPrintableBytes(part), charset)
  // In a file of wide characters only what is spelt out is bytes.
  return /[\u0100-\uffff]/.test(value) ? value.replace(/(?:=[0-9a-f]{2})+/gi, decoded) : decoded(value)
}

/** Takes a line of a card apart; undefined where it is none. */
export const parseProperty = (line: string, source: Source): Property | undefined => {
  const colon = findColon(line)
  if (colon === -1) return undefined
  const [path = '', ...rest] = splitUnquoted(source.textOf(line.slice(0, colon), undefined), ';')
  const [, group = '', name = ''] = /^\s*(?:([\w-]+)\.)?([\w-]+)\s*$/.exec(path) ?? []
  if (name === '') return undefined
  const params = readParams(rest)
  const encoding = params.get('ENCODING')?.[0]?.toUpperCase() ?? ''
  // `TYPE="work,voice"` is one value by the letter, and meant as two by everyone.
  const types = new Set((params.get('TYPE') ?? []).flatMap((type) => type.toLowerCase().split(',')))
  return {
    group: group.toLowerCase(),
    name: name.toUpperCase(),
    params,
    types,
    value: decodeValue(line.slice(colon + 1), encoding, params.get('CHARSET')?.[0], source),
    isBase64: encoding === 'BASE64' || encoding === 'B',
  }
}
