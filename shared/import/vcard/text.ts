/** No text of a customer is longer. What is, is left as it stands: it is refused later, and cheap until then. */
const MAX_TEXT = 1_000_000

/** Takes the backslashes out that keep a character from its meaning; others are text, as in `C:\temp`. */
export const unescapeText = (value: string): string =>
  value.length > MAX_TEXT
    ? value
    : value
        .replace(/\\([nN,;:"'\\])/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character))
        .replace(/\r\n?/g, '\n')
        .trim()

/** More parts than any value has; what follows stays in the last, so that no file can ask for millions. */
const MAX_PARTS = 1000

/** Cuts a value where a separator stands without a backslash. The parts are still escaped. */
export const splitValue = (value: string, separator: ';' | ','): string[] => {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < value.length && parts.length < MAX_PARTS; at += 1) {
    if (value[at] === '\\') at += 1
    else if (value[at] === separator) {
      parts.push(value.slice(from, at))
      from = at + 1
    }
  }
  parts.push(value.slice(from))
  return parts
}

/** Cuts where a separator stands outside quotes. */
export const splitUnquoted = (text: string, separator: ';' | ','): string[] => {
  const parts: string[] = []
  let quoted = false
  let from = 0
  for (let at = 0; at < text.length && parts.length < MAX_PARTS; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === separator && !quoted) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

/** The bytes of quoted-printable text (RFC 2045, 6.7). A `=` that spells nothing is text. */
export const quotedPrintableBytes = (part: string): Uint8Array => {
  const bytes = new Uint8Array(part.length)
  let length = 0
  for (let at = 0; at < part.length; at += 1) {
    const hex = part[at] === '=' ? part.slice(at + 1, at + 3) : ''
    const isByte = /^[0-9a-f]{2}$/i.test(hex)
    bytes[length] = isByte ? Number.parseInt(hex, 16) : part.charCodeAt(at)
    if (isByte) at += 2
    length += 1
  }
  return bytes.subarray(0, length)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const sextets = new Map([...ALPHABET, '-', '_'].map((letter, at) => [letter.charCodeAt(0), at < 64 ? at : at - 2]))

/** The bytes of base64 (RFC 4648), white space and other characters between passed over. */
export const base64Bytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let length = 0
  let held = 0
  let bits = 0
  for (let at = 0; at < text.length; at += 1) {
    const sextet = sextets.get(text.charCodeAt(at))
    if (sextet === undefined) continue
    held = ((held << 6) | sextet) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (held >> bits) & 0xff
    length += 1
  }
  return bytes.slice(0, length)
}

/** Percent-encoded text as text; as it stands where it is not well formed. */
export const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
