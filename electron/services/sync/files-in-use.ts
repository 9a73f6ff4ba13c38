import { fileOf } from '../attachments/file-of.ts'
import { type Entry, parseRecord, tableOfKey } from '../lines/record-line.ts'
import type { Entries } from '../snapshot/source.ts'

/**
 * Passes records on and notes the files that they stand for. The data folder may hold others, of a book that was here
 * before: those are none of whoever gets this book's.
 */
export const filesInUse = (entries: Entries): { entries: Entries; list: () => Promise<string[]> } => {
  const inUse = new Set<string>()
  const noting = async function* (): AsyncGenerator<readonly Entry[]> {
    for await (const batch of entries) {
      for (const { key, json } of batch) {
        const record = tableOfKey(key) === 'attachments' ? parseRecord(json) : undefined
        const sha256 = record && fileOf(record)
        if (sha256 !== undefined) inUse.add(sha256)
      }
      yield batch
    }
  }
  return { entries: noting(), list: async () => [...inUse].sort() }
}
