import { openBook, readCustomerPage, rowsOf, seedBook } from '../../../renderer/data/index.ts'
import { connectDesktop } from '../../../renderer/desktop/index.ts'
import { createReadModel, type ReadModelClient } from '../../../renderer/read-model/client.ts'
import { createReplicator, journalReplica } from '../../../renderer/replication/index.ts'
import type { Row } from '../../../shared/change/index.ts'
import { type Contestant, type Listed, PAGE } from './contestant.ts'

/** The window's own, so that it finds what is saved here in its order. */
const WINDOW_LOCALE = 'en-GB'

/** Fairbook itself: its database, its door for writing, its read model, and its journal behind the real host. */
export const createFairbook = async (): Promise<Contestant> => {
  const desktop = connectDesktop()
  const { bookId, deviceId } = await desktop.call('book.open', { known: [] })
  const book = openBook({ id: bookId, device: deviceId })
  const replicator = createReplicator(book.db, journalReplica(desktop, bookId))
  let started: ReadModelClient | undefined
  /** Rows that are loaded without an outbox have to be there before it is built. */
  const reader = (): ReadModelClient => {
    started ??= createReadModel(book.access, WINDOW_LOCALE)
    return started
  }
  const rows = async (ids: readonly string[]): Promise<Row[]> =>
    (await rowsOf(book.db, 'customers').bulkGet([...ids])).filter((row) => row !== undefined)
  const listed = async ({ ids, count }: { ids: string[]; count: number }): Promise<Listed> => ({
    count,
    rows: await rows(ids),
  })
  const byName = { noun: 'customers', offset: 0, limit: PAGE } as const
  const first = async () => rows((await reader().select(byName)).ids)
  const save = async (id: string, role: string) => {
    await book.write({ key: 'customerChanged' }, async (draft) => {
      await draft.update('customers', id, { role })
    })
  }
  return {
    load: async (table, batch) => {
      await book.db.transaction('rw', rowsOf(book.db, table), () => rowsOf(book.db, table).bulkPut([...batch]))
    },
    prepare: async () => {
      if ((await book.db.settings.count()) === 0)
        await seedBook(book, { currency: 'EUR', language: 'en', country: 'LT' })
      await replicator.flush()
      await reader().search('x', 1)
    },
    first,
    deepPage: async (status, since, offset) => {
      const filter = [
        { column: 'status', op: 'is' as const, values: [status] },
        { column: 'createdAt', op: 'range' as const, from: since },
      ]
      return listed(await reader().select({ ...byName, filter, offset }))
    },
    search: async (a, b) => listed(await reader().select({ ...byName, text: `${a} ${b}` })),
    customerPage: async (id) => {
      const { customer, people, deals, tasks, interactions } = await readCustomerPage(book.db, id)
      return [...(customer ? [customer] : []), ...people, ...deals, ...tasks, ...interactions] as unknown as Row[]
    },
    grouped: async (since) => {
      const filter = [{ column: 'createdAt', op: 'range' as const, from: since }]
      const groupBy = [{ column: 'status' }, { column: 'createdAt', unit: 'month' as const }]
      const groups = await reader().aggregate({ noun: 'customers', filter, groupBy, measures: [{ kind: 'count' }] })
      return groups.map(({ keys, values }) => [keys.join(' '), values[0] ?? 0])
    },
    edit: async (id) => (role) => save(id, role),
    editInJournal: async (id) => async (role) => {
      await save(id, role)
      await replicator.flush()
    },
    editAndShow: async (id) => async (role) => {
      let stop: (() => void) | undefined
      const told = new Promise<void>((resolve) => {
        stop = reader().subscribe(resolve)
      })
      await save(id, role)
      await told
      stop?.()
      return first()
    },
    close: async () => {
      await started?.close()
      book.close()
    },
  }
}
