import { AppError } from '../../shared/app-error.ts'
import { openBook } from '../data/book.ts'
import type { Command, ImportReply, ImportRequest } from './import-protocol.ts'
import { createImportSession, type ImportSession } from './import-session.ts'

let session: ImportSession | undefined
let cancelled = false
let paused: Promise<void> = Promise.resolve()
let release: () => void = () => undefined

const tell = (message: ImportReply) => postMessage(message)
const control = { paused: () => paused, cancelled: () => cancelled }

const steer = (action: 'pause' | 'resume' | 'cancel'): null => {
  if (action === 'pause')
    paused = new Promise((resolve) => {
      release = resolve
    })
  else {
    cancelled = action === 'cancel'
    release()
  }
  return null
}

const start = ({ setup }: Extract<Command, { command: 'setup' }>): null => {
  const { bookId, device, user } = setup
  session = createImportSession(openBook({ id: bookId, device, user, durability: 'relaxed' }), setup)
  return null
}

const onProgress = (progress: { done: number; total: number }) => tell({ progress })

const handle = async (request: Command): Promise<unknown> => {
  if (request.command === 'setup') return start(request)
  if (request.command === 'control') return steer(request.action)
  if (!session) throw new AppError('internal')
  switch (request.command) {
    case 'open':
      return session.open(request.bytes, request.fileName)
    case 'reread':
      return session.reread(request.options)
    case 'remap':
      return session.remap(request.columns)
    case 'check':
      cancelled = false
      return await session.check(request.rules, control, onProgress)
    case 'run':
      cancelled = false
      return await session.run(request.rules, control, onProgress)
    case 'mend':
      return session.mend(request.words)
    case 'undo':
      return await session.undo(request.importId, onProgress)
  }
}

addEventListener('message', async ({ data }: MessageEvent<ImportRequest>) => {
  try {
    tell({ id: data.id, result: await handle(data) })
  } catch (error) {
    const { code, params } = error instanceof AppError ? error : new AppError('internal', {}, error)
    tell({ id: data.id, error: { code, params } })
  }
})
