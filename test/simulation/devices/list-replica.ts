import type { EncodedRecord, RecordCodec } from '../../../electron/services/replicas/codec.ts'
import type { SharedReplica } from '../../../electron/services/replicas/target.ts'
import { AppError } from '../../../shared/app-error.ts'
import { merge } from '../../../shared/change/index.ts'

/** A place that is a list: whatever is pushed is added, nothing is merged. */
export type ListPlace = { seq: number; id: string; encoded: EncodedRecord }[]

const noBlobs = async (): Promise<never> => {
  throw new AppError('notAllowed')
}

/**
 * The plainest replica there is.
 * @param arrive called before and after each exchange: it fails where the place is out of reach
 */
export const listReplica = (list: ListPlace, codec: RecordCodec, bookId: string, arrive: () => void): SharedReplica => {
  return {
    identity: () => ({ bookId, target: 'list' }),
    capabilities: { durable: true, shared: true },
    push: async (records) => {
      arrive()
      for (const state of records) {
        const seq = (list.at(-1)?.seq ?? 0) + 1
        list.push({ seq, id: codec.idOf(state.table, state.id), encoded: codec.encode(state) })
      }
      arrive()
      return {}
    },
    pull: async (after, limit) => {
      arrive()
      const from = Number(after ?? 0)
      const newer = list.filter(({ seq }) => seq > from)
      const page = newer.slice(0, limit)
      const records = page.map(({ id, encoded }) => codec.decode(id, encoded))
      return { records, cursor: String(page.at(-1)?.seq ?? from), more: newer.length > page.length }
    },
    blobs: { has: noBlobs, put: noBlobs, get: noBlobs, remove: noBlobs },
    // Of each record only what is left of it, where it was last written.
    forget: async () => {
      arrive()
      const left = new Map<string, ListPlace[number]>()
      for (const entry of list) {
        const before = left.get(entry.id)
        left.delete(entry.id)
        if (!before) left.set(entry.id, entry)
        else {
          const merged = merge(codec.decode(entry.id, before.encoded), codec.decode(entry.id, entry.encoded))
          left.set(entry.id, { ...entry, encoded: codec.encode(merged) })
        }
      }
      list.splice(0, list.length, ...left.values())
    },
  }
}
