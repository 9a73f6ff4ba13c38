import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { AppError } from '../../../shared/app-error.ts'
import { MAX_ATTACHMENT } from '../../../shared/desktop-api.ts'
import type { Disk } from '../disk/disk.ts'
import { systemCode } from '../disk/errors.ts'
import { listFolder, readWhole, syncFolder, writeAll } from '../disk/files.ts'
import { listSealed, PREFIX, SEALED } from './list-sealed.ts'
import { ATTACHMENT_SEAL_BYTES, type AttachmentSeal } from './seal.ts'

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
  /**
   * Writes what is there anew, as it is written now: sealed or plain. What can't be read is deleted when it is plain and
   * the book is locked, for it would lie there in the open; else it stays.
   */
  rewrite: (signal: AbortSignal) => Promise<void>
}

const HASH = /^[0-9a-f]{64}$/
const PART = /^\..*\.part$/

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** @param seal how files are sealed; absent for a book without a key */
export const createAttachments = (disk: Disk, folder: string, seal?: AttachmentSeal): Attachments => {
  const folderOf = (name: string) => join(folder, name.slice(0, 2))
  const plainPath = (sha256: string) => join(folderOf(sha256), sha256)
  const sealedPath = (sha256: string, { nameOf }: AttachmentSeal) =>
    join(folderOf(nameOf(sha256)), nameOf(sha256) + SEALED)

  const readFile = async (path: string, most: number): Promise<Buffer | undefined> => {
    const stats = await disk.lstat(path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw error
    })
    return stats?.isFile() && stats.size <= most ? readWhole(disk, path) : undefined
  }

  const readPlain = async (sha256: string): Promise<Buffer | undefined> => {
    const bytes = await readFile(plainPath(sha256), MAX_ATTACHMENT)
    return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined
  }

  const readSealed = async (sha256: string): Promise<Buffer | undefined> => {
    const sealed = seal && (await readFile(sealedPath(sha256, seal), MAX_ATTACHMENT + ATTACHMENT_SEAL_BYTES))
    const bytes = sealed && seal.open(sha256, sealed)
    return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined
  }

  /** As it should stand there now. */
  const readCurrent = (sha256: string) => (seal?.seals === true ? readSealed(sha256) : readPlain(sha256))
  const readOther = (sha256: string) => (seal?.seals === true ? readPlain(sha256) : readSealed(sha256))

  const write = async (sha256: string, content: Uint8Array): Promise<void> => {
    const path = seal?.seals === true ? sealedPath(sha256, seal) : plainPath(sha256)
    const bytes = seal?.seals === true ? seal.seal(sha256, content) : content
    const inside = join(path, '..')
    await disk.mkdir(inside, { recursive: true })
    // Two may put the same file at once, so each writes beside under a name of its own.
    const beside = join(inside, `.${randomUUID()}.part`)
    const file = await disk.open(beside, 'wx')
    try {
      await writeAll(file, bytes, 0)
      await file.sync()
      await file.close()
      await disk.rename(beside, path)
    } catch (error) {
      await file.close().catch(() => undefined)
      await disk.rm(beside, { force: true })
      throw error
    }
    await syncFolder(disk, inside)
    await syncFolder(disk, folder)
  }

  const names = async (): Promise<string[]> => {
    const found: string[] = []
    for (const prefix of await listFolder(disk, folder))
      if (PREFIX.test(prefix))
        found.push(...(await listFolder(disk, join(folder, prefix))).map((name) => join(prefix, name)))
    return found
  }

  const plainHashes = (found: readonly string[]): string[] =>
    found.flatMap((path) => {
      const name = path.slice(3)
      return HASH.test(name) && name.startsWith(path.slice(0, 2)) ? [name] : []
    })

  const rm = async (path: string): Promise<void> => {
    await disk.rm(path, { force: true })
    await syncFolder(disk, join(path, '..')).catch(() => undefined)
  }

  return {
    put: async (bytes) => {
      const sha256 = hashOf(bytes)
      if (bytes.length > MAX_ATTACHMENT) throw new AppError('attachmentTooLarge', { name: sha256 })
      // Reading it back costs little beside losing it: one that has gone bad is written again.
      if ((await readCurrent(sha256)) === undefined) await write(sha256, bytes)
      return { sha256, size: bytes.length }
    },
    read: async (sha256) =>
      HASH.test(sha256) ? ((await readCurrent(sha256)) ?? (await readOther(sha256))) : undefined,
    remove: async (sha256) => {
      if (!HASH.test(sha256)) return
      await rm(plainPath(sha256))
      if (seal) await rm(sealedPath(sha256, seal))
    },
    list: async () => {
      const found = await names()
      const hashes = new Set(plainHashes(found))
      if (seal) for (const { sha256 } of await listSealed(disk, folder, found, seal)) hashes.add(sha256)
      return [...hashes].sort()
    },
    rewrite: async (signal) => {
      const found = await names()
      for (const path of found) if (PART.test(path.slice(3))) await disk.rm(join(folder, path), { force: true })
      const plain = plainHashes(found)
      const sealed = seal ? await listSealed(disk, folder, found, seal) : []
      const old = seal?.seals === true ? plain.map((sha256) => ({ sha256, path: plainPath(sha256) })) : sealed
      for (const { sha256, path } of old) {
        signal.throwIfAborted()
        const bytes = await readOther(sha256)
        if (bytes !== undefined && (await readCurrent(sha256)) === undefined) await write(sha256, bytes)
        if (bytes !== undefined || seal?.seals === true) await rm(path)
      }
    },
  }
}
