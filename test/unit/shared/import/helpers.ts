import {
  type Catalog,
  type Customer,
  type Field,
  initialListItems,
  initialPipeline,
  type ListItem,
  type NounName,
  nouns,
  type Pipeline,
  plainCatalog,
} from '../../../../shared/domain/index.ts'
import type { ExportContext } from '../../../../shared/export/index.ts'
import {
  type BookRow,
  createChoices,
  createConverter,
  createEarlierRows,
  createPlanner,
  createRowIds,
  type Decode,
  defaultRules,
  type ImportRules,
  type Incoming,
  idHeaders,
  knowsHeader,
  type Planned,
  proposeMapping,
  readTable,
  signatureOf,
  type Table,
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
  stages: {
    'stage:new': ['New', 'Nauja', 'Новая'],
    'stage:qualified': ['Qualified'],
    'stage:proposal': ['Proposal'],
    'stage:negotiation': ['Negotiation', 'Derybos'],
    'pipeline:sales': ['Sales'],
  },
  reasonHeaders: ['What to mend', 'Ką pataisyti'],
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

const nounNames: readonly NounName[] = ['customers', 'deals', 'interactions', 'tasks']
const testPipeline: Pipeline = { ...initialPipeline, createdAt: '2026-01-01T00:00:00.000Z' }

export type ImportTestOptions = {
  country?: string
  rules?: Partial<ImportRules>
  pipelines?: Pipeline[]
  chunk?: number
  catalog?: Catalog
  blocked?: (incoming: Incoming) => boolean
  noun?: NounName | undefined
  importId?: string
  taken?: string[]
  findLikely?: boolean
}

export const tableFrom = (file: string | Uint8Array): Table =>
  readTable(typeof file === 'string' ? new TextEncoder().encode(file) : file, decode, knowsHeader(vocabulary))
const testImportId = (at: number) => `01920000-0000-7000-8000-${String(at).padStart(12, '0')}`
const isTable = (file: string | Uint8Array | Table): file is Table =>
  typeof file !== 'string' && !(file instanceof Uint8Array)

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
    /** Imports so far. */
    before: [] as { importId: string; file: unknown; found: ReadonlyMap<number, string> }[],
    customers: () => [...table('customers').values()] as unknown as Customer[],
  }
}

export type MemoryBook = ReturnType<typeof createMemoryBook>

/** Imports a file as the worker does: analysis, plan, and what it writes. */
export const importInto = async (
  book: MemoryBook,
  file: string | Uint8Array | Table,
  {
    country = 'LT',
    rules: some = {},
    pipelines = [testPipeline],
    chunk = 3,
    catalog = plainCatalog,
    blocked = () => false,
    noun,
    importId = testImportId(book.before.length),
    ...more
  }: ImportTestOptions = {},
) => {
  const table = isTable(file) ? file : tableFrom(file)
  const rules: ImportRules = { ...defaultRules, ...some }
  const mapping = proposeMapping(table, { vocabulary, catalog, dateOrder: 'dmy', noun })
  const choices = createChoices(book.items, vocabulary, book.newId)
  const signature = signatureOf(mapping.noun, table.headers, vocabulary)
  const convert = createConverter(table, { mapping, vocabulary, catalog, choices, country, rules, signature })
  const incoming = table.rows.map((_, row) => convert(row))
  const same = book.before.filter((one) => one.file === file && one.importId !== importId)
  const planner = createPlanner({
    noun: mapping.noun,
    importId,
    fileName: 'file.csv',
    now: '2026-11-22T12:00:00.000Z',
    catalog,
    vocabulary,
    preset: mapping.preset,
    choices,
    pipelines,
    rules,
    currency: 'EUR',
    country,
    exact: mapping.source === 'fairbook',
    fileIds: new Set(incoming.flatMap(({ id }) => id ?? [])),
    ids: createRowIds(importId, book.newId),
    earlier: createEarlierRows(
      same.map((one) => one.importId),
      new Map(same.flatMap((one) => [...one.found])),
    ),
    lookup: async (name, ids) =>
      new Map(ids.flatMap((id) => (book.table(name).has(id) ? [[id, book.table(name).get(id) as BookRow]] : []))),
    isBlocked: blocked,
    findLikely: false,
    ...more,
  })
  for (const noun of nounNames)
    for (const row of book.table(noun).values()) if (row['deletedAt'] === undefined) planner.learn(noun, row)
  const planned: Planned[] = []
  for (let at = 0; at < incoming.length; at += chunk) {
    const part = await planner.plan(incoming.slice(at, at + chunk))
    book.apply(part)
    planned.push(...part)
  }
  const found = planned.flatMap(({ row, id, outcome }) =>
    id !== undefined && (outcome === 'updated' || outcome === 'unchanged') ? [[row, id] as const] : [],
  )
  book.before.push({ importId, file, found: new Map(found) })
  return { table, mapping, incoming, planned, made: planner.made(), outcomes: planned.map(({ outcome }) => outcome) }
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
