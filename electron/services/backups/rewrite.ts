import { join } from 'node:path'

import { AppError } from '../../../shared/app-error.ts'
import type { Disk } from '../disk/disk.ts'
import { listFolder, syncFolder } from '../disk/files.ts'
import { recordKey } from '../lines/record-line.ts'
import type { Entries } from '../snapshot/source.ts'
import { type ArchiveIn, openArchive } from './archive-in.ts'
import { writeArchive } from './make.ts'
import { isSealedManifest } from './manifest.ts'
import { tableLines } from './read-lines.ts'
import type { BackupKey, BackupSeal } from './seal.ts'
import { attachmentsIn, verifyArchive } from './verify.ts'

async function* entriesIn(archive: ArchiveIn, key: BackupKey | undefined): Entries & AsyncGenerator {
  for (const { file } of archive.manifest.tables)
    for await (const lines of tableLines(archive, file, key))
      yield lines.map((json) => {
        const of = recordKey(json)
        if (of === undefined) throw new Error('a line that is no record')
        return { key: of, json }
      })
}

/** Writes one backup anew where that changes whether it is sealed. */
const rewriteOne = async (disk: Disk, folder: string, name: string, seal: BackupSeal, signal: AbortSignal) => {
  const path = join(folder, name)
  const archive = await openArchive(disk, path, name)
  try {
    const { manifest } = archive
    const sealed = isSealedManifest(manifest)
    // One that is sealed with an earlier key stays as it is: it gives nothing away, and its passphrase opens it.
    if (sealed === seal.seals || (sealed && manifest.keyring.keyId !== seal.keyring().keyId)) return
    const key = sealed ? seal.key : undefined
    await verifyArchive(archive, key, name, signal)
    const content = { entries: entriesIn(archive, key), attachments: attachmentsIn(archive, key) }
    const beside = `${path}.part`
    const { bookId, createdAt, reason } = manifest
    await writeArchive(disk, folder, beside, { bookId, createdAt, reason }, content, seal, signal)
    await disk.rename(beside, path)
    await syncFolder(disk, folder)
  } finally {
    archive.close()
  }
}

/** Nothing that this program wrote: of a newer version, or a folder or a link. */
const isForeign = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'newerFormat' || error.code === 'notFound')

const isDamage = (error: unknown): boolean => error instanceof AppError && error.code === 'backupDamaged'

/**
 * Writes the backups of a folder anew, sealed or plain as new ones are. When they are to be sealed, a damaged one is
 * deleted: nothing can be read out of it to seal, and as it is it would lie there in the open. What is of a newer
 * version stays, and so does what is no file.
 */
export const rewriteBackups = async (
  disk: Disk,
  folder: string,
  seal: BackupSeal,
  signal: AbortSignal,
): Promise<void> => {
  for (const name of await listFolder(disk, folder)) {
    signal.throwIfAborted()
    if (name.endsWith('.part')) await disk.rm(join(folder, name), { force: true })
    if (!name.endsWith('.fairbook')) continue
    try {
      await rewriteOne(disk, folder, name, seal, signal)
    } catch (error) {
      if (isForeign(error)) continue
      if (!isDamage(error)) throw error
      if (seal.seals) await disk.rm(join(folder, name), { force: true })
    }
  }
  await syncFolder(disk, folder).catch(() => undefined)
}
