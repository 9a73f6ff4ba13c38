import type { NounName } from '../../shared/domain/index.ts'
import {
  type BookRow,
  type Lookup,
  linkPath,
  type Mapping,
  type Planned,
  type Planner,
  tablesOf,
} from '../../shared/import/index.ts'
import { type Book, type Draft, pagesOf, rowsOf, type WriteOptions } from '../data/index.ts'

/** Whom a row that was merged into another stands for: the end of the chain, however often that one was merged again. */
const winnerOf = async (db: Book['db'], row: BookRow): Promise<BookRow> => {
  const seen = new Set([row.id])
  let at = row
  for (;;) {
    const into = at['mergedInto']
    if (at['deletedAt'] === undefined || typeof into !== 'string' || seen.has(into)) return at
    seen.add(into)
    const next = await rowsOf(db, 'customers').get(into)
    if (!next) return at
    at = next as BookRow
  }
}

/** Reads records by id, those in the trash too; of one that was merged, the one it was merged into. */
export const lookupIn =
  ({ db }: Book): Lookup =>
  async (table, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await rowsOf(db, table).bulkGet([...ids])
    const found = rows.flatMap((row) => (row ? [row as BookRow] : []))
    return new Map(await Promise.all(found.map(async (row) => [row.id, await winnerOf(db, row)] as const)))
  }

/** The tables that a planner must know to find what rows are about and what they point to. */
const learnedTables = (mapping: Mapping): NounName[] => {
  const { noun, columns, source } = mapping
  if (source === 'fairbook' && noun !== 'customers') return []
  const targets = columns.flatMap(({ path }) => linkPath(path)?.to ?? [])
  const tables = new Set<NounName>(tablesOf(mapping))
  if (noun === 'deals' || targets.length > 0) tables.add('customers')
  if (targets.some((to) => to === 'deal' || to === 'any')) tables.add('deals')
  return [...tables]
}

/** Tells the planner every living record that a file may be about, page by page. */
export const learnBook = async ({ db }: Book, planner: Planner, mapping: Mapping): Promise<void> => {
  for (const table of learnedTables(mapping))
    for await (const page of pagesOf(rowsOf(db, table)))
      for (const row of page)
        if (row['deletedAt'] === undefined && row['erasedAt'] === undefined) planner.learn(table, row as BookRow)
}

/** Puts what was planned for some rows into a draft. */
const applyPlanned = async (draft: Draft, planned: readonly Planned[]): Promise<void> => {
  for (const write of planned.flatMap(({ writes }) => writes)) {
    // The planner has parsed each record with the noun's schema.
    if (write.op === 'create')
      draft.create<NounName>(write.table, write.record as unknown as Parameters<typeof draft.create<NounName>>[1])
    else if (write.op === 'update') await draft.update(write.table, write.id, write.patch)
    else draft.create('listItems', write.item)
  }
}

/** Writes rows and how far the import is, in one transaction: a row never comes in twice, and none is forgotten. */
export const writeRows = async (
  book: Book,
  importId: string,
  planned: readonly Planned[],
  progress: Readonly<Record<string, number>>,
): Promise<void> => {
  const options: WriteOptions = { writeId: importId, silent: true }
  await book.write(
    { key: 'imported' },
    async (draft) => {
      await applyPlanned(draft, planned)
      await draft.update('imports', importId, progress)
    },
    options,
  )
}
