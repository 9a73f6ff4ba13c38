import { ERASED, type Row } from '../../shared/change/index.ts'
import { type Catalog, type CustomField, createCatalog, nouns, type TableName } from '../../shared/domain/index.ts'
import { isFollowed } from './engine.ts'
import { BUILD_ORDER, type Model, relabel } from './model.ts'
import { shapeOf } from './noun-table.ts'
import type { Source } from './source.ts'

const SCAN_ROWS = 2_000
const CHANGE_LINES = 4_000

/** Every field of the book as its definitions stand now. */
export const readCatalog = async (source: Source): Promise<Catalog> => {
  const { schema } = nouns.customFields
  const definitions = (await source.all('customFields')).flatMap((row): CustomField[] => {
    const { data } = schema.safeParse(row)
    return data === undefined ? [] : [data]
  })
  const pipelines = (await source.all('pipelines')).flatMap((row) => {
    const { data } = nouns.pipelines.schema.safeParse(row)
    return data === undefined || data.deletedAt !== undefined ? [] : [data]
  })
  return createCatalog(definitions, { pipelines })
}

/**
 * Reads every row of the book into a new model, in pieces. What is written meanwhile is followed afterwards.
 * @param create makes the empty model for a catalog
 */
export const rebuild = async (source: Source, create: (catalog: Catalog) => Model): Promise<Model> => {
  const seq = await source.lastSeq()
  const model = create(await readCatalog(source))
  for (const table of BUILD_ORDER) {
    let after = ''
    for (;;) {
      const rows = await source.scan(table, after, SCAN_ROWS)
      for (const row of rows) model.engine.put(table, row.id, row)
      const last = rows.at(-1)
      if (last === undefined || rows.length < SCAN_ROWS) break
      after = last.id
    }
  }
  model.engine.finish()
  model.questions.forget()
  model.seq = seq
  return model
}

type Put = { id: string; row: Row | undefined }

/**
 * Reads the records of the outbox's lines up to `to` into the model, each in its present state.
 * @returns false when fields of one's own came or went, or a record was erased: then the model is to be built anew
 */
export const follow = async (source: Source, model: Model, to: number): Promise<boolean> => {
  while (model.seq < to) {
    const lines = await source.changesAfter(model.seq, CHANGE_LINES)
    const last = lines.at(-1)
    if (last === undefined) {
      // Only lines that are not needed any more are dropped from the outbox.
      model.seq = to
      return true
    }
    const byTable = new Map<string, Set<string>>()
    for (const { table, id } of lines) byTable.set(table, (byTable.get(table) ?? new Set()).add(id))
    if (byTable.has('customFields') || byTable.has('pipelines')) {
      const catalog = await readCatalog(source)
      if (shapeOf(catalog) !== shapeOf(model.catalog)) return false
      relabel(model, catalog)
    }
    const read = async (table: TableName): Promise<Put[]> => {
      const ids = [...(byTable.get(table) ?? [])]
      const rows = await source.rows(table, ids)
      return ids.map((id, index) => ({ id, row: rows[index] }))
    }
    const followed = [...byTable.keys()].filter(isFollowed)
    const [segments, ...tables] = await Promise.all([read('segments'), ...followed.map(read)])
    // Columns go on holding the words of what they once held: of an erased record nothing may be left.
    if (tables.some((puts) => puts.some(({ row }) => row?.[ERASED] !== undefined))) return false
    for (const { id, row } of segments ?? []) model.segments.put(id, row)
    for (const [index, table] of followed.entries())
      for (const { id, row } of tables[index] ?? []) model.engine.put(table, id, row)
    model.engine.finish()
    model.questions.forget()
    model.seq = last.seq
  }
  return true
}
