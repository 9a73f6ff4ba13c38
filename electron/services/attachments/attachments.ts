import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { AppError } from '../../../shared/app-error.ts'
import { MAX_ATTACHMENT } from '../../../shared/desktop-api.ts'
import type { Disk } from '../disk/disk.ts'
import { systemCode } from '../disk/errors.ts'
import { listFolder, readWhole, syncFolder, writeAll } from '../disk/files.ts'

/** Files that belong to records, each under the SHA-256 of its bytes: the same file is kept once. */
export type Attachments = {
  /** @throws AppError `attachmentTooLarge`; errors of the file system as they are */
  put: (bytes: Uint8Array) => Promise<{ sha256: string; size: number }>
  /** The bytes, checked against their hash; undefined when they are missing or have changed. */
  read: (sha256: string) => Promise<Buffer | undefined>
  /** Deletes the file; nothing happens where there is none. */
  remove: (sha256: string) => Promise<void>
  /** The hashes of all that are there, sorted. */
  list: () => Promise<string[]>
}

const HASH = /^[0-9a-f]{64}$/
const PREFIX = /^[0-9a-f]{2}$/

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const createAttachments = (disk: Disk, folder: string): Attachments => {
  const folderOf = (sha256: string) => join(folder, sha256.slice(0, 2))

  const read = async (sha256: string): Promise<Buffer | undefined> => {
    if (!HASH.test(sha256)) return undefined
    const path = join(folderOf(sha256), sha256)
    const stats = await disk.lstat(path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw error
    })
    if (!stats?.isFile() || stats.size > MAX_ATTACHMENT) return undefined
    const bytes = await readWhole(disk, path)
    return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined
  }

  const write = async (sha256: string, bytes: Uint8Array): Promise<void> => {
    const inside = folderOf(sha256)
    await disk.mkdir(inside, { recursive: true })
    // Two may put the same file at once, so each writes beside under a name of its own.
    const beside = join(inside, `.${randomUUID()}.part`)
    const file = await disk.open(beside, 'wx')
    try {
      await writeAll(file, bytes, 0)
      await file.sync()
      await file.close()
      await disk.rename(beside, join(inside, sha256))
    } catch (error) {
      await file.close().catch(() => undefined)
      await disk.rm(beside, { force: true })
      throw error
    }
    await syncFolder(disk, inside)
    await syncFolder(disk, folder)
  }

  return {
    put: async (bytes) => {
      const sha256 = hashOf(bytes)
      if (bytes.length > MAX_ATTACHMENT) throw new AppError('attachmentTooLarge', { name: sha256 })
      // Reading it back costs little beside losing it: one that has gone bad is written again.
      if ((await read(sha256)) === undefined) await write(sha256, bytes)
      return { sha256, size: bytes.length }
    },
    read,
    remove: async (sha256) => {
      if (!HASH.test(sha256)) return
      const inside = folderOf(sha256)
      await disk.rm(join(inside, sha256), { force: true })
      await syncFolder(disk, inside).catch(() => undefined)
    },
    list: async () => {
      const hashes: string[] = []
      for (const prefix of await listFolder(disk, folder)) {
        if (!PREFIX.test(prefix)) continue
        for (const name of await listFolder(disk, join(folder, prefix)))
          if (HASH.test(name) && name.startsWith(prefix)) hashes.push(name)
      }
      return hashes
    },
  }
}
