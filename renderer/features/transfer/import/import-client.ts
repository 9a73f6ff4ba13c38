import { AppError } from '../../../../shared/app-error.ts'
import type {
  Command,
  CommandName,
  CommandResults,
  ImportReply,
  ImportRequest,
  Progress,
} from '../../../workers/import-protocol.ts'

export type ImportClient = {
  /** @throws AppError */
  ask: <N extends CommandName>(command: Extract<Command, { command: N }>) => Promise<CommandResults[N]>
  onProgress: (listener: (progress: Progress) => void) => void
  close: () => void
}

type Waiting = { resolve: (value: never) => void; reject: (reason: AppError) => void }

/** Starts the worker that reads and imports files. */
export const createImportClient = (): ImportClient => {
  const worker = new Worker(new URL('../../../workers/import.worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  })
  const waiting = new Map<number, Waiting>()
  let listener: (progress: Progress) => void = () => undefined
  let last = 0
  const failAll = (error: AppError) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
    if ('progress' in data) return listener(data.progress)
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) asked?.reject(new AppError(data.error.code, data.error.params))
    // The worker answers with what the command of the same name returns.
    else asked?.resolve(data.result as never)
  })
  worker.addEventListener('error', (event) => failAll(new AppError('internal', {}, event.message)))
  return {
    ask: (command) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        const request: ImportRequest = { id: last, ...command }
        worker.postMessage(request)
      }),
    onProgress: (next) => {
      listener = next
    },
    close: () => {
      worker.terminate()
      failAll(new AppError('cancelled'))
    },
  }
}
