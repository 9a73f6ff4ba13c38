import type { ChangeLine, SavedBlob, Source } from '../../../../renderer/read-model/source.ts'
import type { Row } from '../../../../shared/change/index.ts'

/** A book in memory, as the read model reads it. */
export type MemorySource = Source & {
  put: (table: string, row: Row) => void
  remove: (table: string, id: string) => void
  rowsOf: (table: string) => Row[]
  readonly blobs: Map<string, SavedBlob>
}

export const createMemorySource = (): MemorySource => {
  const tables = new Map<string, Map<string, Row>>()
  const changes: ChangeLine[] = []
  const blobs = new Map<string, SavedBlob>()
  const table = (name: string): Map<string, Row> => {
    const held = tables.get(name) ?? new Map<string, Row>()
    tables.set(name, held)
    return held
  }
  const log = (name: string, id: string) => changes.push({ seq: changes.length + 1, table: name, id })
  return {
    blobs,
    put: (name, row) => {
      table(name).set(row.id, row)
      log(name, row.id)
    },
    remove: (name, id) => {
      table(name).delete(id)
      log(name, id)
    },
    rowsOf: (name) => [...table(name).values()],
    lastSeq: async () => changes.length,
    changesAfter: async (seq, limit) => changes.slice(seq, seq + limit),
    rows: async (name, ids) => ids.map((id) => table(name).get(id)),
    all: async (name) => [...table(name).values()],
    scan: async (name, after, limit) =>
      [...table(name).values()]
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    loadBlobs: async (keys) => keys.map((key) => structuredClone(blobs.get(key))),
    saveBlobs: async (saved, _seq, beside) => {
      const held = beside && blobs.get(beside.key)
      if (beside && (held?.seq !== beside.seq || held.generation !== beside.generation)) return false
      if (!beside) blobs.clear()
      for (const blob of saved) blobs.set(blob.key, structuredClone(blob))
      return true
    },
  }
}
