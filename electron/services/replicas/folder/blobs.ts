import { join } from 'node:path'

import { AppError } from '../../../../shared/app-error.ts'
import { MAX_ATTACHMENT } from '../../../../shared/desktop-api.ts'
import type { Disk } from '../../disk/disk.ts'
import { listFolder, readWhole } from '../../disk/files.ts'
import { MAX_ENCODED_BLOB, type RecordCodec, UnreadableRecord } from '../codec.ts'
import type { Blobs } from '../target.ts'
import { makeNamesDurable } from './durable.ts'
import { isBeside } from './names.ts'
import { type Draw, isFolder, makeFolders, statOf, writeBeside } from './safe-folder.ts'

const SHA256 = /^[0-9a-f]{64}$/
const NAME = /^[A-Za-z0-9_-]{2,200}$/

export type FolderBlobsOptions = {
  disk: Disk
  codec: RecordCodec
  /** The folder of the book. */
  book: string
  /** The life of the target, a folder in it. */
  epoch: string
  draw: Draw
}

/** Attachments in a shared folder: `blobs/ab/abcd…`. The same file of two devices has one name and one content. */
export const folderBlobs = ({ disk, codec, book, epoch, draw }: FolderBlobsOptions): Blobs => {
  const nameOf = (sha256: string): string | undefined => {
    const name = SHA256.test(sha256) ? codec.blobName(sha256) : ''
    return NAME.test(name) ? name : undefined
  }
  // Where `aB` and `Ab` are one name, a copying tool would make two folders of them.
  const partsOf = (name: string) => [epoch, 'blobs', name.slice(0, 2).toLowerCase()]

  /** The folder of a blob, where all the way to it are real folders. */
  const folderOf = async (name: string): Promise<string | undefined> => {
    let path = book
    for (const part of partsOf(name)) {
      path = join(path, part)
      if (!(await isFolder(disk, path))) return undefined
    }
    return path
  }

  const sizeOf = async (path: string): Promise<number> => {
    const stats = await statOf(disk, path)
    return stats?.isFile() && stats.size <= MAX_ENCODED_BLOB ? stats.size : 0
  }

  const get = async (sha256: string): Promise<Uint8Array | undefined> => {
    const name = nameOf(sha256)
    const folder = name === undefined ? undefined : await folderOf(name)
    if (name === undefined || folder === undefined) return undefined
    const path = join(folder, name)
    const encoded = (await sizeOf(path)) > 0 ? await readWhole(disk, path) : undefined
    try {
      return encoded && codec.decodeBlob(sha256, encoded)
    } catch (error) {
      if (error instanceof UnreadableRecord) return undefined
      throw error
    }
  }

  return {
    has: async (sha256) => (await get(sha256)) !== undefined,
    put: async (sha256, bytes) => {
      if (bytes.length > MAX_ATTACHMENT) throw new AppError('attachmentTooLarge', { name: sha256 })
      const name = nameOf(sha256)
      if (name === undefined) throw new AppError('invalidInput')
      // Reading it back costs little beside losing it: one that has gone bad is written again.
      if ((await get(sha256)) !== undefined) return
      const folder = await makeFolders(disk, book, partsOf(name))
      await writeBeside(disk, folder, name, draw, (append) => append(codec.encodeBlob(sha256, bytes)))
    },
    get,
    remove: async (sha256) => {
      const name = nameOf(sha256)
      const folder = name === undefined ? undefined : await folderOf(name)
      if (name === undefined || folder === undefined) return
      // Renamed copies too, and what a crash left half-written.
      for (const found of await listFolder(disk, folder))
        if (found.startsWith(name) || isBeside(found)) await disk.rm(join(folder, found), { force: true })
      await makeNamesDurable(disk, folder).catch(() => undefined)
    },
  }
}
