import type { Disk } from '../../disk/disk.ts'
import { type RecordCodec, UnreadableRecord } from '../codec.ts'
import { listDevice } from './listing.ts'
import { MAX_AT_ONCE, mergeOwn } from './merge-own.ts'
import type { Draw } from './safe-folder.ts'
import type { Writer } from './writer.ts'

/** So many files a device may have before the small ones become one. */
const MAX_FILES = 8
/** A file joins the smaller ones when it is at most so many times as large as they are together. */
const GROWTH = 2

/**
 * Which files to merge: the smaller ones, so that each byte is written anew only when what it lies in has grown by
 * half (the logarithmic method; Bentley and Saxe, 1980), and the largest, which everyone would have to copy again,
 * hardly ever. None while there are few.
 */
export const filesToMerge = <T extends { size: number }>(files: readonly T[], most = MAX_FILES): T[] => {
  if (files.length <= most) return []
  const bySize = [...files].sort((a, b) => a.size - b.size)
  const chosen: T[] = []
  let total = 0
  for (const file of bySize) {
    const needed = files.length - chosen.length > most / 2
    if (!needed && file.size > GROWTH * total) break
    chosen.push(file)
    total += file.size
  }
  return chosen
}

const stop = (): never => {
  throw new UnreadableRecord('damaged')
}

export type TidyOptions = {
  disk: Disk
  codec: RecordCodec
  folder: string
  device: string
  draw: Draw
  writer: Writer
  /** Names of files that were found damaged: they stay as they are, for those who can still read some of it. */
  damaged: Set<string>
}

/** Keeps this device's files few. @throws errors of the file system as they are */
export const tidy = async ({ disk, codec, folder, device, draw, writer, damaged }: TidyOptions): Promise<void> => {
  const all = (await listDevice(disk, folder, device)).filter(
    ({ name }) => name !== writer.growing() && !damaged.has(name),
  )
  const files = filesToMerge(all).slice(0, MAX_AT_ONCE)
  if (files.length === 0) return
  try {
    writer.noteMerged(files, await mergeOwn(disk, codec, folder, files, new Map(), draw, stop))
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error
    for (const { name } of files) damaged.add(name)
  }
}
