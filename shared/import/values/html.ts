const TAG =
  /<(?:p|br|div|b|strong|i|em|u|ul|ol|li|a|span|table|tr|td|h[1-6]|font|img|blockquote|pre|hr)(?:\s[^<>]*)?\/?>/i
const BLOCK_END = /<\/(?:p|div|li|tr|h[1-6]|blockquote|pre|ul|ol|table)\s*>|<(?:br|hr)\s*\/?>/gi
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  euro: '€',
}
const MAX_CODE_POINT = 0x10ffff

const decodeEntity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  const isCharacter = code > 0 && code <= MAX_CODE_POINT && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : whole
}

/** Whether a text is HTML rather than one with a sign of comparison in it. */
export const looksLikeHtml = (text: string): boolean => TAG.test(text)

/** The text of HTML: paragraphs, breaks and items on lines of their own, tags gone, entities resolved. */
export const htmlToText = (html: string): string =>
  html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/<li(?:\s[^<>]*)?>/gi, '- ')
    .replace(BLOCK_END, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi, decodeEntity)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
