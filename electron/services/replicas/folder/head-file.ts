import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { AppError } from '../../../../shared/app-error.ts'
import { type TargetHead, targetHeadSchema } from '../../../../shared/sync/index.ts'
import type { Disk } from '../../disk/disk.ts'
import { systemCode } from '../../disk/errors.ts'
import { listFolder, readWhole, writeAll } from '../../disk/files.ts'
import { parseVersioned } from '../../disk/versioned.ts'
import { decodeLine, encodeLine } from '../../lines/line.ts'
import { makeDurable, makeNamesDurable } from './durable.ts'
import { isShown } from './names.ts'
import { type Draw, statOf, writeBeside } from './safe-folder.ts'

const HEAD = 'book.json'
/** A head with all its ways to the key is a tenth of this. */
const MAX_HEAD = 64 * 1024
const MAX_COPIES = 50
/** A head that is being made is readable before so many milliseconds have passed. */
const BEING_MADE = 300

const textOf = (head: TargetHead): Buffer => Buffer.from(encodeLine(JSON.stringify(head)))

const parseHead = (bytes: Buffer): TargetHead | 'newer' | undefined => {
  const json = bytes.at(-1) === 10 ? decodeLine(bytes.subarray(0, -1)) : undefined
  return json && parseVersioned(json, 1, targetHeadSchema)
}

const readOne = async (disk: Disk, path: string, bookId: string): Promise<TargetHead | 'newer' | undefined> => {
  const stats = await statOf(disk, path)
  if (!stats?.isFile() || stats.size > MAX_HEAD) return undefined
  const head = parseHead((await readWhole(disk, path)) ?? Buffer.alloc(0))
  return head === 'newer' || head?.bookId === bookId ? head : undefined
}

const revision = (head: TargetHead): number => head.keyring?.revision ?? 0

/** The one that was made first; of one life, the one with the newest keyring. The same on every device. */
const better = (a: TargetHead, b: TargetHead): TargetHead => {
  if (a.epoch === b.epoch) return revision(b) > revision(a) ? b : a
  const [keyA, keyB] = [a, b].map(({ createdAt, epoch }) => `${createdAt} ${epoch}`)
  return (keyB ?? '') < (keyA ?? '') ? b : a
}

/**
 * What a book's folder says about itself. `book.json` counts; a copying tool that met two of them keeps one under this
 * name, the same everywhere, and renames the other. A renamed copy only counts where `book.json` itself can't be read,
 * or where it is of the same life and has a newer keyring.
 * @returns undefined where there is none that can be read
 * @throws AppError `newerFormat`; errors of the file system as they are
 */
export const readHead = async (disk: Disk, folder: string, bookId: string): Promise<TargetHead | undefined> => {
  const first = await readOne(disk, join(folder, HEAD), bookId)
  if (first === 'newer') throw new AppError('newerFormat')
  const copies = (await listFolder(disk, folder))
    .filter((name) => name !== HEAD && isShown(name) && /^book\b.*\.json$/.test(name))
    .slice(0, MAX_COPIES)
  let head = first
  for (const name of copies) {
    const copy = await readOne(disk, join(folder, name), bookId)
    if (copy !== undefined && copy !== 'newer' && (first === undefined || copy.epoch === first.epoch))
      head = head === undefined ? copy : better(head, copy)
  }
  return head
}

/**
 * Makes the head of a new life. Of two devices that do so at once in one folder, the second fails.
 * @throws AppError `syncNotEmpty` when a readable head is there
 */
export const createHead = async (disk: Disk, folder: string, head: TargetHead, draw: Draw): Promise<void> => {
  const taken = () => new AppError('syncNotEmpty', { place: folder })
  if ((await readHead(disk, folder, head.bookId)) !== undefined) throw taken()
  const path = join(folder, HEAD)
  try {
    const file = await disk.open(path, 'wx')
    try {
      await writeAll(file, textOf(head), 0)
      await makeDurable(file)
    } catch (error) {
      await disk.rm(path, { force: true }).catch(() => undefined)
      throw error
    } finally {
      await file.close()
    }
    await makeNamesDurable(disk, folder)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
    // Just being made by another device, or torn when it was made, or damaged since.
    await setTimeout(BEING_MADE)
    if ((await readHead(disk, folder, head.bookId)) !== undefined) throw taken()
    await writeHead(disk, folder, head, draw)
  }
  if ((await readHead(disk, folder, head.bookId))?.epoch !== head.epoch) throw taken()
}

/** Puts a head in the place of the one that is there. */
export const writeHead = (disk: Disk, folder: string, head: TargetHead, draw: Draw): Promise<void> =>
  writeBeside(disk, folder, HEAD, draw, (append) => append(textOf(head)))
