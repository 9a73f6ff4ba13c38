import { readFileSync, writeFileSync } from 'node:fs'

/** An aim: what to compare with, and how large the ratio (or, for `self`, the value) may be. */
export type Aim = { to: 'raw' | 'sqlite' | 'other' | 'self'; below: number; says: string }

/** One line of the table; undefined where a contestant does not apply. `other` is one that only the aim needs. */
export type Line = {
  /** Customers in the book; undefined for what does not depend on it. */
  size?: number | undefined
  what: string
  fairbook: number | undefined
  raw?: number | undefined
  sqlite?: number | undefined
  other?: number | undefined
  aim?: Aim | undefined
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const number = (value: number | undefined): string => {
  if (value === undefined) return '–'
  if (value === 0) return '0'
  if (Math.abs(value) < 1) return value.toFixed(2)
  return Math.abs(value) < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

const over = (own: number | undefined, other: number | undefined): number | undefined =>
  own === undefined || other === undefined || other <= 0 ? undefined : own / other

const ratio = (own: number | undefined, other: number | undefined): string => {
  const value = over(own, other)
  return value === undefined ? '–' : `${value.toFixed(2)}×`
}

const verdict = (line: Line): string => {
  const { aim, fairbook } = line
  if (aim === undefined) return ''
  const value = aim.to === 'self' ? fairbook : over(fairbook, line[aim.to])
  if (value === undefined) return `${aim.says}: not measured`
  return `${aim.says}: ${value <= aim.below ? 'met' : `**not met** (${number(value)})`}`
}

const HEAD = [
  '| customers | what | Fairbook | raw IndexedDB | SQLite WASM | to IndexedDB | to SQLite | aim |',
  '| ---: | --- | ---: | ---: | ---: | ---: | ---: | --- |',
]

/** A Markdown table; a ratio under 1 means that Fairbook took less. */
export const markdown = (lines: readonly Line[]): string =>
  [
    ...HEAD,
    ...lines.map((line) => {
      const { size, what, fairbook, raw, sqlite } = line
      const cells = [
        size?.toLocaleString('en') ?? '–',
        what,
        number(fairbook),
        number(raw),
        number(sqlite),
        ratio(fairbook, raw),
        ratio(fairbook, sqlite),
        verdict(line),
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')

const [START, END] = ['<!-- bench:start -->', '<!-- bench:end -->']

/** Puts a text between the two marks of a file. */
export const writeBetweenMarks = (file: string, text: string): void => {
  const held = readFileSync(file, 'utf8')
  const [start, end] = [held.indexOf(START), held.indexOf(END)]
  if (start < 0 || end < start) throw new Error(`${file} has no place for the measurements`)
  writeFileSync(file, `${held.slice(0, start + START.length)}\n${text}\n${held.slice(end)}`)
}
