import type { Catalog, NounName } from '../domain/index.ts'
import type { Choices } from './choices.ts'
import { convertEntries, type EntryCell, entryWords } from './convert-entries.ts'
import { convertValue, type ValueContext } from './convert-value.ts'
import { finishCustomer, finishDone, finishTimes, type Scratch } from './finish.ts'
import { unguardCell } from './guard.ts'
import { emptyIncoming, type Incoming } from './incoming.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { entryPath, linkPath } from './paths.ts'
import type { ImportRules } from './rules.ts'
import { linkIds, linkWords, sourceIdsIn } from './source-ids.ts'
import type { Table } from './table.ts'
import { splitJoinedTags, splitTags } from './values/multi.ts'
import { currencyIn, type DecimalMark, detectDecimalMark } from './values/number.ts'
import type { Vocabulary } from './vocabulary.ts'

type ConvertOptions = {
  mapping: Mapping
  catalog: Catalog
  vocabulary: Vocabulary
  choices: Choices
  rules: ImportRules
  /** ISO 3166-1 alpha-2: where a phone without a country code is from. */
  country: string | undefined
  /** Tells the ids of a file from nowhere known from those of others. */
  signature: string
}

type Column = ColumnMapping & { index: number; decimalMark: DecimalMark }
type Context = ValueContext & { mapping: Mapping; signature: string }

const MARK_ROWS = 2_000
const MAX_TAG = 500

/** Makes the converter of a table's rows. */
export const createConverter = (table: Table, options: ConvertOptions): ((row: number) => Incoming) => {
  const { mapping, country } = options
  const { noun } = mapping
  const exact = mapping.source === 'fairbook'
  const context: Context = { ...options, noun, exact, preset: mapping.preset }
  const columns: Column[] = mapping.columns.flatMap((column, index) => {
    if (column.path === '') return []
    const sample = table.rows.slice(0, MARK_ROWS).map((row) => row[index] ?? '')
    return [{ ...column, index, decimalMark: exact ? '.' : detectDecimalMark(sample) }]
  })
  const words = entryWords(options.vocabulary)
  const linksByName = noun === 'customers' && !columns.some(({ path }) => path === 'companyId')

  return (rowIndex) => {
    const row = table.rows[rowIndex] ?? []
    const into = emptyIncoming(rowIndex, noun)
    const scratch: Scratch = { entries: [] }
    for (const column of columns) {
      const cell = row[column.index] ?? ''
      if (exact ? cell === '' : cell.trim() === '') continue
      readCell(unguardCell(exact ? cell : cell.trim()), column, into, scratch, context)
    }
    if (row.slice(table.headers.length).some((cell) => cell.trim() !== '')) into.problems.push({ code: 'tooManyCells' })
    const { problems, ...reach } = convertEntries(scratch.entries, { exact, country, words })
    Object.assign(into, reach)
    into.problems.push(...problems)
    if (noun === 'customers') finishCustomer(into, scratch, { exact, linksByName, kind: mapping.kind })
    else if (!exact) {
      finishTimes(into, scratch)
      finishDone(into, scratch)
    }
    const { idFrom, ids } = mapping.preset ?? {}
    const own = idFrom === undefined ? undefined : into.values[idFrom]
    if (typeof own === 'string' && ids !== undefined) into.sourceIds.push(`${ids}:${own.toLowerCase()}`.slice(0, 300))
    return into
  }
}

const readCell = (cell: string, column: Column, into: Incoming, scratch: Scratch, context: Context): void => {
  const { path, index } = column
  const { exact, mapping, noun } = context
  const entry = noun === 'customers' ? entryPath(path) : undefined
  if (entry) {
    scratch.entries.push({ ...entry, cell, column: index, path } satisfies EntryCell)
    return
  }
  const link = linkPath(path)
  if (link) {
    const values = link.by === 'sourceId' ? linkIds(cell, link.to, mapping) : linkWords(cell, link.by)
    if (values.length > 0) into.links.push({ ...link, values, column: index, path })
    return
  }
  switch (path) {
    case 'id':
      into.id = cell
      return
    case 'sourceId':
      into.sourceIds.push(...sourceIdsIn(cell, mapping, context.signature))
      return
    case 'fullName':
    case 'middleName':
      scratch[path] = [scratch[path], cell.trim()].filter(Boolean).join(' ')
      return
    case 'time':
    case 'done':
      scratch[path] = { cell, column: index, path }
      return
    case 'at':
      if (!exact) {
        scratch.at = { cell, column: index, path, order: column.dateOrder }
        return
      }
      break
    case 'tags':
      readTags(cell, column, into, exact)
      return
    case 'stageId':
      if (!exact) {
        into.stage = { text: cell, column: index }
        return
      }
      break
    case 'pipelineId':
      if (!exact) {
        into.pipeline = cell
        return
      }
      break
    default:
  }
  readField(cell, column, into, context)
}

const readTags = (cell: string, { index, path }: Column, into: Incoming, exact: boolean): void => {
  const tags = exact ? splitJoinedTags(cell) : splitTags(cell)
  if (tags.some((tag) => tag.length > MAX_TAG))
    into.problems.push({ code: 'tooLong', column: index, path, value: cell })
  else into.tags.push(...tags)
}

const joined = new Set(['notes', 'text'])

const readField = (cell: string, column: Column, into: Incoming, context: Context): void => {
  const { path, index } = column
  const isClose = path === 'closeDate'
  const converted = convertValue(cell, isClose ? 'expectedClose' : path, column, context)
  if (converted === undefined) return
  if ('problem' in converted) into.problems.push({ code: converted.problem, column: index, path, value: cell })
  else if ('choice' in converted) into.choices.push({ field: path, ...converted.choice })
  else if ('link' in converted)
    into.links.push({ to: 'customer', by: 'name', values: [converted.link], column: index, path, field: path })
  else if (isClose) into.closeDate ??= String(converted.value)
  else if (context.catalog.field(context.noun, path)?.type === 'money') {
    if (typeof converted.value === 'number') into.amounts[path] ??= converted.value
    const currency = context.exact || path !== 'value' ? undefined : currencyIn(cell)
    if (currency !== undefined) into.currency ??= currency
  } else if (joined.has(path) && typeof into.values[path] === 'string')
    into.values[path] = `${into.values[path]}\n${String(converted.value)}`
  else into.values[path] ??= converted.value
}

/** The noun of what a mapping makes, beside its own: Pipedrive's open activities are tasks. */
export const tablesOf = ({ noun, columns }: Pick<Mapping, 'noun' | 'columns'>): NounName[] =>
  noun === 'interactions' && columns.some(({ path }) => path === 'done') ? [noun, 'tasks'] : [noun]
