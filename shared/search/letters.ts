/** Letters that Unicode does not decompose, or that people of one language type for another's: what they fold to. */
export const folded: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Persian and Arabic letter forms
    ي: 'ی',
    ى: 'ی',
    ې: 'ی',
    ك: 'ک',
    ە: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ة: 'ه',
    ۀ: 'ه',
    ٱ: 'ا',
    ء: '',
    // tatweel only stretches a word
    ـ: '',
    // Latin letters without a decomposition
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ĸ: 'k',
    ı: 'i',
    // Greek final sigma
    ς: 'σ',
  }),
)

/** Zeros of the digit rows that fold to ASCII: Arabic-Indic, Persian, Devanagari. */
export const digitZeros: readonly number[] = [0x0660, 0x06f0, 0x0966]
