import type { NounName } from '../domain/index.ts'
import { fold, numberedKey } from './fold.ts'
import { unguardCell } from './guard.ts'
import { pathByName } from './header-names.ts'
import { type FieldPath, isRepeatable } from './paths.ts'
import { isPresetHeader, lookUp, type Preset, presetPath, recognise } from './presets/index.ts'
import type { Table } from './table.ts'
import { type DateOrder, detectDateOrder } from './values/date.ts'
import { idHeaders, type Vocabulary } from './vocabulary.ts'

/** Where one column goes and why: `source` by the program that wrote it, `name` by its header, `content` by its values. */
export type ColumnMapping = {
  header: string
  path: FieldPath
  by: 'source' | 'name' | 'content' | 'none' | 'user'
  /** The first values that are not blank, each cut to what a person can take in. */
  samples: string[]
  /** Of a column of days: which number is the day, and whether its values settle it. */
  dateOrder: DateOrder
  dateSure: boolean
}

export type Mapping = {
  noun: NounName
  /** `fairbook`, the id of a preset, or nothing where the file is from nowhere known. */
  source: string | undefined
  preset: Preset | undefined
  columns: ColumnMapping[]
}

const SAMPLES = 3
const SAMPLE_LENGTH = 200
const CONTENT_ROWS = 50
const DATE_ROWS = 20_000

type Headers = ReadonlyMap<string, FieldPath>
const headersByVocabulary = new WeakMap<Vocabulary, Map<NounName, readonly Headers[]>>()
const nounNames: readonly NounName[] = ['customers', 'deals', 'interactions', 'tasks']
const idKeys = new Map(nounNames.map((noun) => [fold(idHeaders[noun]), noun] as const))

/** For each language, path by the key of a header. */
const ownHeaders = (vocabulary: Vocabulary, noun: NounName): readonly Headers[] => {
  const cache = headersByVocabulary.get(vocabulary) ?? new Map<NounName, readonly Headers[]>()
  headersByVocabulary.set(vocabulary, cache)
  const known = cache.get(noun)
  if (known) return known
  const made = Object.values(vocabulary.headers).map(
    (headers) =>
      new Map(
        Object.entries(headers[noun]).map(([label, path]) => {
          const key = fold(label.replace('#', ' 0 '))
          return [label.includes('#') ? (numberedKey(key)?.template ?? key) : key, path] as const
        }),
      ),
  )
  cache.set(noun, made)
  return made
}

/** Path of a header of Fairbook's own export. The language that knows the most headers is the one it was written in. */
const ownPaths = (
  keys: readonly string[],
  vocabulary: Vocabulary,
  noun: NounName,
): ((key: string) => FieldPath | undefined) => {
  const known = (map: Headers) => keys.filter((key) => lookUp(map, key) !== undefined).length
  const ranked = ownHeaders(vocabulary, noun)
    .map((map) => ({ map, count: known(map) }))
    .sort((a, b) => b.count - a.count)
  return (key) => ranked.map(({ map }) => lookUp(map, key)).find((path) => path !== undefined)
}

const EMAIL = /^\S+@\S+\.\S+$/
const PHONE = /^\+?[\d\s().\-/]{7,20}$/
const WEB = /^(https?:\/\/|www\.)\S+$/i

const pathByContent = (values: readonly string[]): FieldPath | undefined => {
  const share = (pattern: RegExp) => values.filter((value) => pattern.test(value)).length / Math.max(1, values.length)
  const enough = 0.8
  if (values.length === 0) return undefined
  if (share(EMAIL) >= enough) return 'email'
  if (share(WEB) >= enough) return 'website'
  const dated = values.some((value) => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(value))
  const phoneLike = values.some((value) => /^[+0(]/.test(value))
  return !dated && phoneLike && share(PHONE) >= enough ? 'phone' : undefined
}

/** Whether any import knows a header by name: what tells the row of headers from notes before it. */
export const knowsHeader =
  (vocabulary: Vocabulary) =>
  (key: string): boolean =>
    idKeys.has(key) ||
    isPresetHeader(key) ||
    lookUp(pathByName, key) !== undefined ||
    ownHeaders(vocabulary, 'customers').some((map) => lookUp(map, key) !== undefined)

const valuesOf = (table: Table, column: number, rows: number): string[] =>
  table.rows
    .slice(0, rows)
    .map((row) => row[column]?.trim() ?? '')
    .filter((value) => value !== '')

/** Says for each column of a table where it should go. What nobody knows is left out, so that only needed data comes in. */
export const proposeMapping = (
  table: Table,
  { vocabulary, dateOrder }: { vocabulary: Vocabulary; dateOrder: DateOrder },
): Mapping => {
  const keys = table.headers.map(fold)
  const own = keys.map((key) => idKeys.get(key)).find((noun) => noun !== undefined)
  const preset = own ? undefined : recognise(keys)
  const ownPath = own && ownPaths(keys, vocabulary, own)
  const taken = new Set<FieldPath>()

  const propose = (column: number): Pick<ColumnMapping, 'path' | 'by'> => {
    const key = keys[column] ?? ''
    if (own) return { path: idKeys.has(key) ? 'id' : (ownPath?.(key) ?? ''), by: 'source' }
    const known = preset && presetPath(preset, key)
    if (known !== undefined) return { path: known, by: 'source' }
    if (preset) return { path: '', by: 'none' }
    const named = key === '' ? undefined : lookUp(pathByName, key)
    if (named !== undefined) return { path: named, by: 'name' }
    const found = pathByContent(valuesOf(table, column, CONTENT_ROWS))
    return found === undefined ? { path: '', by: 'none' } : { path: found, by: 'content' }
  }

  const columns = table.headers.map((header, column): ColumnMapping => {
    const proposed = propose(column)
    const free = proposed.path === '' || isRepeatable(proposed.path) || !taken.has(proposed.path)
    const { path, by } = free ? proposed : { path: '', by: 'none' as const }
    if (path !== '') taken.add(path)
    const { order, sure } = detectDateOrder(valuesOf(table, column, DATE_ROWS), preset?.dateOrder ?? dateOrder)
    return {
      header,
      path,
      by,
      samples: valuesOf(table, column, CONTENT_ROWS)
        .slice(0, SAMPLES)
        .map((value) => value.slice(0, SAMPLE_LENGTH)),
      dateOrder: order,
      dateSure: sure,
    }
  })
  return {
    noun: own ?? 'customers',
    source: own ? 'fairbook' : preset?.id,
    preset,
    columns: nameParts(columns, preset),
  }
}

/** A column called just “Name” beside one for the family name holds the given name. */
const nameParts = (columns: ColumnMapping[], preset: Preset | undefined): ColumnMapping[] => {
  const has = (path: FieldPath) => columns.some((column) => column.path === path)
  if (preset || !has('fullName')) return columns
  const swap = (path: FieldPath, by: ColumnMapping['by']) =>
    columns.map((column) => (column.path === 'fullName' ? { ...column, path, by } : column))
  if (has('familyName')) return has('givenName') ? swap('', 'none') : swap('givenName', 'name')
  return columns
}

/** The ids that a file of Fairbook's own brings along. */
export const fileIdsOf = (table: Pick<Table, 'rows'>, { columns }: Pick<Mapping, 'columns'>): ReadonlySet<string> => {
  const at = columns.findIndex(({ path }) => path === 'id')
  return new Set(at === -1 ? [] : table.rows.map((row) => unguardCell(row[at] ?? '')))
}
