import type { Customer, ListItem, NounName, Pipeline } from '../../../../shared/domain/index.ts'
import { type Field, initialListItems, nouns } from '../../../../shared/domain/index.ts'
import type { ExportContext } from '../../../../shared/export/index.ts'
import {
  type BookRow,
  createChoices,
  createConverter,
  createPlanner,
  type Decode,
  idHeaders,
  knowsHeader,
  matchKeyOf,
  type Planned,
  proposeMapping,
  readTable,
  type Vocabulary,
} from '../../../../shared/import/index.ts'

export const decode: Decode = (bytes, label) => new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes)

const words = (text: string) => text.replace(/[.@]/g, ' ').replace(/\b\d+\b/g, '#')

/** A vocabulary made of the paths themselves, with a second language that only adds a prefix. */
const headersOf = (prefix: string, noun: NounName): Record<string, string> => {
  const paths = Object.keys(nouns[noun].fields)
  const entries = ['email.#', 'email.#.label', 'phone.#', 'phone.#.label'].concat(
    ['kind', 'street', 'city', 'region', 'postcode', 'country'].map((part) => `address.#.${part}`),
  )
  return Object.fromEntries([...paths, ...entries].map((path) => [`${prefix} ${words(path)}`, path]))
}

const allHeaders = (prefix: string) => ({
  customers: headersOf(prefix, 'customers'),
  deals: headersOf(prefix, 'deals'),
  interactions: headersOf(prefix, 'interactions'),
  tasks: headersOf(prefix, 'tasks'),
})

export const vocabulary: Vocabulary = {
  headers: { en: allHeaders('the'), ru: allHeaders('поле') },
  options: {
    'customers.status': { lead: ['Lead', 'Потенциальный'], customer: ['Customer', 'Покупатель', 'Klientas'] },
    'customers.kind': { person: ['Person'], company: ['Company', 'Įmonė'] },
    'entry.label': { work: ['Darbo', 'Work'] },
  },
  listItems: { 'source:fair': ['Trade fair', 'Mugė', 'Выставка'], 'channel:email': ['E-mail'] },
}

export const exportContextOf = (noun: NounName): ExportContext => ({
  header: (path) =>
    path === 'id' ? idHeaders[noun] : path.startsWith('@') ? path : `the ${path.replace(/[.]/g, ' ')}`,
  option: (key, option) => vocabulary.options[key]?.[option]?.[0] ?? option,
  listItem: (id) => vocabulary.listItems[id]?.[0],
  linkName: (_, id) => `name of ${id}`,
  stageName: (_, id) => id,
  rollup: () => undefined,
  currency: 'EUR',
})
export const exportContext = exportContextOf('customers')

/** A book in memory that takes what a plan writes. */
export const createMemoryBook = (
  rows: readonly BookRow[] = [],
  items: readonly Pick<ListItem, 'id' | 'list' | 'name' | 'order' | 'retired'>[] = initialListItems as ListItem[],
) => {
  const tables = new Map<string, Map<string, BookRow>>()
  const table = (name: string) => {
    const held = tables.get(name) ?? new Map<string, BookRow>()
    tables.set(name, held)
    return held
  }
  for (const row of rows) table('customers').set(row.id, row)
  let next = 0
  const newId = () => {
    next += 1
    return `new-${String(next).padStart(6, '0')}`
  }
  const apply = (planned: readonly Planned[]) => {
    for (const write of planned.flatMap(({ writes }) => writes)) {
      if (write.op === 'create')
        table(write.table).set(write.record.id, { createdAt: '2026-01-01T00:00:00.000Z', ...write.record })
      else if (write.op === 'update') {
        const row: BookRow = { ...(table(write.table).get(write.id) ?? { id: write.id }) }
        for (const [field, value] of Object.entries(write.patch))
          row[field] = typeof value === 'object' ? { ...(row[field] as object), ...value } : value
        table(write.table).set(write.id, row)
      } else allItems.push(write.item)
    }
  }
  const allItems = [...items]
  return {
    table,
    apply,
    newId,
    items: allItems,
    customers: () => [...table('customers').values()] as unknown as Customer[],
  }
}

export type MemoryBook = ReturnType<typeof createMemoryBook>

/** Imports a file as the worker does: analysis, plan, and what it writes. */
export const importInto = async (
  book: MemoryBook,
  file: string | Uint8Array,
  {
    country = 'LT',
    badCells = 'skipRow',
    pipelines = [],
    chunk = 3,
  }: { country?: string; badCells?: 'skipRow' | 'skipCell'; pipelines?: Pipeline[]; chunk?: number } = {},
) => {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const table = readTable(bytes, decode, knowsHeader(vocabulary))
  const mapping = proposeMapping(table, { vocabulary, dateOrder: 'dmy' })
  const { noun } = mapping
  const choices = createChoices(book.items, vocabulary, book.newId)
  const convert = createConverter(table, { noun, mapping, vocabulary, choices, country })
  const incoming = table.rows.map((_, row) => convert(row))
  const planner = createPlanner({
    noun,
    importId: 'import-1',
    fileName: 'file.csv',
    choices,
    pipelines,
    badCells,
    forwardOnly: mapping.preset?.forwardOnly ?? false,
    exact: mapping.source === 'fairbook',
    fileIds: new Set(incoming.flatMap(({ id }) => id ?? [])),
    newId: book.newId,
    lookup: async (name, ids) =>
      new Map(ids.flatMap((id) => (book.table(name).has(id) ? [[id, book.table(name).get(id) as BookRow]] : []))),
  })
  for (const customer of book.customers())
    if (customer.deletedAt === undefined) {
      const company = customer.companyId === undefined ? undefined : book.table('customers').get(customer.companyId)
      planner.learn(matchKeyOf(customer, company?.['companyName'] as string | undefined))
    }
  const planned: Planned[] = []
  for (let at = 0; at < incoming.length; at += chunk) {
    const part = await planner.plan(incoming.slice(at, at + chunk))
    book.apply(part)
    planned.push(...part)
  }
  return { table, mapping, incoming, planned, outcomes: planned.map(({ outcome }) => outcome) }
}

/** The importable part of a record, entries in their order without ids: what must survive a round trip. */
export const essence = (noun: NounName, record: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries<Field>(nouns[noun].fields).flatMap(([name, field]) => {
      const value = record[name]
      if (value === undefined || name === 'importId' || name === 'deletedAt' || name === 'createdBy') return []
      if (field.type === 'tags') return [[name, Object.keys(value as object).sort()]]
      return [[name, value]]
    }),
  )
