import type { Contestant } from './contestant.ts'

type Method = keyof Contestant | 'save' | 'saveAndShow'
type Reply = { ready: true } | { id: number; result?: unknown; error?: string }

/** SQLite in its worker, on the origin's private file system. */
export const createSqlite = (name: string): Contestant => {
  const worker = new Worker(new URL('./sqlite.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let last = 0
  const ready = new Promise<void>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if ('ready' in data) {
        resolve()
        return
      }
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.error === undefined) asked?.resolve(data.result as never)
      else asked?.reject(new Error(data.error))
    })
  })
  worker.postMessage({ name })
  const ask = async <T>(method: Method, ...args: unknown[]): Promise<T> => {
    await ready
    return new Promise<T>((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      worker.postMessage({ id: last, method, args })
    })
  }
  return {
    load: (table, rows) => ask('load', table, rows),
    prepare: () => ask('prepare'),
    first: () => ask('first'),
    deepPage: (status, since, offset) => ask('deepPage', status, since, offset),
    search: (a, b) => ask('search', a, b),
    customerPage: (id) => ask('customerPage', id),
    grouped: (since) => ask('grouped', since),
    edit: async (id) => (role) => ask('save', id, role),
    editAndShow: async (id) => (role) => ask('saveAndShow', id, role),
    close: async () => worker.terminate(),
  }
}
