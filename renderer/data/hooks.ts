import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, use, useRef } from 'react'

import { ERASED, type Row } from '../../shared/change/index.ts'
import {
  type History,
  type ListItem,
  type ListName,
  type Pipeline,
  type Records,
  SETTINGS_ID,
  type Settings,
  type TableName,
} from '../../shared/domain/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import { type CustomerPage, countLinked, type LinkedCounts, readCustomerPage } from './linked.ts'

const BookContext = createContext<Book | undefined>(undefined)

export const BookProvider = BookContext.Provider

/** The open book. Only inside `BookProvider`. */
export const useBook = (): Book => {
  const book = use(BookContext)
  if (!book) throw new Error('useBook outside BookProvider')
  return book
}

/** A record, live: undefined while it loads, null where there is none. In the trash counts as there. */
export const useRecord = <T extends TableName>(table: T, id: string | undefined): Records[T] | null | undefined => {
  const { db } = useBook()
  const answer = useLiveQuery(
    async () => ({ id, row: present(id === undefined ? undefined : await rowsOf(db, table).get(id)) ?? null }),
    [db, table, id],
  )
  return answer && answer.id === id ? (answer.row as Records[T] | null) : undefined
}

/** Records by id, live. While new ids load, the records already known are still there. */
export const useRecords = <T extends TableName>(table: T, ids: readonly string[]): ReadonlyMap<string, Records[T]> => {
  const { db } = useBook()
  const known = useRef<ReadonlyMap<string, Records[T]>>(new Map())
  const found = useLiveQuery(async () => {
    const rows = await rowsOf(db, table).bulkGet([...ids])
    return new Map(
      rows.flatMap((row) => (present(row) && row ? [[row.id, row as unknown as Records[T]] as const] : [])),
    )
  }, [db, table, ids.join()])
  if (found) known.current = found
  return known.current
}

/** A row unless it was erased: then nothing of it is there. */
const present = (row: Row | undefined): Row | undefined => (row?.[ERASED] === undefined ? row : undefined)

const newestFirst = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? 1 : -1)

/** The records that point at `id` by `field` and are not in the trash, newest first, live; undefined while loading. */
export const useLinked = <T extends TableName>(
  table: T,
  field: 'customerId' | 'companyId' | 'dealId',
  id: string | undefined,
): Records[T][] | undefined => {
  const { db } = useBook()
  return useLiveQuery(async () => {
    if (id === undefined) return []
    const rows = await rowsOf(db, table).where(field).equals(id).toArray()
    return rows
      .filter((row) => row['deletedAt'] === undefined && row['erasedAt'] === undefined)
      .sort(newestFirst) as unknown as Records[T][]
  }, [db, table, field, id])
}

/** A customer's page, live; undefined while it loads. */
export const useCustomerPage = (id: string): CustomerPage | undefined => {
  const { db } = useBook()
  const answer = useLiveQuery(async () => ({ id, page: await readCustomerPage(db, id) }), [db, id])
  return answer?.id === id ? answer.page : undefined
}

type SmallTable = 'pipelines' | 'listItems' | 'views' | 'imports' | 'customFields' | 'segments' | 'notSame'

/** Every record of a small table that is not in the trash, in its order, live; undefined while loading. */
export const useAll = <T extends SmallTable>(table: T): Records[T][] | undefined => {
  const { db } = useBook()
  return useLiveQuery(async () => {
    const rows = await rowsOf(db, table).toArray()
    const order = (row: { [field: string]: unknown }) => String(row['order'] ?? row['createdAt'])
    return rows
      .filter((row) => row['deletedAt'] === undefined && row[ERASED] === undefined)
      .sort((a, b) => (order(a) < order(b) ? -1 : 1)) as unknown as Records[T][]
  }, [db, table])
}

export const usePipelines = (): Pipeline[] | undefined => useAll('pipelines')

/** The items of one of the owner's lists, retired ones too (a record may still hold one). */
export const useListItems = (list: ListName): ListItem[] | undefined =>
  useAll('listItems')?.filter((item) => item.list === list)

/** The book's settings: undefined while loading, null in a book that has not been set up. */
export const useSettings = (): Settings | null | undefined => useRecord('settings', SETTINGS_ID)

/** The history of one record, newest first, live; undefined while loading. */
export const useHistory = (table: TableName, id: string | undefined): History[] | undefined => {
  const { db } = useBook()
  return useLiveQuery(async () => {
    if (id === undefined) return []
    const rows = await db.history.where('[recordTable+recordId]').equals([table, id]).toArray()
    return rows.sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
  }, [db, table, id])
}

/** What lies in the trash of a table, last deleted first, live; undefined while loading. */
export const useTrash = <T extends TableName>(table: T, limit: number): Records[T][] | undefined => {
  const { db } = useBook()
  return useLiveQuery(
    async () =>
      (await rowsOf(db, table).orderBy('deletedAt').reverse().limit(limit).toArray()) as unknown as Records[T][],
    [db, table, limit],
  )
}

/** Customers that were merged into others and lie in the trash, the last first, live; undefined while loading. */
export const useMerged = (limit: number): Records['customers'][] | undefined => {
  const { db } = useBook()
  return useLiveQuery(
    () =>
      db.customers
        .orderBy('deletedAt')
        .reverse()
        .filter(({ mergedInto }) => mergedInto !== undefined)
        .limit(limit)
        .toArray(),
    [db, limit],
  )
}

/** What hangs on some customers, live; undefined while loading. */
export const useLinkedCounts = (ids: readonly string[]): LinkedCounts | undefined => {
  const book = useBook()
  return useLiveQuery(() => countLinked(book, ids), [book, ids.join()])
}
