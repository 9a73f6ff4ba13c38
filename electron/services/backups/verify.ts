import { createHash } from 'node:crypto'

import { AppError } from '../../../shared/app-error.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { ArchiveIn } from './archive-in.ts'
import { attachmentEntry, isProven, isSealedManifest } from './manifest.ts'
import type { BackupKey } from './seal.ts'

const damaged = (name: string, cause?: unknown) =>
  cause instanceof AppError ? cause : new AppError('backupDamaged', { name }, cause)

/** Checks that an entry is as long as the manifest says and has its hash. */
const verifyEntry = async (
  archive: ArchiveIn,
  file: string,
  bytes: number,
  sha256: string,
  signal: AbortSignal,
): Promise<void> => {
  const entry = archive.entries.get(file)
  if (entry === undefined || entry.uncompressedSize !== bytes) throw new Error(`missing or of another size: ${file}`)
  const hash = createHash('sha256')
  for await (const chunk of await archive.open(entry)) {
    signal.throwIfAborted()
    hash.update(chunk)
  }
  if (hash.digest('hex') !== sha256) throw new Error(`changed: ${file}`)
}

/**
 * Checks every part of a backup against the hashes of its manifest, and a sealed manifest against its key.
 * @param signal breaks it off: a book that is being locked does not wait for gigabytes
 * @throws AppError `backupDamaged` with `name`; the signal's reason
 */
export const verifyArchive = async (
  archive: ArchiveIn,
  key: BackupKey | undefined,
  name: string,
  signal: AbortSignal,
): Promise<void> => {
  const { manifest } = archive
  const { tables, attachments } = manifest
  try {
    if (key !== undefined && !(isSealedManifest(manifest) && isProven(manifest, key))) throw new Error('not proven')
    if (archive.entries.size !== tables.length + attachments.length + 1) throw new Error('parts the manifest lacks')
    for (const { file, bytes, sha256 } of tables) await verifyEntry(archive, file, bytes, sha256, signal)
    for (const { bytes, sha256 } of attachments)
      await verifyEntry(archive, attachmentEntry(sha256), bytes, sha256, signal)
  } catch (error) {
    throw damaged(name, error)
  }
}

/** The attachments of a verified backup, one after the other. @throws what is wrong with the bytes */
export async function* attachmentsIn(archive: ArchiveIn, key: BackupKey | undefined): AsyncGenerator<Buffer> {
  for (const { sha256 } of archive.manifest.attachments) {
    const entry = archive.entries.get(attachmentEntry(sha256))
    if (entry === undefined) continue
    const chunks: Buffer[] = []
    for await (const chunk of await archive.open(entry)) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    yield key === undefined ? bytes : key.openFile(bytes)
  }
}

/**
 * Puts the attachments of a verified backup back where they are missing.
 * @throws AppError `backupDamaged` with `name`; errors of the file system as they are
 */
export const restoreAttachments = async (
  archive: ArchiveIn,
  key: BackupKey | undefined,
  attachments: Attachments,
  name: string,
  signal: AbortSignal,
): Promise<void> => {
  const files = attachmentsIn(archive, key)
  for (;;) {
    const next = await files.next().catch((error: unknown) => {
      throw damaged(name, error)
    })
    if (next.done === true) return
    signal.throwIfAborted()
    await attachments.put(next.value)
  }
}
