import type { RecordState, Replica } from '../../../shared/change/index.ts'

/** The simplest replica there can be: a list. */
export const createMemoryReplica = (bookId: string): Replica => {
  const log: RecordState[] = []
  return {
    identity: () => ({ bookId, target: 'memory' }),
    capabilities: { durable: false, shared: false },
    push: async (records) => {
      log.push(...structuredClone(records))
      return { cursor: String(log.length) }
    },
    pull: async (after, limit) => {
      const known = after !== null && /^\d{1,9}$/.test(after) && Number(after) <= log.length
      const start = known ? Number(after) : 0
      const records = log.slice(start, start + limit)
      const end = start + records.length
      return { records, cursor: String(end), more: end < log.length }
    },
  }
}
