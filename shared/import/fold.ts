import { normalize } from '../search/index.ts'

const ARABIC_ZERO = 0x0660
const PERSIAN_ZERO = 0x06f0

/** Persian and Arabic digits as ASCII ones. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO))
  })

/** Text for comparing: folded words (see `normalize`), no matter whether a half-space parts or joins them. */
export const fold = (text: string): string => normalize(text.replace(/[\u200c\u200d]/g, ''))

/** A header with its number taken out: `e mail 2 value` is `e mail # value` and 2. */
export const numberedKey = (key: string): { template: string; number: number } | undefined => {
  const match = /(?<![\p{L}\p{N}])\d{1,3}(?![\p{L}\p{N}])/u.exec(key)
  if (!match) return undefined
  return {
    template: `${key.slice(0, match.index)}#${key.slice(match.index + match[0].length)}`,
    number: Number(match[0]),
  }
}

const legalForms = new Set(
  'uab ab mb ij vsi sia ou as oy gmbh ag kg ug ltd limited llc llp plc inc corp co sa srl sarl spa bv nv ооо оао зао пао ао ип чп тоо'.split(
    ' ',
  ),
)

/** A company's name for comparing: `UAB „Medis“` and `Medis, UAB` are one. The legal form counts, its place does not. */
export const companyKey = (name: string): string => {
  const words = fold(name).split(' ')
  const forms = words.filter((word) => legalForms.has(word))
  const rest = words.filter((word) => !legalForms.has(word))
  return [...rest, ...forms.sort()].join(' ').trim() || name.trim()
}

/** A name of a person for comparing. */
export const nameKey = (name: string | undefined): string => (name === undefined ? '' : fold(name) || name.trim())

/** Whether a name carries a company's legal form. */
export const hasLegalForm = (name: string): boolean => {
  const words = fold(name).split(' ')
  return words.length > 1 && [words[0], words.at(-1)].some((word) => word !== undefined && legalForms.has(word))
}
