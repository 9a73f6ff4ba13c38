import { createHash } from 'node:crypto'

import type { Attachments } from '../attachments/attachments.ts'
import { tableOfKey } from '../lines/record-line.ts'
import type { Entries } from '../snapshot/source.ts'
import type { ArchiveOut } from './archive-out.ts'
import { attachmentEntry, BACKUP_FORMAT, MANIFEST, type Manifest, type TableEntry } from './manifest.ts'

const NEWLINE = Buffer.from('\n')
const PLAIN_NAME = /^[A-Za-z0-9-]{1,60}$/

/** The entry of a table: its name where that is plain, else (a newer version's) a number. */
const entryOf = (table: string, index: number): string =>
  `tables/${PLAIN_NAME.test(table) ? table : `table-${index}`}.ndjson`

/** Writes the tables, one entry each. @returns what the manifest says of them */
const writeTables = async (archive: ArchiveOut, entries: Entries, signal: AbortSignal): Promise<TableEntry[]> => {
  const tables: TableEntry[] = []
  let out: ReturnType<ArchiveOut['entry']> | undefined
  let hash = createHash('sha256')
  let prefix = ''
  const end = async () => {
    const table = tables.at(-1)
    await out?.end()
    if (table !== undefined) table.sha256 = hash.digest('hex')
    out = undefined
  }
  for await (const batch of entries) {
    signal.throwIfAborted()
    let pieces: Buffer[] = []
    const flush = async () => {
      const bytes = Buffer.concat(pieces)
      pieces = []
      if (bytes.length === 0) return
      hash.update(bytes)
      const table = tables.at(-1)
      if (table !== undefined) table.bytes += bytes.length
      await out?.write(bytes)
    }
    for (const { key, json } of batch) {
      if (out === undefined || !key.startsWith(prefix)) {
        await flush()
        await end()
        const table = tableOfKey(key)
        prefix = key.slice(0, key.indexOf('\n') + 1)
        hash = createHash('sha256')
        const file = entryOf(table, tables.length + 1)
        tables.push({ table, file, sha256: '', bytes: 0, records: 0 })
        out = archive.entry(file)
      }
      const table = tables.at(-1)
      if (table !== undefined) table.records += 1
      pieces.push(json, NEWLINE)
    }
    await flush()
  }
  await end()
  return tables
}

/** What the manifest needs besides what is found while writing. */
export type BackupHead = Pick<Manifest, 'bookId' | 'createdAt' | 'reason'>

/**
 * Writes tables, attachments and, last, the manifest into an archive.
 * @param entries every record once, by table and id
 * @returns the manifest
 */
export const writeBackup = async (
  archive: ArchiveOut,
  head: BackupHead,
  entries: Entries,
  attachments: Attachments,
  signal: AbortSignal,
): Promise<Manifest> => {
  const tables = await writeTables(archive, entries, signal)
  const kept: Manifest['attachments'] = []
  for (const sha256 of await attachments.list()) {
    signal.throwIfAborted()
    // One that has gone bad would make the whole backup look damaged.
    const bytes = await attachments.read(sha256)
    if (bytes === undefined) continue
    await archive.stored(attachmentEntry(sha256), bytes)
    kept.push({ sha256, bytes: bytes.length })
  }
  const manifest: Manifest = { format: BACKUP_FORMAT, ...head, tables, attachments: kept }
  const out = archive.entry(MANIFEST)
  await out.write(Buffer.from(JSON.stringify(manifest)))
  await out.end()
  return manifest
}
