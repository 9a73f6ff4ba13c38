import { AppError } from '../../shared/app-error.ts'
import { openBook } from '../data/book.ts'
import { webLocks } from './import-locks.ts'
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
  const { bookId, device, user, rowKey } = setup
  session = createImportSession({
    book: openBook({ id: bookId, device, user, rowKey, durability: 'relaxed' }),
    setup,
    locks: webLocks(navigator.locks),
    control,
    onProgress: (progress) => tell({ progress }),
  })
  return null
}

const handle = async (request: Command): Promise<unknown> => {
  if (request.command === 'setup') return start(request)
  if (request.command === 'control') return steer(request.action)
  if (!session) throw new AppError('internal')
  switch (request.command) {
    case 'open':
      return session.open(request.file, request.bytes, request.fileName)
    case 'reread':
      return session.reread(request.file, request.options)
    case 'remap':
      return session.remap(request.file, request.columns)
    case 'words':
      return session.words(request.file, request.rules)
    case 'check':
      cancelled = false
      return session.check(request.file, request.rules)
    case 'rows':
      return session.rows(request.file, request.set, request.offset, request.limit)
    case 'run':
      cancelled = false
      return session.run(request.file, request.rules)
    case 'photos':
      return session.photos(request.file, request.offset, request.limit)
    case 'finish':
      return session.finish(request.file)
    case 'mend':
      return session.mend(request.file, request.words)
    case 'close':
      return session.close(request.file)
    case 'undo':
      return session.undo(request.importId)
    case 'resumable':
      return session.resumable()
    case 'resume':
      cancelled = false
      return session.resume(request.file, request.importId)
    case 'abandon':
      return session.abandon(request.importId)
  }
}

addEventListener('message', async ({ data }: MessageEvent<ImportRequest>) => {
  try {
    tell({ id: data.id, result: (await handle(data)) ?? null })
  } catch (error) {
    const { code, params } = error instanceof AppError ? error : new AppError('internal', {}, error)
    tell({ id: data.id, error: { code, params } })
  }
})
