import { join } from 'node:path'

import { AppError } from '../../../../shared/app-error.ts'
import type { TargetHead } from '../../../../shared/sync/index.ts'
import type { Disk } from '../../disk/disk.ts'
import { isReadOnly } from '../../disk/errors.ts'
import { writeAll } from '../../disk/files.ts'
import type { TargetSummary } from '../target.ts'
import { makeDurable } from './durable.ts'
import { booksAt, lifeAt } from './life.ts'
import { type DeviceFiles, listDevices } from './listing.ts'
import { besideName } from './names.ts'
import { foreignLines } from './own-entries.ts'
import type { Draw } from './safe-folder.ts'

/** Counting remembers every id; more than this are counted as they stand. */
const MAX_IDS = 2_000_000

/** Whether a file can be made here: tried, for no attribute tells it on every file system. */
const tryWriting = async (disk: Disk, folder: string, draw: Draw): Promise<boolean> => {
  const path = join(folder, besideName(draw()))
  try {
    const file = await disk.open(path, 'wx')
    try {
      await writeAll(file, Buffer.from('Fairbook was here to see whether it may write.\n'), 0)
      await makeDurable(file)
    } finally {
      await file.close()
      await disk.rm(path, { force: true })
    }
    return true
  } catch (error) {
    if (isReadOnly(error)) return false
    throw error
  }
}

/** Which of several books is meant: the one that this device has, or the only one. */
const choose = (heads: readonly TargetHead[], path: string, bookId: string | undefined): TargetHead | undefined => {
  const own = heads.find((head) => head.bookId === bookId)
  if (own !== undefined || heads.length < 2) return own ?? heads[0]
  throw new AppError('syncWrongBook', { place: path, why: 'several', count: heads.length })
}

const countRecords = async (disk: Disk, devices: readonly DeviceFiles[]): Promise<number> => {
  const ids = new Set<string>()
  let more = 0
  for (const { files } of devices)
    for (const file of files)
      for await (const entries of foreignLines(disk, file))
        for (const { key } of entries)
          if (ids.size < MAX_IDS) ids.add(key)
          else if (!ids.has(key)) more += 1
  return ids.size + more
}

/**
 * Looks at a shared folder.
 * @param bookId the book of this device: of several in one folder, it is the one that is meant
 * @throws AppError `syncWrongBook` for several others; errors of the file system as they are
 */
export const inspectFolder = async (
  disk: Disk,
  path: string,
  bookId: string | undefined,
  draw: Draw,
): Promise<TargetSummary> => {
  const head = choose(await booksAt(disk, path), path, bookId)
  const writable = await tryWriting(disk, path, draw)
  if (head === undefined) return { head, records: 0, readableOnTheWay: false, writable }
  const { devices } = await listDevices(disk, lifeAt(path, head).devices)
  const files = devices.flatMap((device) => device.files)
  const lastAt = files.reduce((latest, { changedAt }) => Math.max(latest, changedAt), 0)
  return {
    head,
    records: await countRecords(disk, devices),
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    devices: devices.filter((device) => device.files.length > 0).length,
    ...(lastAt > 0 && { lastAt: new Date(lastAt).toISOString() }),
    readableOnTheWay: false,
    writable,
  }
}
