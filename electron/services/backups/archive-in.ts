import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

import { AppError } from '../../../shared/app-error.ts'
import type { Disk } from '../disk/disk.ts'
import { MANIFEST, type Manifest, parseManifest } from './manifest.ts'

/** A backup open for reading. Its names are only ever compared, never used as paths. */
export type ArchiveIn = {
  size: number
  manifest: Manifest
  entries: ReadonlyMap<string, Entry>
  /** The bytes of an entry. Its length is what the archive's directory says, else the stream fails. */
  open: (entry: Entry) => Promise<Readable>
  close: () => void
}

const MAX_ENTRIES = 210_000
const MAX_MANIFEST = 32 * 1024 * 1024
/** More than this in one table, in bytes, is not a customer book. */
const MAX_TABLE = 4 * 1024 ** 3
const STORED = 0
const DEFLATED = 8

const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const NAMES = /^(?:manifest\.json|tables\/[A-Za-z0-9-]{1,80}\.ndjson|attachments\/([0-9a-f]{2})\/\1[0-9a-f]{62})$/

/** Why an entry is refused; undefined for one that a backup may have. */
const whyRefused = (entry: Entry): string | undefined => {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
  if (!NAMES.test(entry.fileName)) return 'a name no backup has'
  if (type !== 0 && type !== REGULAR) return 'not a regular file'
  if (entry.isEncrypted()) return 'encrypted'
  // Attachments are stored as they are, so what is unpacked to disk is never more than the archive itself.
  if (entry.fileName.startsWith('attachments/')) return entry.compressionMethod === STORED ? undefined : 'compressed'
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return 'compressed in another way'
  return entry.uncompressedSize > (entry.fileName === MANIFEST ? MAX_MANIFEST : MAX_TABLE) ? 'too large' : undefined
}

const readEntries = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > MAX_ENTRIES) throw new Error('too many entries')
  for await (const entry of zip.eachEntry()) {
    const why = entries.has(entry.fileName) ? 'twice' : whyRefused(entry)
    if (why !== undefined) throw new Error(`backup entry refused (${why}): ${entry.fileName}`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

const readManifest = async (zip: ZipFile, entry: Entry | undefined, name: string): Promise<Manifest> => {
  if (entry === undefined) throw new Error('no manifest')
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  if (crc32(bytes) !== entry.crc32) throw new Error('manifest changed')
  return parseManifest(bytes, name)
}

/**
 * Opens a backup and reads its manifest.
 * @throws AppError `notFound`, `newerFormat`, `backupDamaged` with `name`
 */
export const openArchive = async (disk: Disk, path: string, name: string): Promise<ArchiveIn> => {
  const stats = await disk.lstat(path).catch(() => undefined)
  if (!stats?.isFile()) throw new AppError('notFound', { name })
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
    const opened = zip
    // What goes wrong in a stream is told by the stream; without a listener this one would end the program.
    opened.on('error', () => undefined)
    const entries = await readEntries(opened)
    const manifest = await readManifest(opened, entries.get(MANIFEST), name)
    return {
      size: stats.size,
      manifest,
      entries,
      open: (entry) => opened.openReadStreamPromise(entry),
      close: () => opened.close(),
    }
  } catch (error) {
    zip?.close()
    throw error instanceof AppError ? error : new AppError('backupDamaged', { name }, error)
  }
}
