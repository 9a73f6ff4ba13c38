/** Texts that other languages may write as English does: names, formats and signs. */
export const sameInEveryLanguage: ReadonlySet<string> = new Set(['Fairbook', 'CSV', 'PDF'])
