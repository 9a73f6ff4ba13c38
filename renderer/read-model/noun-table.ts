import type { Row } from '../../shared/change/index.ts'
import { type Catalog, type Field, type NounName, rollupColumns } from '../../shared/domain/index.ts'
import { digitsOf, normalize } from '../../shared/search/index.ts'
import { entriesOf, type ReadRow, readerOf } from './cells.ts'
import {
  fitColumn,
  type HeldColumn,
  type LinkColumn,
  numberColumn,
  setCell,
  type TextColumn,
  textColumn,
} from './held-column.ts'
import { createIdTable, type IdTable } from './id-table.ts'
import type { Order } from './order.ts'
import { createTextIndex, markText, type TextIndex } from './text-index.ts'
import { grown } from './typed.ts'

/** A record's state. An absent one only has a slot, because a link points at it or because it was erased. */
export const ABSENT = 0
export const ALIVE = 1
export const TRASHED = 2
/** Not in the trash, and out of the way. */
export const ARCHIVED = 3

/** Ends each field within a record's search text. */
const SEGMENT_END = '\n'

/** One noun in memory: a slot for each record, and columns, texts and orders over the slots. */
export type NounTable = {
  readonly noun: NounName
  readonly ids: IdTable
  state: Uint8Array
  readonly columns: ReadonlyMap<string, HeldColumn>
  readonly readers: readonly { column: HeldColumn; read: ReadRow }[]
  /** The columns that name a customer. */
  readonly customerLinks: readonly LinkColumn[]
  /** The fields in the order of their segments in the search text; one more segment holds the linked names. */
  readonly searched: readonly (readonly [name: string, field: Field])[]
  readonly text: TextIndex
  /** The digits of phone numbers. */
  readonly phones: TextIndex
  /** Whether there are any. */
  readonly dialled: boolean
  readonly orders: Map<string, Order>
  /** Rises when a record comes, goes, or turns to trash. */
  version: number
}

type IdTables = Record<NounName, IdTable>
export type Tables = Record<NounName, NounTable>
export const NOUNS = ['customers', 'deals', 'interactions', 'tasks'] as const satisfies readonly NounName[]

const SEVERAL = new Set(['tags', 'choices', 'emails', 'phones', 'addresses', 'consents'])
const NUMBERS = new Set(['boolean', 'number', 'percent', 'money', 'day', 'instant'])

/** The searched fields: Fairbook's own in their order, then one's own by their ids, so that moving one changes nothing. */
const searchedFields = (catalog: Catalog, noun: NounName): (readonly [name: string, field: Field])[] => {
  const searched = Object.entries(catalog.fields(noun)).filter(([, field]) => field.search === true)
  const [standard, own] = [false, true].map((custom) =>
    searched.filter(([, field]) => (field.custom ?? false) === custom),
  )
  return [...(standard ?? []), ...(own ?? []).sort(([a], [b]) => (a < b ? -1 : 1))]
}

/** What tells whether two catalogs make the same columns; how fields are called and ordered does not. */
export const shapeOf = (catalog: Catalog): string =>
  JSON.stringify(
    NOUNS.map((noun) => [
      catalog
        .columns(noun)
        .map(({ key, type, field, basis }) => [key, type, field?.target, field?.currencyField, basis])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      searchedFields(catalog, noun).map(([name, { type }]) => [name, type]),
    ]),
  )

const createTable = (catalog: Catalog, noun: NounName, ids: IdTables): NounTable => {
  const searched = searchedFields(catalog, noun)
  const columns = new Map<string, HeldColumn>()
  const readers: { column: HeldColumn; read: ReadRow }[] = []
  for (const domain of catalog.columns(noun)) {
    const { key, type, field } = domain
    const segment = searched.findIndex(([name]) => name === key)
    const target = type === 'link' ? field?.target : undefined
    if (target === 'customers' || target === 'deals')
      columns.set(key, {
        kind: 'link',
        key,
        domain,
        version: 0,
        target,
        targetIds: ids[target],
        links: new Uint32Array(0),
      })
    else if (type === 'longText' && segment >= 0) columns.set(key, { kind: 'long', key, domain, version: 0, segment })
    else if (NUMBERS.has(type)) columns.set(key, numberColumn(key, domain))
    else columns.set(key, textColumn(key, domain, SEVERAL.has(type)))
    const column = columns.get(key)
    if (column !== undefined && !Object.hasOwn(rollupColumns[noun], key))
      readers.push({ column, read: readerOf(noun, domain) })
  }
  const customerLinks = [...columns.values()].filter(
    (column): column is LinkColumn => column.kind === 'link' && column.target === 'customers',
  )
  return {
    noun,
    ids: ids[noun],
    state: new Uint8Array(0),
    columns,
    readers,
    customerLinks,
    searched,
    text: createTextIndex(),
    phones: createTextIndex(),
    dialled: searched.some(([, { type }]) => type === 'phones' || type === 'phone'),
    orders: new Map(),
    version: 0,
  }
}

