import { isMap } from '../../shared/change/index.ts'
import { type Catalog, notSameId } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import type { Draft, WritableTable } from './draft.ts'

const linkedTables = ['customers', 'deals', 'interactions', 'tasks', 'attachments'] as const
type LinkedTable = (typeof linkedTables)[number]

/**
 * The fields of a table that point at customers, retired ones too. A record's pointer to what it was merged into stays.
 * @param own ids of the fields of one's own that link
 */
const linkFields = (table: LinkedTable, catalog: Catalog, own: readonly string[]): string[] =>
  [...new Set([...Object.keys(catalog.fields(table)), ...own])].filter(
    (key) => key !== 'mergedInto' && catalog.field(table, key)?.target === 'customers',
  )

const pointsAt = (row: object, fields: readonly string[], target: ReadonlyMap<string, string>): boolean =>
  fields.some((key) => target.has(String(Reflect.get(row, key))))

/** Ids of the records that point at one of `target`, those in the trash too. */
const idsPointingAt = async (
  { db }: Book,
  table: LinkedTable,
  fields: readonly string[],
  target: ReadonlyMap<string, string>,
): Promise<string[]> => {
  const rows = rowsOf(db, table)
  const indexed = fields.filter((key) => rows.schema.idxByName[key] !== undefined)
  const others = fields.filter((key) => !indexed.includes(key))
  const found = await Promise.all([
    ...indexed.map((key) =>
      rows
        .where(key)
        .anyOf([...target.keys()])
        .primaryKeys(),
    ),
    others.length === 0
      ? []
      : rows
          .toCollection()
          .filter((row) => pointsAt(row, others, target))
          .primaryKeys(),
  ])
  return [...new Set(found.flat())]
}

/** A value with ids replaced by others, at any depth. Keys of maps stay. */
export const replaced = (value: unknown, target: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return target.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => replaced(item, target))
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, target)]))
}

/** Whether a value names one of some ids, at any depth. */
export const says = (value: unknown, target: ReadonlyMap<string, string>): boolean => {
  if (typeof value === 'string') return target.has(value)
  return typeof value === 'object' && value !== null && Object.values(value).some((item) => says(item, target))
}

const hasMember = (members: unknown, target: ReadonlyMap<string, string>): boolean =>
  isMap(members) && Object.keys(members).some((id) => target.has(id))

/** Members of fixed segments, and filters that name a customer. */
const moveInLists = async ({ db }: Book, draft: Draft, target: ReadonlyMap<string, string>): Promise<void> => {
  for (const table of ['segments', 'views'] as const) {
    const rows = (await rowsOf(db, table).toArray()).filter(
      ({ members, filter }) => hasMember(members, target) || says(filter, target),
    )
    await draft.setPathsOfAll(
      table,
      rows.map(({ id }) => id),
      (row) => {
        const { members, filter } = row
        const moved = isMap(members) ? Object.keys(members).filter((id) => target.has(id)) : []
        return {
          ...(says(filter, target) && { filter: replaced(filter, target) }),
          ...Object.fromEntries(
            moved.flatMap((id) => [
              [`members/${id}`, undefined],
              [`members/${target.get(id)}`, true],
            ]),
          ),
        }
      },
    )
  }
}

/** Who is not the same as the loser is not the same as the record that stays. */
const moveNotSame = async ({ db }: Book, draft: Draft, target: ReadonlyMap<string, string>): Promise<void> => {
  for (const { id, a, b, deletedAt } of await db.notSame.toArray()) {
    if (deletedAt !== undefined || (!target.has(a) && !target.has(b))) continue
    await draft.remove('notSame', id)
    await markPair(draft, target.get(a) ?? a, target.get(b) ?? b)
  }
}

/** Notes that two are not the same; one and the same is left alone. */
export const markPair = async (draft: Draft, a: string, b: string): Promise<void> => {
  if (a === b) return
  const id = notSameId(a, b)
  const held = await draft.get('notSame', id)
  if (held === undefined) draft.create('notSame', { id, a, b })
  else if (held.deletedAt !== undefined) await draft.restore('notSame', id)
}

/**
 * Moves everything that hangs on some customers to others, inside a write: links of every table, members of segments,
 * filters, and what was said to be not the same.
 * @param target the customer to move to, by the id of the one to leave
 */
export const moveLinks = async (
  book: Book,
  draft: Draft,
  catalog: Catalog,
  target: ReadonlyMap<string, string>,
): Promise<void> => {
  const own = await book.db.customFields.filter(({ type }) => type === 'link').primaryKeys()
  for (const table of linkedTables) {
    const fields = linkFields(table, catalog, own)
    const ids = await idsPointingAt(book, table, fields, target)
    // What a record took over in this write stands in no index yet.
    const taken = table === 'customers' ? [...target.values()] : []
    await draft.setPathsOfAll(table satisfies WritableTable, [...new Set([...ids, ...taken])], (row) =>
      Object.fromEntries(
        fields.flatMap((key) => {
          const moved = target.get(String(row[key]))
          return moved === undefined ? [] : [[key, moved === row.id ? undefined : moved]]
        }),
      ),
    )
  }
  await moveInLists(book, draft, target)
  await moveNotSame(book, draft, target)
}
