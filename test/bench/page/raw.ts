import type { Row } from '../../../shared/change/index.ts'
import { type Contestant, PAGE } from './contestant.ts'

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

const nameOf = (row: Row): string => `${row['givenName']} ${row['familyName']}`.toLowerCase()
const tokensOf = (row: Row): string[] => [
  ...new Set(
    `${nameOf(row)} ${row['companyName']} ${row['notes']} ${Object.keys(row['tags'] as object).join(' ')}`
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  ),
]

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
        made.createObjectStore('interactions', { keyPath: 'id' }).createIndex('customerId', 'customerId')
      })
    })
    return opened
  }
  const store = async (table: string) => (await database()).transaction(table).objectStore(table)
  const first = async () => done((await store('customers')).index('name').getAll(null, PAGE)) as Promise<Row[]>
  const save = async (id: string, role: string) => {
    const transaction = (await database()).transaction('customers', 'readwrite', { durability: 'strict' })
    const customers = transaction.objectStore('customers')
    const row = await done<Row>(customers.get(id))
    customers.put({ ...row, role })
    await committed(transaction)
  }
  return {
    load: async (table, rows) => {
      const transaction = (await database()).transaction(table, 'readwrite', { durability: 'relaxed' })
      const into = transaction.objectStore(table)
      for (const row of rows) into.put(table === 'customers' ? { ...row, name: nameOf(row) } : row)
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
    deepPage: async (status, since, offset) => {
      const found: Row[] = []
      let skip = offset
      const range = IDBKeyRange.bound([status], [status, []])
      const request = (await store('customers')).index('statusName').openCursor(range)
      return new Promise((resolve, reject) => {
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const cursor = request.result
          if (cursor === null || found.length >= PAGE) {
            resolve(found)
            return
          }
          // The second condition is checked on the page only: to skip by it would cost a row each.
          if (skip > 0) {
            cursor.advance(skip)
            skip = 0
            return
          }
          if (cursor.value.createdAt >= since) found.push(cursor.value)
          cursor.continue()
        }
      })
    },
    search: async (a, b) => {
      const transaction = (await database()).transaction(['words', 'customers'])
      const index = transaction.objectStore('words').index('words')
      const keys = (word: string) => done(index.getAllKeys(IDBKeyRange.bound(word, `${word}\uffff`)))
      const [left, right] = await Promise.all([keys(a), keys(b)])
      const both = new Set(left)
      const ids = [...new Set(right.filter((id) => both.has(id)))]
      return Promise.all(ids.slice(0, PAGE).map((id) => done<Row>(transaction.objectStore('customers').get(id))))
    },
    customerPage: async (id) => {
      const transaction = (await database()).transaction(['customers', 'interactions'])
      const [customer, interactions] = await Promise.all([
        done<Row>(transaction.objectStore('customers').get(id)),
        done<Row[]>(transaction.objectStore('interactions').index('customerId').getAll(id)),
      ])
      return [customer, ...interactions]
    },
    grouped: async (since) => {
      const groups = new Map<string, number>()
      const request = (await store('customers')).index('statusCreated').openKeyCursor()
      return new Promise((resolve, reject) => {
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const cursor = request.result
          if (cursor === null) {
            resolve(groups.size)
            return
          }
          const [status, created] = cursor.key as [string, string]
          const group = `${status} ${created.slice(0, 7)}`
          if (created >= since) groups.set(group, (groups.get(group) ?? 0) + 1)
          cursor.continue()
        }
      })
    },
    save,
    saveAndShow: async (id, role) => {
      await save(id, role)
      return first()
    },
  }
}
