import { ERASED } from '../../shared/change/index.ts'
import type { TableName } from '../../shared/domain/index.ts'
import type { ErasePlan, erasePlan } from '../../shared/privacy/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import type { Draft } from './draft.ts'
import { REDACTED } from './erasures.ts'

/** Records of others with a field of one's own that links to a customer, retired fields too. */
export const linkingTo = async ({ db }: Book, ids: ReadonlySet<string>) => {
  const links = await db.customFields.filter(({ type }) => type === 'link').toArray()
  const found: Parameters<typeof erasePlan>[1][number][] = []
  for (const table of ['customers', 'deals'] as const) {
    const keys = links.filter(({ scope }) => (scope === 'deals') === (table === 'deals'))
    if (keys.length === 0) continue
    await rowsOf(db, table).each((record) => {
      if (keys.some(({ id }) => ids.has(String(record[id])))) found.push({ table, record })
    })
  }
  return found
}

/** Small tables that name records by their ids. */
export const eraseMentions = async ({ db }: Book, draft: Draft, ids: ReadonlySet<string>): Promise<void> => {
  for (const pair of await db.notSame.toArray()) if (ids.has(pair.a) || ids.has(pair.b)) draft.erase('notSame', pair.id)
  for (const { id, members } of await db.segments.toArray()) {
    const held = Object.keys(members ?? {}).filter((member) => ids.has(member))
    if (held.length > 0)
      await draft.redact('segments', id, Object.fromEntries(held.map((member) => [`members/${member}`, undefined])))
  }
}

/** Paths of fields: a map-like one is cleared entry by entry. */
const flatFields = (
  fields: Readonly<Record<string, string | null>>,
  record: object | undefined,
): Record<string, unknown> => {
  const paths: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields)) {
    const held: unknown = record && Reflect.get(record, field)
    if (value === null && typeof held === 'object' && held !== null && !Array.isArray(held))
      for (const entry of Object.keys(held)) paths[`${field}/${entry}`] = undefined
    else paths[field] = value ?? undefined
  }
  return paths
}

/** Does what a plan says, inside a write. */
export const carryOut = async (draft: Draft, { redact, erase }: Pick<ErasePlan, 'redact' | 'erase'>): Promise<void> => {
  for (const { table, id, fields } of redact) {
    const held = await draft.get(table, id)
    const isFirst = table === 'deals' && fields['title'] !== undefined && held && !Reflect.has(held, REDACTED)
    await draft.redact(table, id, {
      ...flatFields(fields, held),
      ...(isFirst && { [REDACTED]: new Date().toISOString() }),
    })
  }
  for (const { table, id } of erase) draft.erase(table satisfies TableName, id)
}

/** Erases what was written about records beside them, inside a write: their history, and what was decided about them. */
export const eraseAbout = async (
  { db }: Pick<Book, 'db'>,
  draft: Draft,
  records: readonly { table: string; id: string }[],
): Promise<void> => {
  const keys = records.filter(({ table }) => table !== 'history').map(({ table, id }) => [table, id])
  for (const table of ['history', 'conflictDecisions'] as const) {
    const rows = await rowsOf(db, table).where('[recordTable+recordId]').anyOf(keys).toArray()
    for (const row of rows) if (row[ERASED] === undefined) draft.erase(table, row.id)
  }
}
