import { AppError } from '../../shared/app-error.ts'
import type { Replica } from '../../shared/change/index.ts'
import type { Desktop, DesktopInput } from '../../shared/desktop-api.ts'
import { sendInParts } from './send.ts'

/** What the positions of places where the book syncs are called. */
export const SYNC_PREFIX = 'sync:'

/** The place where the book syncs, on the desktop side, as a replica. `target` is what `sync.state` calls it. */
export const sharedReplica = (desktop: Desktop, bookId: string, target: string): Replica => ({
  identity: () => ({ bookId, target: `${SYNC_PREFIX}${target}` }),
  pull: (after, limit) => desktop.call('sync.pull', { bookId, after, limit }),
  push: async (records) => {
    const send = (part: typeof records) => desktop.call('sync.push', { bookId, records: [...part] })
    try {
      return await sendInParts(records, send)
    } catch (error) {
      const [record] = records
      if (!record || records.length > 1 || !(error instanceof AppError) || error.code !== 'attachmentTooLarge')
        throw error
      return { aside: [{ key: `${record.table}/${record.id}`, reason: 'tooLarge' }] }
    }
  },
  capabilities: { durable: true, shared: true },
})

/** What opens a sealed book: its passphrase or its recovery key. */
export type KeySource = NonNullable<DesktopInput<'syncFile.pull'>['key']>

/** The sync file that was handed over, as a replica that only gives. `key` where this book's does not open it. */
export const fileReplica = (desktop: Desktop, bookId: string, key?: KeySource): Replica => ({
  identity: () => ({ bookId, target: 'file' }),
  pull: (after, limit) => desktop.call('syncFile.pull', { bookId, after, limit, ...(key && { key }) }),
  push: async () => {
    throw new AppError('notAllowed')
  },
  capabilities: { durable: true, shared: true },
})
