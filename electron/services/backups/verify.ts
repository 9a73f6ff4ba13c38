import { createHash } from 'node:crypto'

import { AppError } from '../../../shared/app-error.ts'
import { MAX_ATTACHMENT } from '../../../shared/desktop-api.ts'
import type { Attachments } from '../attachments/attachments.ts'
import type { ArchiveIn } from './archive-in.ts'
import { attachmentEntry } from './manifest.ts'

const damaged = (name: string, cause?: unknown) =>
  cause instanceof AppError ? cause : new AppError('backupDamaged', { name }, cause)

/** Checks that an entry is as long as the manifest says and has its hash. */
const verifyEntry = async (archive: ArchiveIn, file: string, bytes: number, sha256: string): Promise<void> => {
  const entry = archive.entries.get(file)
  if (entry === undefined || entry.uncompressedSize !== bytes) throw new Error(`missing or of another size: ${file}`)
  const hash = createHash('sha256')
  for await (const chunk of await archive.open(entry)) hash.update(chunk)
  if (hash.digest('hex') !== sha256) throw new Error(`changed: ${file}`)
}

/**
 * Checks every part of a backup against the hashes of its manifest.
 * @throws AppError `backupDamaged` with `name`
 */
export const verifyArchive = async (archive: ArchiveIn, name: string): Promise<void> => {
  const { tables, attachments } = archive.manifest
  try {
    if (archive.entries.size !== tables.length + attachments.length + 1) throw new Error('parts the manifest lacks')
    for (const { file, bytes, sha256 } of tables) await verifyEntry(archive, file, bytes, sha256)
    for (const { bytes, sha256 } of attachments) await verifyEntry(archive, attachmentEntry(sha256), bytes, sha256)
  } catch (error) {
    throw damaged(name, error)
  }
}

/** Puts the attachments of a verified backup back where they are missing. */
export const restoreAttachments = async (archive: ArchiveIn, attachments: Attachments): Promise<void> => {
  for (const { sha256, bytes } of archive.manifest.attachments) {
    const entry = archive.entries.get(attachmentEntry(sha256))
    if (entry === undefined || bytes > MAX_ATTACHMENT) continue
    if ((await attachments.read(sha256)) !== undefined) continue
    const chunks: Buffer[] = []
    for await (const chunk of await archive.open(entry)) chunks.push(chunk)
    await attachments.put(Buffer.concat(chunks))
  }
}
