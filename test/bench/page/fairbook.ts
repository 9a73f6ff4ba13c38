import { openBook } from '../../../renderer/data/book.ts'
import { rowsOf } from '../../../renderer/data/database.ts'
import { createReadModel, type ReadModelClient } from '../../../renderer/read-model/client.ts'
import type { Row } from '../../../shared/change/index.ts'
import { type Contestant, PAGE } from './contestant.ts'

/** Fairbook itself: its database, its door for writing, its read model. */
export const createFairbook = (name: string): Contestant => {
  const book = openBook({ id: name, device: 'bench' })
  let started: ReadModelClient | undefined
  /** Rows that are loaded without an outbox have to be there before it is built. */
  const reader = (): ReadModelClient => {
    started ??= createReadModel(book.db.name, 'en')
    return started
  }
  const rows = async (ids: readonly string[]): Promise<Row[]> =>
    (await rowsOf(book.db, 'customers').bulkGet([...ids])).filter((row) => row !== undefined)
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
      await reader().search('x', 1)
    },
    first,
    deepPage: async (status, since, offset) => {
      const filter = [
        { column: 'status', op: 'is' as const, values: [status] },
        { column: 'createdAt', op: 'range' as const, from: since },
      ]
      return rows((await reader().select({ ...byName, filter, offset })).ids)
    },
    search: async (a, b) => rows((await reader().select({ ...byName, text: `${a} ${b}` })).ids),
    customerPage: async (id) => {
      const [customer, interactions] = await Promise.all([
        rowsOf(book.db, 'customers').get(id),
        rowsOf(book.db, 'interactions').where('customerId').equals(id).toArray(),
      ])
      return customer === undefined ? [] : [customer, ...interactions]
    },
    grouped: async (since) => {
      const filter = [{ column: 'createdAt', op: 'range' as const, from: since }]
      const groupBy = [{ column: 'status' }, { column: 'createdAt', unit: 'month' as const }]
      return (await reader().aggregate({ noun: 'customers', filter, groupBy, measures: [{ kind: 'count' }] })).length
    },
    save,
    saveAndShow: async (id, role) => {
      let stop: (() => void) | undefined
      const told = new Promise<void>((resolve) => {
        stop = reader().subscribe(resolve)
      })
      await save(id, role)
      await told
      stop?.()
      return first()
    },
  }
}
