import { AppError } from '../../../shared/app-error.ts'
import type { MatchingReply, MatchingRequest, MatchingResults, ScanResult } from '../../../shared/merging/index.ts'
import type { Book, DatabaseAccess } from '../../data/index.ts'

type Question = MatchingRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

export type MatchingClient = {
  /** @throws AppError */
  ask: <A extends Question['ask']>(question: Extract<Question, { ask: A }>) => Promise<MatchingResults[A]>
  /**
   * All pairs of the book, by a worker of its own: questions are answered meanwhile, and stopping takes no time.
   * @throws AppError cancelled
   */
  scan: (onProgress: (progress: { done: number; total: number }) => void, signal: AbortSignal) => Promise<ScanResult>
}

type Waiting = { resolve: (value: never) => void; reject: (reason: AppError) => void }

const openWorker = (access: DatabaseAccess, onProgress: (progress: { done: number; total: number }) => void) => {
  const worker = new Worker(new URL('../../workers/matching.worker.ts', import.meta.url), {
    type: 'module',
    name: 'matching',
  })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const failAll = (error: AppError) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<MatchingReply>) => {
    if ('progress' in data) return onProgress(data.progress)
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) asked?.reject(new AppError('internal', {}, data.error))
    // The worker answers with what the question of the same name asks for.
    else asked?.resolve(data.result as never)
  })
  worker.addEventListener('error', ({ message }) => failAll(new AppError('internal', {}, message)))
  worker.postMessage(access)
  const ask: MatchingClient['ask'] = (question) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      worker.postMessage({ id: last, ...question })
    })
  const close = () => {
    worker.terminate()
    failAll(new AppError('cancelled'))
  }
  return { ask, close }
}

const clients = new WeakMap<Book, MatchingClient>()

const createClient = ({ access }: Book): MatchingClient => {
  let answering: ReturnType<typeof openWorker> | undefined
  return {
    ask: (question) => {
      answering ??= openWorker(access, () => undefined)
      return answering.ask(question)
    },
    scan: async (onProgress, signal) => {
      if (signal.aborted) throw new AppError('cancelled')
      const { ask, close } = openWorker(access, onProgress)
      signal.addEventListener('abort', close, { once: true })
      try {
        return await ask({ ask: 'scan' })
      } finally {
        signal.removeEventListener('abort', close)
        close()
      }
    },
  }
}

/** Who knows which customers of the book look alike: one for the window, started by its first question. */
export const matchingOf = (book: Book): MatchingClient => {
  const held = clients.get(book) ?? createClient(book)
  clients.set(book, held)
  return held
}
