import { AppError } from '../../../shared/app-error.ts'
import type { Page, RecordState } from '../../../shared/change/index.ts'
import { parseRecord } from '../lines/record-line.ts'
import type { ArchiveIn } from './archive-in.ts'

/** Reads a verified backup page by page. */
export type ReadSession = {
  /** The cursor of what comes next. */
  at: () => string
  next: (limit: number) => Promise<Page>
  close: () => Promise<void>
}

const MAX_LINE = 32 * 1024 * 1024

/** The lines of all tables from a position among them on; each with the bytes of its JSON. */
async function* linesFrom(archive: ArchiveIn, skip: number): AsyncGenerator<Buffer[]> {
  let left = skip
  for (const { file, records } of archive.manifest.tables) {
    const entry = archive.entries.get(file)
    if (entry === undefined) continue
    if (left >= records) {
      left -= records
      continue
    }
    let rest: Buffer[] = []
    let held = 0
    for await (const chunk of await archive.open(entry)) {
      const lines: Buffer[] = []
      let start = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        lines.push(Buffer.concat([...rest, chunk.subarray(start, end)]))
        rest = []
        held = 0
        start = end + 1
      }
      rest.push(chunk.subarray(start))
      held += chunk.length - start
      if (held > MAX_LINE) throw new Error('a line too long')
      const passed = Math.min(left, lines.length)
      left -= passed
      if (lines.length > passed) yield lines.slice(passed)
    }
    if (held > 0) throw new Error('an unfinished line')
  }
}

/**
 * Starts reading a backup behind a cursor, from the start for null.
 * @throws AppError `invalidInput` for a cursor that is none, `backupDamaged` for lines that are no records
 */
export const startReading = (archive: ArchiveIn, name: string, after: string | null): ReadSession => {
  const total = archive.manifest.tables.reduce((sum, { records }) => sum + records, 0)
  if (after !== null && !/^\d{1,12}$/.test(after)) throw new AppError('invalidInput')
  let position = Math.min(Number(after ?? 0), total)
  const source = linesFrom(archive, position)
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
            records.push(record)
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
