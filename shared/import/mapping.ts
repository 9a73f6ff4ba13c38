import type { Catalog, NounName } from '../domain/index.ts'
import { pathByContent } from './content.ts'
import { fold } from './fold.ts'
import { unguardCell } from './guard.ts'
import { nounByNames, pathsByName } from './header-names.ts'
import { customPath, idKeys, ownHeaders, ownPaths } from './own-headers.ts'
import { type FieldPath, isRepeatable } from './paths.ts'
import { isPresetHeader, lookUp, type Preset, presetPath, recognise } from './presets/index.ts'
import type { Table } from './table.ts'
import { type DateOrder, detectDateOrder } from './values/date.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Where one column goes and why: `source` by the program that wrote it, `name` by its header, `content` by its values,
 * `remembered` from an earlier import of such a file.
 */
export type ColumnMapping = {
  header: string
  path: FieldPath
  by: 'source' | 'name' | 'content' | 'remembered' | 'none' | 'user'
  /** The first values that are not blank, each cut to what a person can take in. */
  samples: string[]
  /** Of a column of days: which number is the day, and whether its values settle it. */
  dateOrder: DateOrder
  dateSure: boolean
}

export type Mapping = {
  noun: NounName
  /** Of customers: every row is such a one; undefined where each tells by itself. */
  kind: 'person' | 'company' | undefined
  /** `fairbook`, the id of a preset, or nothing where the file is from nowhere known. */
  source: string | undefined
  preset: Preset | undefined
  columns: ColumnMapping[]
}

const SAMPLES = 3
const SAMPLE_LENGTH = 200
const CONTENT_ROWS = 50
const DATE_ROWS = 20_000

/** Whether any import knows a header by name: what tells the row of headers from notes before it. */
export const knowsHeader =
  (vocabulary: Vocabulary) =>
  (key: string): boolean =>
    idKeys.has(key) ||
    isPresetHeader(key) ||
    Object.values(pathsByName).some((names) => lookUp(names, key) !== undefined) ||
    ownHeaders(vocabulary, 'customers').some((map) => lookUp(map, key) !== undefined)

/** The cells of a column that are not blank, of the first rows. */
export const valuesOf = (table: Pick<Table, 'rows'>, column: number, rows: number): string[] =>
  table.rows
    .slice(0, rows)
    .map((row) => row[column]?.trim() ?? '')
    .filter((value) => value !== '')

type MappingOptions = {
  vocabulary: Vocabulary
  catalog: Catalog
  dateOrder: DateOrder
  /** What the user says the rows are. */
  noun?: NounName | undefined
  kind?: 'person' | 'company' | null | undefined
}

/** What a program's columns beyond those known may still be: who and where, but no choices of that program's own. */
const plainPaths = /^(email|phone|address|birthday|website|notes|tags|language|role|middleName)/

/** Says for each column of a table where it should go. What nobody knows is left out, so that only needed data comes in. */
export const proposeMapping = (table: Table, options: MappingOptions): Mapping => {
  const { vocabulary, catalog } = options
  const keys = table.headers.map(fold)
  const found = keys.map((key) => idKeys.get(key)).find((noun) => noun !== undefined)
  const own = options.noun === undefined || options.noun === found ? found : undefined
  const recognised = own ? undefined : recognise(keys)
  const preset =
    options.noun === undefined || options.noun === (recognised?.noun ?? 'customers') ? recognised : undefined
  const noun = own ?? options.noun ?? preset?.noun ?? (preset ? 'customers' : nounByNames(keys))
  const ownPath = own && ownPaths(keys, vocabulary, own)
  const taken = new Set<FieldPath>()

  const propose = (column: number): Pick<ColumnMapping, 'path' | 'by'> => {
    const key = keys[column] ?? ''
    if (vocabulary.reasonHeaders.includes(table.headers[column] ?? '')) return { path: '', by: 'none' }
    if (own && ownPath)
      return { path: idKeys.has(key) ? 'id' : (ownPath(key) ?? customPath(catalog, own, key) ?? ''), by: 'source' }
    const known = preset && presetPath(preset, key)
    if (known !== undefined) return { path: known, by: 'source' }
    const named = key === '' ? undefined : lookUp(pathsByName[noun], key)
    if (named !== undefined && (!preset || plainPaths.test(named))) return { path: named, by: 'name' }
    const custom = key === '' ? undefined : customPath(catalog, noun, key)
    if (custom !== undefined) return { path: custom, by: 'name' }
    const byContent = preset ? undefined : pathByContent(noun, valuesOf(table, column, CONTENT_ROWS))
    return byContent === undefined ? { path: '', by: 'none' } : { path: byContent, by: 'content' }
  }

  const columns = table.headers.map((header, column): ColumnMapping => {
    const proposed = propose(column)
    const free = proposed.path === '' || isRepeatable(proposed.path) || !taken.has(proposed.path)
    const { path, by } = free ? proposed : { path: '', by: 'none' as const }
    if (path !== '') taken.add(path)
    const { order, sure } = detectDateOrder(valuesOf(table, column, DATE_ROWS), preset?.dateOrder ?? options.dateOrder)
    return {
      header,
      path,
      by,
      samples: valuesOf(table, column, CONTENT_ROWS)
        .slice(0, SAMPLES)
        .map((value) => value.slice(0, SAMPLE_LENGTH)),
      dateOrder: order,
      dateSure: sure || (preset?.dateOrder !== undefined && noun === (preset.noun ?? 'customers')),
    }
  })
  return {
    noun,
    kind: options.kind === undefined ? preset?.kind : (options.kind ?? undefined),
    source: own ? 'fairbook' : preset?.id,
    preset,
    columns: noun === 'customers' ? nameParts(columns, preset) : columns,
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

/** Columns of days, by what their path holds. */
const isDated = (catalog: Catalog, noun: NounName, path: FieldPath): boolean => {
  const type = catalog.field(noun, path)?.type
  return type === 'day' || type === 'instant' || path === 'closeDate'
}

/** The columns of days that can be read in two ways and that nobody has settled. */
export const openQuestions = ({ columns, noun }: Pick<Mapping, 'columns' | 'noun'>, catalog: Catalog): number[] =>
  columns.flatMap(({ path, dateSure }, at) => (path !== '' && !dateSure && isDated(catalog, noun, path) ? [at] : []))
