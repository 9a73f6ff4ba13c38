import { AppError } from '../../../shared/app-error.ts'
import type { Aside, RecordState } from '../../../shared/change/index.ts'
import type { Attachments } from '../attachments/attachments.ts'
import { fileOf } from '../attachments/file-of.ts'
import { createQueue } from '../queue.ts'
import type { Blobs } from '../replicas/target.ts'

const isTooLarge = (error: unknown): boolean => error instanceof AppError && error.code === 'attachmentTooLarge'

/** Carries the files of attachments between this computer and the place where the book syncs. */
export type BlobCarrier = {
  /**
   * Puts the files of these records there, before the records themselves: who reads a record can fetch its file.
   * @returns what the place does not take
   */
  put: (records: readonly RecordState[]) => Promise<Aside[]>
  /** Fetches the files of these records, one after the other, when nothing waits for them. */
  fetchLater: (records: readonly RecordState[]) => void
  /** Fetches one now. @returns its bytes; undefined when it is not there either */
  fetch: (sha256: string) => Promise<Uint8Array | undefined>
  stop: () => void
}

export const carryBlobs = (blobs: Blobs, attachments: Attachments): BlobCarrier => {
  const queue = createQueue()
  const missing = new Set<string>()
  let stopped = false

  const fetch = async (sha256: string): Promise<Uint8Array | undefined> => {
    const bytes = await blobs.get(sha256)
    if (bytes === undefined) return undefined
    await attachments.put(bytes)
    missing.delete(sha256)
    return bytes
  }

  /** One that fails now is tried again after the next exchange, and when someone opens it. */
  const fetchMissing = async (): Promise<void> => {
    for (const sha256 of [...missing]) {
      if (stopped) return
      if ((await attachments.read(sha256)) !== undefined) missing.delete(sha256)
      else await fetch(sha256)
    }
  }

  return {
    put: async (records) => {
      const aside: Aside[] = []
      for (const record of records) {
        const sha256 = fileOf(record)
        if (sha256 === undefined || (await blobs.has(sha256))) continue
        const bytes = await attachments.read(sha256)
        if (bytes === undefined) continue
        try {
          await blobs.put(sha256, bytes)
        } catch (error) {
          if (!isTooLarge(error)) throw error
          aside.push({ key: `attachments/${record.id}`, reason: 'tooLarge' })
        }
      }
      return aside
    },
    fetchLater: (records) => {
      for (const record of records) {
        const sha256 = fileOf(record)
        if (sha256 !== undefined) missing.add(sha256)
      }
      if (missing.size > 0) queue(fetchMissing).catch(() => undefined)
    },
    fetch,
    stop: () => {
      stopped = true
    },
  }
}
