import { randomBytes } from 'node:crypto'

import { AppError } from '../../../../shared/app-error.ts'
import type { Disk } from '../../disk/disk.ts'
import type { SyncTarget } from '../target.ts'
import { placeError } from './errors.ts'
import { createHead, readHead, writeHead } from './head-file.ts'
import { inspectFolder } from './inspect.ts'
import { checkLife, lifeAt } from './life.ts'
import { bookFolder } from './names.ts'
import { createFolderReplica } from './replica.ts'
import { type Draw, makeFolders } from './safe-folder.ts'

export type FolderTargetOptions = {
  disk: Disk
  /** The folder that was chosen: on a NAS, a stick, or one that a copying tool keeps the same on several computers. */
  path: string
  /** The book of this device; of several in the folder, it is the one that is meant. */
  bookId?: string | undefined
  deviceId: string
  /** Whether `pull` leaves out what the same replica pushed, for a reader that once came to the end. */
  skipOwn?: boolean | undefined
  /** A file this large, in bytes, is followed by the next. */
  segmentBytes?: number | undefined
  /** Eight random hexadecimal digits for the name of a file. */
  draw?: Draw | undefined
  /** Told about trouble that nobody waits for: files that could not be merged into fewer. */
  onProblem?: ((error: unknown) => void) | undefined
}

const drawName: Draw = () => randomBytes(4).toString('hex')

/**
 * A folder where copies of the book meet, on any file system, with no server and no lock: each device writes its own
 * files only, everyone reads everyone's, and the merge of all is the book. Fails with `syncUnreachable` {place, why},
 * `syncFull`, `readOnly`, `noAccess`, `newerFormat`, `syncWrongBook`, `syncNoBook`, `syncTargetChanged`.
 */
export const folderTarget = (options: FolderTargetOptions): SyncTarget => {
  const { disk, path, deviceId, draw = drawName } = options
  // It becomes the name of a folder.
  if (!/^[0-9a-zA-Z-]{1,64}$/.test(deviceId)) throw new AppError('invalidInput')

  const doing = async <T>(what: 'reading' | 'writing', job: () => Promise<T>): Promise<T> => {
    try {
      return await job()
    } catch (error) {
      throw placeError(error, path, what)
    }
  }

  return {
    inspect: () => doing('reading', () => inspectFolder(disk, path, options.bookId, draw)),
    create: (head) =>
      doing('writing', async () => {
        // A stick that is not there must not be made up.
        await disk.readdir(path)
        const { book } = lifeAt(path, head)
        if (book !== path) await makeFolders(disk, path, [`fairbook-${head.bookId}`])
        await createHead(disk, book, head, draw)
        await makeFolders(disk, book, [head.epoch, 'devices'])
      }),
    replaceKeyring: (head) =>
      doing('writing', async () => {
        await checkLife(disk, path, head, draw, true)
        const book = bookFolder(path, head.bookId)
        const [old, next] = [(await readHead(disk, book, head.bookId))?.keyring, head.keyring]
        const same = JSON.stringify(old) === JSON.stringify(next)
        // Someone else changed the passphrase since this device last looked.
        if (next === undefined || (!same && old !== undefined && old.revision >= next.revision))
          throw new AppError('syncTargetChanged', { place: path })
        await writeHead(disk, book, head, draw)
      }),
    open: (head, codec) => {
      const { skipOwn = false, segmentBytes, onProblem = () => undefined } = options
      return createFolderReplica({ disk, path, head, codec, deviceId, draw, skipOwn, segmentBytes, onProblem })
    },
  }
}
