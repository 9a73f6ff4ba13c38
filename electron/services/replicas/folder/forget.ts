import { ERASED, merge, type RecordState } from '../../../../shared/change/index.ts'
import type { Disk } from '../../disk/disk.ts'
import type { RecordCodec } from '../codec.ts'
import { listDevice, listDevices, type RecordsFile } from './listing.ts'
import { MAX_AT_ONCE, mergeOwn, type Stones } from './merge-own.ts'
import { foreignLines, linesOf } from './own-entries.ts'
import { readRecord, recordLine } from './record-line.ts'
import type { Draw } from './safe-folder.ts'
import { removeHalfWritten, type Writer } from './writer.ts'

const isStone = (state: RecordState): boolean => Object.hasOwn(state.values, ERASED)

const ignore = (): void => undefined

/** The tombstones that anyone wrote. */
const findStones = async (disk: Disk, codec: RecordCodec, devices: string): Promise<Stones> => {
  const stones = new Map<string, RecordState>()
  for (const { files } of (await listDevices(disk, devices)).devices)
    for (const file of files)
      for await (const entries of foreignLines(disk, file))
        for (const { key, json } of entries) {
          const state = readRecord(codec, json)
          if (typeof state === 'string' || !isStone(state)) continue
          const before = stones.get(key)
          stones.set(key, before === undefined ? state : merge(before, state))
        }
  return stones
}

/** Adds the erased records to `met` of which a file holds more than the tombstone. @returns whether it must go */
const holdsErased = async (
  disk: Disk,
  codec: RecordCodec,
  file: RecordsFile,
  stones: Stones,
  met: Map<string, RecordState>,
): Promise<boolean> => {
  let found = false
  // What is damaged may hold what was erased, and nobody could tell.
  const onDamage = () => {
    found = true
  }
  for await (const entries of linesOf(disk, file, onDamage))
    for (const { key, json } of entries) {
      const stone = stones.get(key)
      if (stone === undefined) continue
      const state = readRecord(codec, json)
      if (typeof state !== 'string' && isStone(state)) continue
      met.set(key, stone)
      found = true
    }
  return found
}

export type ForgetOptions = {
  disk: Disk
  codec: RecordCodec
  /** The folder of all devices. */
  devices: string
  /** This device's. */
  folder: string
  device: string
  draw: Draw
  writer: Writer
}

/**
 * Writes this device's files anew without earlier states of records that anyone has erased, and without what is
 * damaged in them. Files of other devices are theirs to rewrite.
 * @throws errors of the file system as they are
 */
export const forgetErased = async (options: ForgetOptions): Promise<void> => {
  const { disk, codec, devices, folder, device, draw, writer } = options
  await removeHalfWritten(disk, folder)
  const stones = await findStones(disk, codec, devices)
  if (stones.size === 0) return
  const touched: RecordsFile[] = []
  const met = new Map<string, RecordState>()
  for (const file of await listDevice(disk, folder, device))
    if (await holdsErased(disk, codec, file, stones, met)) touched.push(file)
  if (touched.length === 0) return
  // The tombstones first, in a file that is merged with the rest: who has read all that goes knows of them too.
  const lines = [...met.values()].flatMap((stone) => recordLine(codec, stone) ?? [])
  if (lines.length > 0) await writer.append(Buffer.from(lines.join('')))
  const added = writer.growing()
  writer.roll()
  const files = (await listDevice(disk, folder, device)).filter(
    ({ name }) => name === added || touched.some((file) => file.name === name),
  )
  for (let at = 0; at < files.length; at += MAX_AT_ONCE) {
    const some = files.slice(at, at + MAX_AT_ONCE)
    writer.noteMerged(some, await mergeOwn(disk, codec, folder, some, stones, draw, ignore))
  }
}
