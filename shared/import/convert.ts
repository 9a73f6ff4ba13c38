import type { NounName } from '../domain/index.ts'
import type { Choices } from './choices.ts'
import { convertEntries, type EntryCell, entryWords } from './convert-entries.ts'
import { convertValue, type ValueContext } from './convert-value.ts'
import { hasLegalForm } from './fold.ts'
import { unguardCell } from './guard.ts'
import type { Incoming } from './incoming.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { entryPath } from './paths.ts'
import type { Table } from './table.ts'
import { splitJoinedTags, splitTags } from './values/multi.ts'
import { type DecimalMark, detectDecimalMark, minorDigits } from './values/number.ts'
import { splitName } from './values/person-name.ts'
import type { Vocabulary } from './vocabulary.ts'

export type ConvertOptions = {
  noun: NounName
  mapping: Mapping
  vocabulary: Vocabulary
  choices: Choices
  /** ISO 3166-1 alpha-2: where a phone without a country code is from. */
  country: string | undefined
}

type Column = ColumnMapping & { index: number; decimalMark: DecimalMark }
type Names = { fullName?: string; middleName?: string }

const MARK_ROWS = 2_000
const MAX_TAG = 500

/** Makes the converter of a table's rows. */
export const createConverter = (table: Table, options: ConvertOptions): ((row: number) => Incoming) => {
  const { mapping, noun, country } = options
  const exact = mapping.source === 'fairbook'
  const context: ValueContext = { ...options, exact, preset: mapping.preset }
  const columns: Column[] = mapping.columns.flatMap((column, index) => {
    if (column.path === '') return []
    const sample = table.rows.slice(0, MARK_ROWS).map((row) => row[index] ?? '')
    return [{ ...column, index, decimalMark: exact ? '.' : detectDecimalMark(sample) }]
  })
  const words = entryWords(options.vocabulary)
  const linksByName = noun === 'customers' && !columns.some(({ path }) => path === 'companyId')

  const readCell = (cell: string, column: Column, into: Incoming, names: Names, entries: EntryCell[]): void => {
    const { path, index } = column
    const entry = noun === 'customers' ? entryPath(path) : undefined
    if (entry) entries.push({ ...entry, cell, column: index, path })
    else if (path === 'id') into.id = cell
    else if (path === 'fullName' || path === 'middleName') names[path] = cell.trim()
    else if (path === 'tags') readTags(cell, column, into, exact)
    else readField(cell, column, into, context)
  }

  return (rowIndex) => {
    const row = table.rows[rowIndex] ?? []
    const into: Incoming = {
      row: rowIndex,
      values: {},
      choices: [],
      emails: [],
      phones: [],
      addresses: [],
      tags: [],
      problems: [],
    }
    const names: Names = {}
    const entries: EntryCell[] = []
    for (const column of columns) {
      const cell = row[column.index] ?? ''
      if (exact ? cell === '' : cell.trim() === '') continue
      readCell(unguardCell(exact ? cell : cell.trim()), column, into, names, entries)
    }
    if (row.slice(table.headers.length).some((cell) => cell.trim() !== '')) into.problems.push({ code: 'tooManyCells' })
    const { problems, ...reach } = convertEntries(entries, { exact, country, words })
    Object.assign(into, reach)
    into.problems.push(...problems)
    if (noun === 'customers') finishCustomer(into, names, { exact, linksByName, kind: mapping.preset?.kind })
    else finishMoney(into)
    return into
  }
}

const readTags = (cell: string, { index, path }: Column, into: Incoming, exact: boolean): void => {
  const tags = exact ? splitJoinedTags(cell) : splitTags(cell)
  if (tags.some((tag) => tag.length > MAX_TAG))
    into.problems.push({ code: 'tooLong', column: index, path, value: cell })
  else into.tags.push(...tags)
}

const readField = (cell: string, column: Column, into: Incoming, context: ValueContext): void => {
  const { path, index } = column
  const converted = convertValue(cell, path, column, context)
  if (converted === undefined) return
  if ('problem' in converted) into.problems.push({ code: converted.problem, column: index, path, value: cell })
  else if ('choice' in converted) into.choices.push({ field: path, ...converted.choice })
  else if (path === 'notes' && typeof into.values['notes'] === 'string')
    into.values['notes'] = `${into.values['notes']}\n${String(converted.value)}`
  else into.values[path] ??= converted.value
}

const finishCustomer = (
  into: Incoming,
  { fullName, middleName }: Names,
  { exact, linksByName, kind }: { exact: boolean; linksByName: boolean; kind: string | undefined },
): void => {
  const { values } = into
  if (exact) return
  if (fullName && values['givenName'] === undefined && values['familyName'] === undefined) {
    if (hasLegalForm(fullName) && values['companyName'] === undefined) values['companyName'] = fullName
    else Object.assign(values, splitName(fullName))
  }
  if (middleName) values['givenName'] = [values['givenName'], middleName].filter(Boolean).join(' ')
  const isPerson = values['givenName'] !== undefined || values['familyName'] !== undefined
  values['kind'] ??= kind ?? (!isPerson && values['companyName'] !== undefined ? 'company' : 'person')
  if (kind === 'person' && !isPerson && values['companyName'] !== undefined && into.emails.length === 0)
    values['kind'] = 'company'
  const company = values['companyName']
  if (linksByName && values['kind'] === 'person' && typeof company === 'string') {
    into.company = company
    delete values['companyName']
  }
}

/** Amounts come in major units; what is stored is minor units of the row's currency. */
const finishMoney = (into: Incoming): void => {
  const { value, currency } = into.values
  if (typeof value !== 'number') return
  if (typeof currency !== 'string') {
    into.problems.push({ code: 'badCurrency', path: 'value', value: String(value) })
    return
  }
  into.values['value'] = Math.round(value * 10 ** minorDigits(currency))
}
