const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url without padding (RFC 4648, section 5): this folder sees neither Node nor the window. */
export const toBase64url = (bytes: Uint8Array): string => {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    for (bits += 8; bits >= 6; bits -= 6) text += LETTERS.charAt((held >> (bits - 6)) & 63)
  }
  return bits > 0 ? text + LETTERS.charAt((held << (6 - bits)) & 63) : text
}

/** The inverse; undefined for anything that `toBase64url` does not write. */
export const fromBase64url = (text: string): Uint8Array | undefined => {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  const whole = Uint8Array.from(bytes)
  return toBase64url(whole) === text ? whole : undefined
}
