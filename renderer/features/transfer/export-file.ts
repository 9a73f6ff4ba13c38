import {
  type Catalog,
  displayName,
  type Field,
  type NounName,
  outreachFilter,
  rollupColumns,
} from '../../../shared/domain/index.ts'
import { allColumns, type ExportRecord, exportRows, listColumns } from '../../../shared/export/index.ts'
import { type Book, rowsOf } from '../../data/index.ts'
import type { I18n } from '../../i18n/index.ts'
import type { ReadModel } from '../../read-model/api.ts'
import { type ExportRequest, usePrefs } from '../../view-state/index.ts'
import { createExportContext } from './export-context.ts'
import { asReached, mayBeReached, type Outreach } from './outreach.ts'

const PAGE = 5_000
const CHUNK = 500

export type ExportChoices = {
  delimiter: ',' | ';'
  bom: boolean
  columns: 'all' | 'visible'
  /** Of customers: only those who may be reached so. */
  outreach?: Outreach | undefined
}
type Progress = (done: number, total: number) => void

/** Ids of all that a request asks for, in the order of its list. */
const idsOf = async (model: ReadModel, { noun, ids, query }: ExportRequest): Promise<readonly string[]> => {
  if (ids) return ids
  const all: string[] = []
  for (;;) {
    const { ids: page, count } = await model.select({ noun, ...query, offset: all.length, limit: PAGE })
    all.push(...page)
    if (page.length === 0 || all.length >= count) return all
  }
}

const chunksOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK))

const linkFields = (noun: NounName, catalog: Catalog) =>
  Object.entries<Field>(catalog.fields(noun)).flatMap(([name, { target }]) =>
    target === 'customers' || target === 'deals' ? [{ name, target }] : [],
  )

/** How many of a request may be reached so. */
export const countReachable = async (
  { book, model }: { book: Book; model: ReadModel },
  request: ExportRequest,
  outreach: Outreach,
): Promise<number> => {
  const { ids, noun, query } = request
  if (!ids) {
    const filter = [...(query?.filter ?? []), ...outreachFilter(outreach.purpose, outreach.channel)]
    return (await model.select({ noun, ...query, filter, offset: 0, limit: 1 })).count
  }
  let count = 0
  for (const chunk of chunksOf(ids))
    for (const row of await book.db.customers.bulkGet(chunk)) if (row && mayBeReached(row, outreach)) count += 1
  return count
}

/** Reads the names of what the records link to. */
const readNames = async (
  { db }: Book,
  noun: NounName,
  records: readonly ExportRecord[],
  names: Map<string, string>,
  catalog: Catalog,
) => {
  for (const { name, target } of linkFields(noun, catalog)) {
    const wanted = new Set(records.flatMap((record) => (typeof record[name] === 'string' ? [record[name]] : [])))
    const ids = [...wanted].filter((id) => !names.has(id))
    if (target === 'customers')
      for (const row of await db.customers.bulkGet(ids)) if (row) names.set(row.id, displayName(row))
    if (target === 'deals') for (const row of await db.deals.bulkGet(ids)) if (row) names.set(row.id, row.title)
  }
}

/** The records of some ids that are there, and may be reached where that is asked for. */
const readRows = async (
  { db }: Book,
  noun: NounName,
  ids: readonly string[],
  outreach: Outreach | undefined,
): Promise<ExportRecord[]> => {
  if (noun !== 'customers' || outreach === undefined) {
    const rows = await rowsOf(db, noun).bulkGet([...ids])
    return rows.flatMap((row) => (row ? [row] : []))
  }
  const rows = await db.customers.bulkGet([...ids])
  return rows.flatMap((row) => (row && mayBeReached(row, outreach) ? [asReached(row, outreach)] : []))
}

/**
 * Writes the records of a request as CSV, piece by piece so that the window stays awake.
 * @throws AppError; an Error named AbortError when `signal` says so
 */
export const exportFile = async (
  { book, model, i18n }: { book: Book; model: ReadModel; i18n: I18n },
  request: ExportRequest,
  choices: ExportChoices,
  { onProgress, signal }: { onProgress: Progress; signal: AbortSignal },
): Promise<Blob> => {
  const { noun, columns: shown = [] } = request
  const ids = await idsOf(model, request)
  const catalog = (await book.catalog()).forRole(usePrefs.getState().role)
  const names = new Map<string, string>()
  const rollups = new Map<string, Record<string, string | number | null>>()
  const wantedRollups = choices.columns === 'visible' ? shown.filter((key) => key in rollupColumns[noun]) : []
  const records: ExportRecord[] = []
  for (const chunk of chunksOf(ids)) {
    signal.throwIfAborted()
    const living = await readRows(book, noun, chunk, choices.outreach)
    await readNames(book, noun, living, names, catalog)
    if (wantedRollups.length > 0) {
      const found = await model.values(noun, chunk, wantedRollups)
      chunk.forEach((id, at) => {
        rollups.set(id, Object.fromEntries(wantedRollups.map((key, column) => [key, found[at]?.[column] ?? null])))
      })
    }
    records.push(...living)
    onProgress(records.length, ids.length * 2)
  }
  const columns =
    choices.columns === 'visible' ? listColumns(noun, records, shown, catalog) : allColumns(noun, records, catalog)
  const context = await createExportContext({ book, noun, i18n, catalog }, names, rollups)
  const parts = [exportRows(columns, [], context, choices)]
  for (const [at, chunk] of chunksOf(records).entries()) {
    signal.throwIfAborted()
    parts.push(exportRows(columns, chunk, context, { ...choices, part: true }))
    onProgress(records.length + (at + 1) * CHUNK, records.length * 2)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}
