/** Fewest characters of a passphrase that is made. One that is given to open is taken as it is. */
export const MIN_PASSPHRASE = 8

/** Joiners, marks of direction and the like: in a field that shows dots nobody sees whether they are there. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** Zero of each row of digits that a keyboard of ours types: Arabic-Indic and Persian. */
const ZEROS = [0x0660, 0x06f0]

const latinDigit = (digit: string): string => {
  const code = digit.charCodeAt(0)
  const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? code
  return String(code - zero)
}

/** Arabic and Persian digits as Latin ones. */
export const latinDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, latinDigit)

/**
 * A passphrase as keys are made from it: what looks the same on paper is the same, whatever keyboard typed it. NFKC
 * (Unicode Annex 15: ž as one letter or two, a no-break space), Latin digits for Persian and Arabic ones, the Persian
 * kaf and yeh for the Arabic ones, no invisible characters, nothing blank at either end. Case and inner spaces count.
 * Part of the stored data: to change this is to lock people out.
 */
export const normalPassphrase = (typed: string): string =>
  latinDigits(typed.replace(INVISIBLE, '').normalize('NFKC'))
    .replaceAll('\u0643', '\u06a9')
    .replace(/[\u064a\u0649]/g, '\u06cc')
    .trim()
