import { createHash } from 'node:crypto'

import { tableOfKey } from '../lines/record-line.ts'
import type { Entries } from '../snapshot/source.ts'
import type { ArchiveOut } from './archive-out.ts'
import {
  attachmentEntry,
  MANIFEST,
  type Manifest,
  type ManifestParts,
  manifestOf,
  type TableEntry,
} from './manifest.ts'
import type { BackupSeal } from './seal.ts'

const NEWLINE = Buffer.from('\n')

type Seal = Pick<BackupSeal, 'key' | 'keyring'>
const PLAIN_NAME = /^[A-Za-z0-9-]{1,60}$/

/** The entry of a table: its name where that is plain, else (a newer version's) a number. */
const entryOf = (table: string, index: number): string =>
  `tables/${PLAIN_NAME.test(table) ? table : `table-${index}`}.ndjson`

/** Lines are sealed together once they are this many bytes: alone they would hardly shrink. */
const TOGETHER = 256 * 1024

/** Writes the tables, one entry each. @returns what the manifest says of them */
const writeTables = async (
  archive: ArchiveOut,
  entries: Entries,
  seal: Seal | undefined,
  signal: AbortSignal,
): Promise<TableEntry[]> => {
  const tables: TableEntry[] = []
  let out: ReturnType<ArchiveOut['entry']> | undefined
  let hash = createHash('sha256')
  let prefix = ''
  let pieces: Buffer[] = []
  let held = 0
  let parts = 0
  const flush = async () => {
    const table = tables.at(-1)
    if (table === undefined || held === 0) return
    const lines = Buffer.concat(pieces)
    const bytes = seal ? Buffer.concat([seal.key.sealLines(table.file, parts, lines), NEWLINE]) : lines
    pieces = []
    held = 0
    parts += 1
    hash.update(bytes)
    table.bytes += bytes.length
    await out?.write(bytes)
  }
  const end = async () => {
    await flush()
    const table = tables.at(-1)
    await out?.end()
    if (table !== undefined) table.sha256 = hash.digest('hex')
    out = undefined
  }
  for await (const batch of entries) {
    signal.throwIfAborted()
    for (const { key, json } of batch) {
      if (out === undefined || !key.startsWith(prefix)) {
        await end()
        const table = tableOfKey(key)
        prefix = key.slice(0, key.indexOf('\n') + 1)
        hash = createHash('sha256')
        parts = 0
        const file = entryOf(table, tables.length + 1)
        tables.push({ table, file, sha256: '', bytes: 0, records: 0 })
        out = archive.entry(file)
      }
      const table = tables.at(-1)
      if (table !== undefined) table.records += 1
      pieces.push(json, NEWLINE)
      held += json.length + NEWLINE.length
      if (held >= TOGETHER) await flush()
    }
  }
  await end()
  return tables
}

/** What the manifest needs besides what is found while writing. */
export type BackupHead = Pick<Manifest, 'bookId' | 'createdAt' | 'reason'>

/** What a backup is made of. */
export type BackupContent = {
  /** Every record once, by table and id. */
  entries: Entries
  attachments: AsyncIterable<Buffer>
}

/**
 * Writes tables, attachments and, last, the manifest into an archive.
 * @param seal absent for a plain backup
 * @returns the manifest
 */
export const writeBackup = async (
  archive: ArchiveOut,
  head: BackupHead,
  { entries, attachments }: BackupContent,
  seal: Seal | undefined,
  signal: AbortSignal,
): Promise<Manifest> => {
  const tables = await writeTables(archive, entries, seal, signal)
  const kept: ManifestParts['attachments'] = []
  for await (const content of attachments) {
    signal.throwIfAborted()
    const bytes = seal ? seal.key.sealFile(content) : content
    // Of what stands in the archive: the hash of the content would tell who has the same file that it is here.
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await archive.stored(attachmentEntry(sha256), bytes)
    kept.push({ sha256, bytes: bytes.length })
  }
  const manifest = manifestOf({ ...head, tables, attachments: kept }, seal)
  const out = archive.entry(MANIFEST)
  await out.write(Buffer.from(JSON.stringify(manifest)))
  await out.end()
  return manifest
}
