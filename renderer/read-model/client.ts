import type { DatabaseAccess } from '../data/database.ts'
import type { ReadModel } from './api.ts'
import type { Notice, Reply, Request, Start } from './rpc.ts'

export type ReadModelClient = ReadModel & {
  /** Sorts names as a language does; a BCP 47 tag. */
  setLocale: (locale: string) => void
  /** Saves the columns and ends the worker. */
  close: () => Promise<void>
}

/** What a client needs of a worker. */
type WorkerPort = {
  postMessage: (message: Start | Request) => void
  onMessage: (listener: (message: Reply | Notice) => void) => void
  /** The worker could not be started, or broke. */
  onError: (listener: (reason: string) => void) => void
  terminate: () => void
}

/** The read model of a book as the window sees it, over a worker's port. */
export const createClient = (port: WorkerPort, start: Start): ReadModelClient => {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>()
  const listeners = new Set<() => void>()
  let last = 0
  port.onMessage((message) => {
    if ('changed' in message) {
      for (const listener of listeners) listener()
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (asked === undefined) return
    if ('error' in message) asked.reject(new Error(message.error))
    // The worker answers with what the method of the same name returns.
    else asked.resolve(message.result as never)
  })
  const rejectAll = (reason: string) => {
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
  }
  port.onError(rejectAll)
  port.postMessage(start)
  const ask = <T>(method: Request['method'], ...args: unknown[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      port.postMessage({ id: last, method, args })
    })
  return {
    select: (query) => ask('select', query),
    search: (text, limit) => ask('search', text, limit),
    aggregate: (query) => ask('aggregate', query),
    values: (noun, ids, columns) => ask('values', noun, ids, columns),
    distinct: (noun, column, limit) => ask('distinct', noun, column, limit),
    explain: (noun, id, filter) => ask('explain', noun, id, filter),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setLocale: (locale) => {
      void ask('setLocale', locale)
    },
    close: async () => {
      await ask('save').catch(() => undefined)
      port.terminate()
      rejectAll('closed')
    },
  }
}

/**
 * Starts the worker that keeps the read model of a book.
 * @param access the book's database
 * @param locale the language whose collation sorts names, a BCP 47 tag
 */
export const createReadModel = (access: DatabaseAccess, locale = 'en'): ReadModelClient => {
  const worker = new Worker(new URL('../workers/read-model.worker.ts', import.meta.url), {
    type: 'module',
    name: 'read-model',
  })
  return createClient(
    {
      postMessage: (message) => worker.postMessage(message),
      onMessage: (listener) =>
        worker.addEventListener('message', ({ data }: MessageEvent<Reply | Notice>) => listener(data)),
      onError: (listener) => worker.addEventListener('error', ({ message }) => listener(message)),
      terminate: () => worker.terminate(),
    },
    { ...access, locale },
  )
}
