import { createDatabase } from '../../../../../renderer/data/index.ts'

export const KEY = Uint8Array.from({ length: 32 }, (_, index) => index)

let made = 0
/** The same database twice: one with plain rows, one with sealed ones. */
export const pair = (rowKey = KEY) => {
  made += 1
  return {
    plain: createDatabase(`fairbook-pair-${made}`, 'relaxed'),
    sealed: createDatabase(`fairbook-sealed-pair-${made}`, 'relaxed', rowKey),
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export type StoredRow = { key: IDBValidKey; value: Record<string, unknown> }

/** What IndexedDB itself holds, by store. */
export const stored = async (name: string): Promise<Record<string, StoredRow[]>> => {
  const db = await done(indexedDB.open(name))
  const found: Record<string, StoredRow[]> = {}
  for (const table of db.objectStoreNames) {
    const store = db.transaction(table).objectStore(table)
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
    found[table] = keys.map((key, index) => ({ key, value: values[index] }))
  }
  db.close()
  return found
}

/** Puts a value into a store past the program. */
export const putRaw = async (name: string, table: string, value: unknown): Promise<void> => {
  const db = await done(indexedDB.open(name))
  await done(db.transaction(table, 'readwrite').objectStore(table).put(value))
  db.close()
}

/** All text in a value, bytes as Latin-1: what one would see who looks at the files. */
export const textIn = (value: unknown): string => {
  if (ArrayBuffer.isView(value))
    return String.fromCharCode(...new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, item]) => `${key} ${textIn(item)}`)
      .join(' ')
  return String(value)
}
