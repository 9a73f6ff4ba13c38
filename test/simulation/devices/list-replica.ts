import type { EncodedRecord, RecordCodec } from '../../../electron/services/replicas/codec.ts'
import type { SharedReplica } from '../../../electron/services/replicas/target.ts'
import { AppError } from '../../../shared/app-error.ts'
import { ERASED } from '../../../shared/change/index.ts'

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
  const isStone = ({ id, encoded }: ListPlace[number]): boolean =>
    Object.hasOwn(codec.decode(id, encoded).values, ERASED)
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
    forget: async () => {
      arrive()
      const gone = new Set(list.filter(isStone).map(({ id }) => id))
      const kept = list.filter((entry) => !gone.has(entry.id) || isStone(entry))
      list.splice(0, list.length, ...kept)
    },
  }
}
