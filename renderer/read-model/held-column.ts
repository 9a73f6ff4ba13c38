import type { Column as DomainColumn } from '../../shared/domain/index.ts'
import { createLocalDays, DAY_MS, type DayNumber, printDay, type Unit, unitOf } from './calendar.ts'
import { createDictionary, type Dictionary } from './dictionary.ts'
import type { IdTable } from './id-table.ts'
import { grown } from './typed.ts'

/** What a cell is told as: a number (instants in Unix milliseconds, days since 1970), a text, or nothing. */
export type Cell = number | string | undefined

/** Between the values of a cell that holds several (tags, e-mails). */
export const VALUE_SEPARATOR = '\u0000'

type Common = {
  readonly key: string
  /** How the domain calls it; another one when a definition of one's own changed in a way that keeps the values. */
  domain: DomainColumn
  /** Rises when a value changes: what was computed from an older one is stale. */
  version: number
}

export type NumberColumn = Common & {
  kind: 'number'
  /** Milliseconds, days, or plain numbers: how a value reads on the calendar and in words. */
  scale: 'instant' | 'day' | 'plain'
  /** NaN where there is none. */
  values: Float64Array
  /** The calendar unit of each value, computed when first grouped by. */
  units: Map<Unit, Int32Array>
}
export type TextColumn = Common & {
  kind: 'text'
  /** Each code may stand for several values, joined by `VALUE_SEPARATOR`. */
  several: boolean
  codes: Uint32Array
  dictionary: Dictionary
}
export type LinkColumn = Common & {
  kind: 'link'
  target: 'customers' | 'deals'
  targetIds: IdTable
  /** Slot of the target plus one; 0 where there is none. */
  links: Uint32Array
}
/** A long text: its words are a part of the noun's search text, and not kept a second time. */
type LongColumn = Common & { kind: 'long'; segment: number }

export type HeldColumn = NumberColumn | TextColumn | LinkColumn | LongColumn

const NO_UNIT = -(2 ** 31)
const localDay = createLocalDays()

export const numberColumn = (key: string, domain: DomainColumn): NumberColumn => ({
  kind: 'number',
  key,
  domain,
  version: 0,
  scale: domain.type === 'instant' || domain.type === 'day' ? domain.type : 'plain',
  values: new Float64Array(0),
  units: new Map(),
})

export const textColumn = (key: string, domain: DomainColumn, several: boolean): TextColumn => ({
  kind: 'text',
  key,
  domain,
  version: 0,
  several,
  codes: new Uint32Array(0),
  dictionary: createDictionary(),
})

/** Makes room for `size` records. */
export const fitColumn = (column: HeldColumn, size: number): void => {
  if (column.kind === 'number') {
    column.values = grown(column.values, size, Number.NaN)
    for (const [unit, held] of column.units) column.units.set(unit, grown(held, size, NO_UNIT))
  } else if (column.kind === 'text') column.codes = grown(column.codes, size)
  else if (column.kind === 'link') column.links = grown(column.links, size)
}

/** A value's day on the calendar here; NaN for none. */
export const dayOf = (column: NumberColumn, value: number): DayNumber =>
  column.scale === 'instant' && !Number.isNaN(value) ? localDay(value) : value

const toUnit = (column: NumberColumn, value: number, unit: Unit): number =>
  !Number.isNaN(value) ? unitOf(dayOf(column, value), unit) : NO_UNIT

/** The calendar unit of each record; `NO_UNIT` where there is none. */
export const unitsOf = (column: NumberColumn, unit: Unit): { units: Int32Array; none: number } => {
  let units = column.units.get(unit)
  if (units === undefined) {
    units = Int32Array.from(column.values, (value) => toUnit(column, value, unit))
    column.units.set(unit, units)
  }
  return { units, none: NO_UNIT }
}

/** Sets one cell of a column that has room for it; true if it was another value before. */
export const setCell = (column: HeldColumn, slot: number, cell: Cell): boolean => {
  if (column.kind === 'long') return false
  if (column.kind === 'number') {
    const value = typeof cell === 'number' ? cell : Number.NaN
    if (Object.is(column.values[slot], value)) return false
    column.values[slot] = value
    for (const [unit, held] of column.units) held[slot] = toUnit(column, value, unit)
  } else {
    const text = typeof cell === 'string' ? cell : ''
    const held = column.kind === 'text' ? column.codes : column.links
    const code =
      text === '' ? 0 : column.kind === 'text' ? column.dictionary.code(text) : column.targetIds.slot(text) + 1
    if (held[slot] === code) return false
    held[slot] = code
  }
  column.version += 1
  return true
}

/** The value as `ReadModel.values` gives it: days and instants in ISO 8601, several values with commas, or null. */
export const readCell = (column: HeldColumn, slot: number): string | number | null => {
  if (column.kind === 'long') return null
  if (column.kind === 'number') {
    const value = column.values[slot] ?? Number.NaN
    return !Number.isNaN(value) ? printNumber(column, value) : null
  }
  if (column.kind === 'link') {
    const link = column.links[slot] ?? 0
    return link === 0 ? null : column.targetIds.idAt(link - 1)
  }
  const code = column.codes[slot] ?? 0
  return code === 0 ? null : column.dictionary.textAt(code).replaceAll(VALUE_SEPARATOR, ', ')
}

/** A number of a column in words: ISO 8601 for days and instants. */
export const printNumber = ({ scale }: NumberColumn, value: number): string | number => {
  if (scale === 'plain') return value
  return scale === 'day' ? printDay(value) : new Date(value).toISOString()
}

/** The largest day number that `Date` can print. */
const LAST_DAY = 8_640_000_000_000_000 / DAY_MS
export const isDay = (day: number): boolean => Math.abs(day) <= LAST_DAY
