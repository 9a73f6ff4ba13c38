import { join } from 'node:path'

import type { Disk } from '../../disk/disk.ts'
import { listFolder, writeAll } from '../../disk/files.ts'
import { makeDurable, makeNamesDurable } from './durable.ts'
import { isGone } from './errors.ts'
import { isBeside, numberOf, recordsName } from './names.ts'
import { type Draw, statOf } from './safe-folder.ts'

/** Appends to this device's own files. Nothing is kept open between two pushes: a stick may be pulled out. */
export type Writer = {
  /** Resolves when the lines are durable. @throws errors of the file system as they are */
  append: (lines: Buffer) => Promise<void>
  /** Ends the present file: the next lines go to a new one. */
  roll: () => void
  /** The name of the file that grows now. */
  growing: () => string | undefined
  /** Names of all files that hold nothing but what was appended. */
  written: ReadonlySet<string>
  /** That these files have become one. */
  noteMerged: (files: readonly { name: string }[], merged: string) => void
}

export type WriterOptions = {
  disk: Disk
  /** The device's folder, made where there is none. */
  folder: () => Promise<string>
  draw: Draw
  /** A file this large is followed by the next. */
  segmentBytes: number
  /** Called when a new file was begun. */
  onNewFile: () => void
}

/** The next file name of a device. */
export const nextName = async (disk: Disk, folder: string, draw: Draw): Promise<string> => {
  const numbers = (await listFolder(disk, folder)).map(numberOf)
  return recordsName(numbers.reduce((largest, number) => Math.max(largest, number), 0) + 1, draw())
}

/** Removes what a crash of this device left half-written beside its place. */
export const removeHalfWritten = async (disk: Disk, folder: string): Promise<void> => {
  for (const name of (await listFolder(disk, folder)).filter(isBeside))
    await disk.rm(join(folder, name), { force: true })
}

type Growing = { name: string; path: string; size: number }

/** Writes behind what is there, and cuts it off again when that fails. */
const writeBehind = async (disk: Disk, { path, size }: Growing, flags: 'wx' | 'r+', lines: Buffer): Promise<void> => {
  const file = await disk.open(path, flags)
  try {
    // What a failed write left behind, when it could not be cut off at once.
    if (flags === 'r+' && (await file.stat()).size > size) await file.truncate(size)
    await writeAll(file, lines, size)
    await makeDurable(file)
  } catch (error) {
    await file.truncate(size).catch(() => undefined)
    throw error
  } finally {
    await file.close()
  }
}

export const createWriter = ({ disk, folder, draw, segmentBytes, onNewFile }: WriterOptions): Writer => {
  const written = new Set<string>()
  let growing: Growing | undefined
  let cleaned = false

  const begin = async (lines: Buffer): Promise<void> => {
    const inside = await folder()
    if (!cleaned) await removeHalfWritten(disk, inside)
    cleaned = true
    const name = await nextName(disk, inside, draw)
    const begun: Growing = { name, path: join(inside, name), size: 0 }
    try {
      await writeBehind(disk, begun, 'wx', lines)
      await makeNamesDurable(disk, inside)
    } catch (error) {
      await disk.rm(begun.path, { force: true }).catch(() => undefined)
      throw error
    }
    written.add(name)
    growing = { ...begun, size: lines.length }
    onNewFile()
  }

  /** @returns whether the lines are in the file, and the file where it was */
  const goOn = async (to: Growing, lines: Buffer): Promise<boolean> => {
    try {
      await folder()
      const before = await statOf(disk, to.path)
      if (!before?.isFile() || before.size < to.size) return false
      await writeBehind(disk, to, 'r+', lines)
      // A file that was deleted meanwhile takes writes as before, and nobody will ever read them.
      const after = await statOf(disk, to.path)
      if (after?.size !== to.size + lines.length) return false
      to.size += lines.length
      return true
    } catch (error) {
      if (isGone(error)) return false
      throw error
    }
  }

  return {
    append: async (lines) => {
      if (growing !== undefined && growing.size < segmentBytes && (await goOn(growing, lines))) return
      await begin(lines)
    },
    roll: () => {
      growing = undefined
    },
    growing: () => growing?.name,
    written,
    noteMerged: (files, merged) => {
      if (files.every(({ name }) => written.has(name))) written.add(merged)
    },
  }
}
