import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

import { AppError } from '../../../shared/app-error.ts'
import type { Disk, DiskFile } from '../disk/disk.ts'
import { systemCode } from '../disk/errors.ts'
import { listFolder, readWhole, writeAll } from '../disk/files.ts'
import { processStart } from './process-start.ts'

const ownerSchema = z.object({
  pid: z.int(),
  start: z.string(),
  host: z.string(),
  at: z.number(),
  released: z.boolean(),
})
type Owner = z.infer<typeof ownerSchema>

const DAY = 86_400_000
/** How long a program may take between making its lock file and writing its name in it, in milliseconds. */
const GRACE = 10_000
const ATTEMPTS = 20
const HOUR = 3_600_000
const NAME = /^(\d{1,15})\.json$/

const highest = async (disk: Disk, folder: string): Promise<number> => {
  const numbers = (await listFolder(disk, folder)).map((name) => Number(NAME.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

const parseOwner = (bytes: Buffer): Owner | undefined => {
  try {
    return ownerSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return undefined
  }
}

const isYoung = async (disk: Disk, path: string): Promise<boolean> => {
  try {
    return Date.now() - (await disk.lstat(path)).mtimeMs < GRACE
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Whether the owner of a lock still has it. Once this is false it stays false. */
const isHeld = async (disk: Disk, path: string): Promise<boolean> => {
  const bytes = await readWhole(disk, path)
  if (bytes === undefined) return false
  const owner = parseOwner(bytes)
  if (owner === undefined) return isYoung(disk, path)
  if (owner.released) return false
  // Another machine, on a shared disk: nobody here can see whether it runs, so it is believed for a day.
  if (owner.host !== hostname()) return Math.abs(Date.now() - owner.at) < DAY
  if (process.platform !== 'linux' && owner.at < Date.now() - uptime() * 1000 - GRACE) return false
  return owner.start !== '' && (await processStart(owner.pid)) === owner.start
}

const writeOwner = async (file: DiskFile, owner: Owner): Promise<void> => {
  const bytes = Buffer.from(JSON.stringify(owner))
  await file.truncate(0)
  await writeAll(file, bytes, 0)
  await file.sync()
}

/** Makes lock number `number`; undefined when another program was first. */
const take = async (disk: Disk, folder: string, number: number, owner: Owner): Promise<DiskFile | undefined> => {
  let file: DiskFile
  try {
    file = await disk.open(join(folder, `${number}.json`), 'wx+')
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return undefined
    throw error
  }
  await writeOwner(file, owner).catch(async (error: unknown) => {
    await file.close()
    await disk.rm(join(folder, `${number}.json`), { force: true })
    throw error
  })
  return file
}

const removeOlder = async (disk: Disk, folder: string, number: number): Promise<void> => {
  for (const name of await listFolder(disk, folder))
    if (Number(NAME.exec(name)?.[1] ?? number) < number) await disk.rm(join(folder, name), { force: true })
}

/** Writes down every so often that the lock is still wanted: on another machine it is only believed for a day. */
const keep = (file: DiskFile, owner: Owner, every: number): Release => {
  let writing: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    writing = writing.then(() => writeOwner(file, { ...owner, at: Date.now() })).catch(() => undefined)
  }, every).unref()
  return async () => {
    clearInterval(timer)
    await writing
    await writeOwner(file, { ...owner, released: true }).finally(() => file.close())
  }
}

/** How to give the lock back. */
export type Release = () => Promise<void>

/**
 * Takes the lock of a data folder. Locks are numbered files, and the highest number counts: a program makes the next
 * one (only one can: the file must be new) after it has seen the owner of the highest end, and has the lock if its own
 * is then the highest. Nobody ever removes the highest, so nothing is taken from a living program however the steps
 * of several interleave, and a program that was killed leaves a lock that is seen to be dead.
 * @param folder the folder of the lock files; it is made
 * @param every milliseconds between two signs of life
 * @throws AppError `bookInUse` with `path`; errors of the file system as they are
 */
export const takeLock = async (disk: Disk, folder: string, path: string, every = HOUR): Promise<Release> => {
  await disk.mkdir(folder, { recursive: true })
  const start = await processStart(process.pid)
  const owner: Owner = { pid: process.pid, start, host: hostname(), at: Date.now(), released: false }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const last = await highest(disk, folder)
    if (last > 0 && (await isHeld(disk, join(folder, `${last}.json`)))) throw new AppError('bookInUse', { path })
    const file = await take(disk, folder, last + 1, owner)
    if (file === undefined) continue
    if ((await highest(disk, folder)) !== last + 1) {
      await file.close()
      await disk.rm(join(folder, `${last + 1}.json`), { force: true })
      continue
    }
    await removeOlder(disk, folder, last + 1)
    return keep(file, owner, every)
  }
  throw new AppError('bookInUse', { path })
}
