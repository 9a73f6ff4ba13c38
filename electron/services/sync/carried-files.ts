import { join } from 'node:path'

import { AppError } from '../../../shared/app-error.ts'
import { MAX_FILE_PART } from '../../../shared/desktop-api.ts'
import type { Disk, DiskFile } from '../disk/disk.ts'
import { onDisk } from '../disk/errors.ts'
import { writeAll } from '../disk/files.ts'
import { createQueue } from '../queue.ts'
import { openSyncFile, SYNC_FILE_ENDING, type SyncFile } from '../replicas/sync-file/index.ts'

/** Sync files on their way between the window and this side: one that goes out and one that came in. */
export type CarriedFiles = {
  /** Has `write` make the file that goes out. @returns its size in bytes */
  take: (write: (path: string) => Promise<{ bytes: number }>) => Promise<number>
  /** Up to four megabytes of it; with the last of them it goes, as it may be in the open beside a locked book. */
  part: (offset: number) => Promise<Uint8Array>
  /** Adds to the file that comes in; the first piece, at 0, begins a new one. */
  give: (offset: number, bytes: Uint8Array) => Promise<void>
  /** The file that came in, whole. @throws AppError `syncFileOther`, also where there is none; `syncFileDamaged` */
  given: () => Promise<SyncFile>
  /** Deletes both. */
  drop: () => Promise<void>
}

export const createCarriedFiles = (disk: Disk, folder: string): CarriedFiles => {
  const out = join(folder, `out${SYNC_FILE_ENDING}`)
  const come = join(folder, `in${SYNC_FILE_ENDING}`)
  const queue = createQueue()
  let open: SyncFile | undefined

  const told = <T>(doing: 'reading' | 'writing', job: () => Promise<T>): Promise<T> =>
    queue(() => onDisk(folder, doing, job))

  const using = async <T>(path: string, flags: string, job: (file: DiskFile) => Promise<T>): Promise<T> => {
    const file = await disk.open(path, flags)
    try {
      return await job(file)
    } finally {
      await file.close()
    }
  }

  const drop = async (): Promise<void> => {
    open = undefined
    await disk.rm(folder, { recursive: true, force: true })
  }

  const begin = async (): Promise<void> => {
    await drop()
    await disk.mkdir(folder, { recursive: true, mode: 0o700 })
  }

  return {
    take: (write) =>
      told('writing', async () => {
        await begin()
        return (await write(out)).bytes
      }),
    part: (offset) =>
      told('reading', async () => {
        const { bytes, isLast } = await using(out, 'r', async (file) => {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_FILE_PART), 0, MAX_FILE_PART, offset)
          const bytes = new Uint8Array(buffer.subarray(0, bytesRead))
          return { bytes, isLast: offset + bytesRead >= (await file.stat()).size }
        })
        if (isLast) await disk.rm(out, { force: true })
        return bytes
      }),
    give: (offset, bytes) =>
      told('writing', async () => {
        if (offset === 0) await begin()
        open = undefined
        await using(come, offset === 0 ? 'w' : 'r+', async (file) => {
          // Pieces come in order: anything else is of another file that was broken off.
          if ((await file.stat()).size !== offset) throw new AppError('syncFileDamaged')
          await writeAll(file, bytes, offset)
        })
      }),
    given: () =>
      queue(async () => {
        try {
          open ??= await openSyncFile(disk, come)
          return open
        } catch (error) {
          if (error instanceof AppError && error.code === 'folderMissing')
            throw new AppError('syncFileOther', {}, error)
          throw error
        }
      }),
    drop: () => told('writing', drop),
  }
}