/** The four nouns, empty, with the columns that a catalog has for them. */
export const createTables = (catalog: Catalog): Tables => {
  const ids = {
    customers: createIdTable(),
    deals: createIdTable(),
    interactions: createIdTable(),
    tasks: createIdTable(),
  }
  return {
    customers: createTable(catalog, 'customers', ids),
    deals: createTable(catalog, 'deals', ids),
    interactions: createTable(catalog, 'interactions', ids),
    tasks: createTable(catalog, 'tasks', ids),
  }
}

/** Makes room in every column for every slot: a link may have given slots to records that have not come yet. */
export const fitTable = (table: NounTable): void => {
  const { size } = table.ids
  if (table.state.length >= size) return
  table.state = grown(table.state, size)
  for (const column of table.columns.values()) fitColumn(column, table.state.length)
}

const searchText = (value: unknown, type?: Field['type']): string => {
  if (type === 'emails' || type === 'phones')
    return entriesOf(value)
      .map((entry) => (typeof entry['value'] === 'string' ? entry['value'] : ''))
      .join(' ')
  if (type === 'tags') return typeof value === 'object' && value !== null ? Object.keys(value).join(' ') : ''
  return typeof value === 'string' ? value : ''
}

const phoneDigits = ({ searched }: NounTable, row: Row): string => {
  const forms = new Set<string>()
  for (const [name, { type }] of searched) if (type === 'phone') forms.add(digitsOf(searchText(row[name])))
  for (const { value, e164 } of entriesOf(row['phones'])) {
    if (typeof e164 === 'string') forms.add(digitsOf(e164))
    if (typeof value === 'string') forms.add(digitsOf(value))
  }
  forms.delete('')
  let text = ''
  for (const form of forms) text += form + SEGMENT_END
  return text
}

const textOf = (table: NounTable, row: Row): string => {
  let text = ''
  for (const [name, field] of table.searched)
    text += markText(normalize(searchText(row[name], field.type))) + SEGMENT_END
  return text
}

const stateOf = (row: Row | undefined): number => {
  if (row === undefined || row['erasedAt'] !== undefined) return ABSENT
  if (row['deletedAt'] !== undefined) return TRASHED
  return row['archivedAt'] === undefined ? ALIVE : ARCHIVED
}

/** The names of the customers a record links to, as the last segment of its text. */
const linkedNames = (table: NounTable, slot: number, names: TextColumn): string => {
  let text = ''
  for (const { links } of table.customerLinks) {
    const code = names.codes[(links[slot] ?? 0) - 1] ?? 0
    if (code !== 0) text += markText(normalize(names.dictionary.textAt(code)))
  }
  return text + SEGMENT_END
}

/** Writes the linked names of a record anew, after one of them changed. */
export const relinkText = (table: NounTable, slot: number, names: TextColumn): void => {
  if (table.state[slot] === ABSENT) return
  const own = table.text.get(slot).split(SEGMENT_END).slice(0, table.searched.length)
  table.text.set(slot, own.join(SEGMENT_END) + SEGMENT_END + linkedNames(table, slot, names))
}

/** The words of one searched field of a record, folded. */
export const segmentOf = (table: NounTable, slot: number, segment: number): string =>
  (table.text.get(slot).split(SEGMENT_END)[segment] ?? '').trim().toLowerCase()

/**
 * Puts a record's present row into the columns; `undefined` for a row that is gone.
 * @returns the keys of the columns whose value changed, and whether its state did
 */
export const putRow = (
  table: NounTable,
  slot: number,
  row: Row | undefined,
  names: TextColumn,
): { changed: string[]; turned: boolean } => {
  const state = stateOf(row)
  const held = state === ABSENT ? undefined : row
  const turned = table.state[slot] !== state
  const changed: string[] = []
  table.state[slot] = state
  if (turned) table.version += 1
  for (const { column, read } of table.readers) if (setCell(column, slot, held && read(held))) changed.push(column.key)
  table.text.set(slot, held === undefined ? '' : textOf(table, held) + linkedNames(table, slot, names))
  if (table.dialled) table.phones.set(slot, held === undefined ? '' : phoneDigits(table, held))
  return { changed, turned }
}
