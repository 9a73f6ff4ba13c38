import type { Row } from '../../../shared/change/index.ts'
import { type Contestant, PAGE } from './contestant.ts'
import { nameOf, textOf } from './text.ts'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

const tokensOf = (row: Row): string[] => [
  ...new Set(
    textOf(row)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  ),
]
const inOrder = (a: Row, b: Row): number => indexedDB.cmp([String(a['name']), a.id], [String(b['name']), b.id])

/** IndexedDB by itself, with the indexes that each question wants. The words get theirs after the rows are in. */
export const createRaw = (name: string): Contestant => {
  const open = (
    version: number,
    upgrade: (db: IDBDatabase, transaction: IDBTransaction) => void,
  ): Promise<IDBDatabase> => {
    const request = indexedDB.open(`raw-${name}`, version)
    request.onupgradeneeded = () => {
      if (request.transaction !== null) upgrade(request.result, request.transaction)
    }
    return done(request)
  }
  let opened: Promise<IDBDatabase> | undefined
  const database = (): Promise<IDBDatabase> => {
    opened ??= done(indexedDB.open(`raw-${name}`)).then((db) => {
      if (db.version > 1 || db.objectStoreNames.length > 0) return db
      db.close()
      return open(2, (made) => {
        const customers = made.createObjectStore('customers', { keyPath: 'id' })
        customers.createIndex('name', 'name')
        customers.createIndex('statusName', ['status', 'name'])
        customers.createIndex('statusCreated', ['status', 'createdAt'])
        customers.createIndex('companyId', 'companyId')
        for (const table of ['deals', 'tasks', 'interactions']) {
          const linked = made.createObjectStore(table, { keyPath: 'id' })
          for (const field of ['customerId', 'companyId']) linked.createIndex(field, field)
        }
      })
    })
    return opened
  }
  const store = async (table: string) => (await database()).transaction(table).objectStore(table)
  const first = async () => done((await store('customers')).index('name').getAll(null, PAGE)) as Promise<Row[]>
  /** One put in one strict transaction: what a durable save costs by itself. */
  const edit = async (id: string) => {
    const row = await done<Row>((await store('customers')).get(id))
    return async (role: string) => {
      const transaction = (await database()).transaction('customers', 'readwrite', { durability: 'strict' })
      transaction.objectStore('customers').put({ ...row, role })
      await committed(transaction)
    }
  }
  return {
    load: async (table, rows) => {
      const transaction = (await database()).transaction(table, 'readwrite', { durability: 'relaxed' })
      const into = transaction.objectStore(table)
      for (const row of rows) into.put(table === 'customers' ? { ...row, name: nameOf(row).toLowerCase() } : row)
      await committed(transaction)
    },
    prepare: async () => {
      const db = await database()
      const rows = await done<Row[]>((await store('customers')).getAll())
      db.close()
      opened = open(3, (made) => {
        made.createObjectStore('words', { keyPath: 'id' }).createIndex('words', 'words', { multiEntry: true })
      })
      const transaction = (await opened).transaction('words', 'readwrite', { durability: 'relaxed' })
      for (const row of rows) transaction.objectStore('words').put({ id: row.id, words: tokensOf(row) })
      await committed(transaction)
    },
    first,
    // Keys of two indexes, intersected: to walk one by cursor until the second condition fits costs far more.
    deepPage: async (status, since, offset) => {
      const customers = await store('customers')
      const [byName, fitting] = await Promise.all([
        done(customers.index('statusName').getAllKeys(IDBKeyRange.bound([status], [status, []]))),
        done(customers.index('statusCreated').getAllKeys(IDBKeyRange.bound([status, since], [status, []]))),
      ])
      const fits = new Set(fitting)
      const ids = byName.filter((id) => fits.has(id))
      const rows = ids.slice(offset, offset + PAGE).map((id) => done<Row>(customers.get(id)))
      return { count: ids.length, rows: await Promise.all(rows) }
    },
    search: async (a, b) => {
      const transaction = (await database()).transaction(['words', 'customers'])
      const index = transaction.objectStore('words').index('words')
      const keys = (word: string) => done(index.getAllKeys(IDBKeyRange.bound(word, `${word}\uffff`)))
      const [left, right] = await Promise.all([keys(a), keys(b)])
      const both = new Set(left)
      const ids = [...new Set(right.filter((id) => both.has(id)))]
      const rows = await Promise.all(ids.map((id) => done<Row>(transaction.objectStore('customers').get(id))))
      return { count: ids.length, rows: rows.sort(inOrder).slice(0, PAGE) }
    },
    customerPage: async (id) => {
      const transaction = (await database()).transaction(['customers', 'deals', 'tasks', 'interactions'])
      const linked = (table: string, field: string) =>
        done<Row[]>(transaction.objectStore(table).index(field).getAll(id))
      const [customer, ...others] = await Promise.all([
        done<Row>(transaction.objectStore('customers').get(id)),
        linked('customers', 'companyId'),
        linked('deals', 'customerId'),
        linked('deals', 'companyId'),
        linked('tasks', 'customerId'),
        linked('interactions', 'customerId'),
        linked('interactions', 'companyId'),
      ])
      return [customer, ...others.flat()]
    },
    grouped: async (since) => {
      const groups = new Map<string, number>()
      const request = (await store('customers')).index('statusCreated').openKeyCursor()
      return new Promise((resolve, reject) => {
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const cursor = request.result
          if (cursor === null) {
            resolve([...groups])
            return
          }
          const [status, created] = cursor.key as [string, string]
          const group = `${status} ${created.slice(0, 7)}`
          if (created >= since) groups.set(group, (groups.get(group) ?? 0) + 1)
          cursor.continue()
        }
      })
    },
    edit,
    editAndShow: async (id) => {
      const save = await edit(id)
      return async (role) => {
        await save(role)
        return first()
      }
    },
    close: async () => (await database()).close(),
  }
}
