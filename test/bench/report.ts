/** One line of the table: milliseconds (or megabytes) of each contestant; undefined where it does not apply. */
export type Line = { size: number; what: string; fairbook: number; raw?: number; sqlite?: number }

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const number = (value: number | undefined): string => {
  if (value === undefined) return '–'
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

const ratio = (own: number, other: number | undefined): string =>
  other === undefined || other === 0 ? '–' : `${(own / other).toFixed(2)}×`

/** A Markdown table; a ratio under 1 means that Fairbook took less. */
export const markdown = (lines: readonly Line[]): string =>
  [
    '| customers | what | Fairbook | raw IndexedDB | SQLite WASM | to IndexedDB | to SQLite |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines.map(({ size, what, fairbook, raw, sqlite }) =>
      [
        '',
        size.toLocaleString('en'),
        what,
        number(fairbook),
        number(raw),
        number(sqlite),
        ratio(fairbook, raw),
        ratio(fairbook, sqlite),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n')
