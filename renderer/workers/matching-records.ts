import type { Row } from '../../shared/change/index.ts'
import { ERASED } from '../../shared/change/index.ts'
import { type Catalog, type Customer, type CustomField, createCatalog } from '../../shared/domain/index.ts'
import type { MatchRecord } from '../../shared/matching/index.ts'
import { type MatchKind, matchRecordOf } from '../../shared/merging/index.ts'
import type { Source } from '../read-model/source.ts'

const PAGE = 2_000

/** Whether a row is a customer to be compared: not in the trash and not erased. */
const isLiving = (row: Row | undefined): row is Row & Customer =>
  row !== undefined && row['deletedAt'] === undefined && row[ERASED] === undefined && typeof row['kind'] === 'string'

/** The fields of the book, for the unique ones among them. */
export const readCatalog = async (source: Source): Promise<Catalog> =>
  // Rows are what the noun's schema let in.
  createCatalog((await source.scan('customFields', '', PAGE)) as unknown as CustomField[])

export type BookRecords = Record<MatchKind, MatchRecord[]>

/** What the matcher is to know of all customers, read page by page; the names of companies stand in their people. */
export const readRecords = async (
  source: Source,
  catalog: Catalog,
  onRead: (customers: number) => void = () => undefined,
): Promise<BookRecords> => {
  const records: BookRecords = { person: [], company: [] }
  const names = new Map<string, string>()
  const employed: { record: MatchRecord; companyId: string }[] = []
  let after = ''
  let read = 0
  for (;;) {
    const page = await source.scan('customers', after, PAGE)
    for (const row of page) {
      if (!isLiving(row)) continue
      const record = matchRecordOf(row, undefined, catalog)
      records[row.kind].push(record)
      if (row.kind === 'company' && row.companyName !== undefined) names.set(row.id, row.companyName)
      if (row.kind === 'person' && row.companyId !== undefined) employed.push({ record, companyId: row.companyId })
    }
    read += page.length
    onRead(read)
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = last.id
  }
  for (const { record, companyId } of employed) record.company = names.get(companyId) ?? record.company
  return records
}

/** The same of some customers; those that are gone are left out. */
export const readSome = async (
  source: Source,
  catalog: Catalog,
  ids: readonly string[],
): Promise<Map<string, { kind: MatchKind; record: MatchRecord }>> => {
  const rows = (await source.rows('customers', ids)).filter(isLiving)
  const companyIds = [...new Set(rows.flatMap(({ companyId }) => companyId ?? []))]
  const companies = (await source.rows('customers', companyIds)).filter(isLiving)
  const names = new Map(companies.map(({ id, companyName }) => [id, companyName]))
  return new Map(
    rows.map((row) => [
      row.id,
      { kind: row.kind, record: matchRecordOf(row, names.get(row.companyId ?? ''), catalog) },
    ]),
  )
}
