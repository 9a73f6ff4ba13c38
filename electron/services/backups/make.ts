import { join } from 'node:path'

import type { Attachments } from '../attachments/attachments.ts'
import type { Disk } from '../disk/disk.ts'
import { listFolder, syncFolder } from '../disk/files.ts'
import { createArchive } from './archive-out.ts'
import { backupName } from './backup-name.ts'
import { type Backup, type BackupReason, type Manifest, summaryOf } from './manifest.ts'
import type { BackupSeal } from './seal.ts'
import { type BackupContent, type BackupHead, writeBackup } from './write-backup.ts'

/** Contents of attachments, without those that have gone bad: they would make the whole backup look damaged. */
export async function* wholeAttachments(attachments: Attachments): AsyncGenerator<Buffer> {
  for (const sha256 of await attachments.list()) {
    const bytes = await attachments.read(sha256)
    if (bytes !== undefined) yield bytes
  }
}

/** Writes an archive into the file `beside`, of which nothing is left when that fails. */
export const writeArchive = async (
  disk: Disk,
  folder: string,
  beside: string,
  head: BackupHead,
  content: BackupContent,
  seal: BackupSeal | undefined,
  signal: AbortSignal,
): Promise<Manifest> => {
  const archive = await createArchive(disk, beside, folder, new Date(head.createdAt))
  try {
    const manifest = await writeBackup(archive, head, content, seal?.seals ? seal : undefined, signal)
    await archive.finish()
    return manifest
  } catch (error) {
    await archive.abort()
    await disk.rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

export type MakeOptions = {
  disk: Disk
  folder: string
  bookId: string
  /** Unix milliseconds. */
  now: number
  reason: BackupReason
  seal: BackupSeal | undefined
  signal: AbortSignal
  /** Writes what `content` holds and hands the manifest on. */
  withContent: (use: (content: BackupContent) => Promise<Manifest>) => Promise<Manifest>
}

/** Makes a backup of this minute. Backups are made one at a time. */
export const makeBackup = async (options: MakeOptions): Promise<Backup> => {
  const { disk, folder, reason, bookId, seal, signal } = options
  await disk.mkdir(folder, { recursive: true })
  const names = await listFolder(disk, folder)
  // Left behind by a crash; no other is being written.
  for (const name of names) if (name.endsWith('.part')) await disk.rm(join(folder, name), { force: true })
  const createdAt = new Date(options.now).toISOString()
  const name = backupName(createdAt, reason, new Set(names))
  const beside = join(folder, `${name}.part`)
  const head = { bookId, createdAt, reason }
  const manifest = await options.withContent((content) =>
    writeArchive(disk, folder, beside, head, content, seal, signal),
  )
  const { size } = await disk.lstat(beside)
  await disk.rename(beside, join(folder, name))
  await syncFolder(disk, folder)
  return summaryOf(name, size, manifest)
}
