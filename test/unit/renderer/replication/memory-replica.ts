import { merge, type RecordState, type Replica } from '../../../../shared/change/index.ts'

/** A replica in memory that can be told to fail. */
export const memoryReplica = () => {
  const log: RecordState[] = []
  const state = { failing: undefined as Error | undefined, pushes: 0 }
  const replica: Replica = {
    identity: () => ({ bookId: 'b', target: 'memory' }),
    capabilities: { durable: false, shared: false },
    push: async (records) => {
      state.pushes += 1
      if (state.failing) throw state.failing
      log.push(...structuredClone([...records]))
      return { cursor: String(log.length) }
    },
    pull: async (after, limit) => {
      const from = Number(after ?? 0)
      const records = log.slice(from, from + limit)
      return { records, cursor: String(from + records.length), more: from + records.length < log.length }
    },
  }
  const merged = (): Map<string, RecordState> => {
    const all = new Map<string, RecordState>()
    for (const record of log) {
      const key = `${record.table}/${record.id}`
      const held = all.get(key)
      all.set(key, held ? merge(held, record) : record)
    }
    return all
  }
  return { replica, log, state, merged }
}
