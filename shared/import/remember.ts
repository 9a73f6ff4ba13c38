import { type Catalog, isCustomFieldId, type NounName } from '../domain/index.ts'
import { fold } from './fold.ts'
import { shortHash } from './hash.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { targetsOf } from './paths.ts'
import { defaultRules, type ImportRules } from './rules.ts'
import type { DateOrder } from './values/date.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The columns of an earlier import, as it kept them, and the rules it ran with. */
type Remembered = {
  mapping: readonly { header: string; field: string }[]
  rules: ImportRules
  /** By header: how days were read where the user said so. */
  dates: Readonly<Record<string, DateOrder>>
}

/** A file with these headers, whatever their order, is from the same source. The reasons of a file to mend don't count. */
export const signatureOf = (
  noun: NounName,
  headers: readonly string[],
  { reasonHeaders }: Pick<Vocabulary, 'reasonHeaders'>,
): string =>
  `${noun}:${shortHash(
    headers
      .filter((header) => !reasonHeaders.includes(header))
      .map(fold)
      .filter((key) => key !== '')
      .sort()
      .join('\n'),
  )}`

const MAX_RULES = 20_000

/** Rules as an import keeps them. Words that no one could keep are dropped: they are only a convenience. */
export const packRules = (rules: ImportRules, dates: Remembered['dates']): string => {
  const text = JSON.stringify({ rules, dates })
  return text.length <= MAX_RULES ? text : JSON.stringify({ rules: { ...rules, words: {} }, dates: {} })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const oneOf = <T extends string>(value: unknown, all: readonly T[], otherwise: T): T =>
  all.find((known) => known === value) ?? otherwise

const wordsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([key, word]) =>
      typeof word === 'string' ? [[key, word] as const] : [],
    ),
  )

/** The inverse of `packRules`; what does not fit is as in a first import. */
export const unpackRules = (text: string | undefined): Pick<Remembered, 'rules' | 'dates'> => {
  let held: unknown
  try {
    held = JSON.parse(text ?? '')
  } catch {
    return { rules: defaultRules, dates: {} }
  }
  const all = isObject(held) ? held : {}
  const rules = isObject(all['rules']) ? all['rules'] : {}
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const match = rules['match']
  const dates = Object.entries(wordsIn(all['dates'])).map(
    ([header, order]) => [header, oneOf(order, ['dmy', 'mdy'], 'dmy')] as const,
  )
  return {
    dates: Object.fromEntries(dates),
    rules: {
      mode: oneOf(rules['mode'], ['create', 'update', 'both'], 'both'),
      match: Array.isArray(match)
        ? match.filter((field): field is string => typeof field === 'string')
        : oneOf<'auto' | 'none'>(match, ['auto', 'none'], 'auto'),
      wins: oneOf(rules['wins'], ['file', 'book'], 'file'),
      badCells: oneOf(rules['badCells'], ['skipRow', 'skipCell'], 'skipRow'),
      duplicates: oneOf(rules['duplicates'], ['create', 'skip', 'update'], 'create'),
      country: textOf(rules['country']),
      currency: textOf(rules['currency']),
      defaults: Object.fromEntries(
        Object.entries(isObject(rules['defaults']) ? rules['defaults'] : {}).flatMap(([key, value]) =>
          typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, value]] : [],
        ),
      ),
      tag: textOf(rules['tag']) ?? '',
      words: Object.fromEntries(
        Object.entries(isObject(rules['words']) ? rules['words'] : {}).map(([path, words]) => [path, wordsIn(words)]),
      ),
    },
  }
}

/** A mapping as the user left it the last time. Fields that are no more are left out. */
export const applyRemembered = (
  mapping: Mapping,
  { mapping: earlier, dates }: Remembered,
  catalog: Catalog,
): Mapping => {
  const targets = new Set(targetsOf(mapping.noun, catalog))
  const left = [...earlier]
  const take = (header: string) => {
    const at = left.findIndex((held) => fold(held.header) === fold(header))
    return at === -1 ? undefined : left.splice(at, 1)[0]
  }
  const isKnown = (path: string) => !isCustomFieldId(path) || targets.has(path)
  return {
    ...mapping,
    columns: mapping.columns.map((column): ColumnMapping => {
      const held = take(column.header)
      const order = dates[column.header]
      const settled = order !== undefined && !column.dateSure ? { dateOrder: order, dateSure: true } : {}
      if (held === undefined || !isKnown(held.field)) return { ...column, ...settled }
      return {
        ...column,
        ...settled,
        ...(held.field !== column.path && { path: held.field, by: 'remembered' as const }),
      }
    }),
  }
}
