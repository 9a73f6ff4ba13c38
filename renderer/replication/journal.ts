import { AppError } from '../../shared/app-error.ts'
import type { RecordState, Replica } from '../../shared/change/index.ts'
import type { Desktop } from '../../shared/desktop-api.ts'

/** The journal on the desktop side, as a replica. */
export const journalReplica = (desktop: Desktop, bookId: string): Replica => {
  const push = async (records: readonly RecordState[]): Promise<{ cursor?: string | undefined }> => {
    try {
      return await desktop.call('journal.push', { bookId, records: [...records] })
    } catch (error) {
      const tooLarge = error instanceof AppError && error.code === 'attachmentTooLarge'
      if (!tooLarge || records.length < 2) throw error
      // Long notes can make a batch more than one message holds: what would fail for ever goes by halves.
      const half = Math.ceil(records.length / 2)
      await push(records.slice(0, half))
      return push(records.slice(half))
    }
  }
  return {
    identity: () => ({ bookId, target: 'journal' }),
    pull: (after, limit) => desktop.call('journal.pull', { bookId, after, limit }),
    push,
    capabilities: { durable: true, shared: false },
  }
}
