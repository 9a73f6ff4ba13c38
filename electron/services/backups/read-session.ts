import { AppError } from '../../../shared/app-error.ts'
import type { Page, RecordState } from '../../../shared/change/index.ts'
import { parseRecord } from '../lines/record-line.ts'
import { readState } from '../replicas/read-state.ts'
import type { ArchiveIn } from './archive-in.ts'
import { tableLines } from './read-lines.ts'
import type { BackupKey } from './seal.ts'

/** Reads a verified backup page by page. */
export type ReadSession = {
  /** The cursor of what comes next. */
  at: () => string
  next: (limit: number) => Promise<Page>
  close: () => Promise<void>
}

/** The lines of all tables from a position among them on; each with the bytes of its JSON. */
async function* linesFrom(archive: ArchiveIn, key: BackupKey | undefined, skip: number): AsyncGenerator<Buffer[]> {
  let left = skip
  for (const { file, records } of archive.manifest.tables) {
    if (left >= records) {
      left -= records
      continue
    }
    for await (const lines of tableLines(archive, file, key)) {
      const passed = Math.min(left, lines.length)
      left -= passed
      if (lines.length > passed) yield lines.slice(passed)
    }
  }
}

/**
 * Starts reading a backup behind a cursor, from the start for null.
 * @param key of a sealed one
 * @throws AppError `invalidInput` for a cursor that is none, `backupDamaged` for lines that are no records
 */
export const startReading = (
  archive: ArchiveIn,
  key: BackupKey | undefined,
  name: string,
  after: string | null,
): ReadSession => {
  const total = archive.manifest.tables.reduce((sum, { records }) => sum + records, 0)
  if (after !== null && !/^\d{1,12}$/.test(after)) throw new AppError('invalidInput')
  let position = Math.min(Number(after ?? 0), total)
  const source = linesFrom(archive, key, position)
  let held: Buffer[] = []
  const at = () => String(position)
  return {
    at,
    next: async (limit) => {
      const records: RecordState[] = []
      try {
        while (records.length < limit) {
          if (held.length === 0) {
            const next = await source.next()
            if (next.done === true) break
            held = next.value
          }
          const taken = held.splice(0, limit - records.length)
          for (const json of taken) {
            const record = parseRecord(json)
            if (record === undefined) throw new Error('a line that is no record')
            records.push(readState(record))
          }
        }
        position += records.length
        if (position > total || (records.length < limit && position < total)) throw new Error('another count')
      } catch (error) {
        throw new AppError('backupDamaged', { name }, error)
      }
      return { records, cursor: at(), more: position < total }
    },
    close: async () => {
      await source.return(undefined)
      archive.close()
    },
  }
}
