import { ERASED, merge, type RecordState, sameState } from '../../../../shared/change/index.ts'
import type { Disk } from '../../disk/disk.ts'
import { checksum } from '../../lines/line.ts'
import type { RecordCodec } from '../codec.ts'
import { listDevice, listDevices, type RecordsFile } from './listing.ts'
import { MAX_AT_ONCE, mergeOwn, type Stones } from './merge-own.ts'
import { foreignLines, linesOf } from './own-entries.ts'
import { readRecord, recordLine } from './record-line.ts'
import type { Draw } from './safe-folder.ts'
import { removeHalfWritten, type Writer } from './writer.ts'

const isStone = (state: RecordState): boolean => Object.hasOwn(state.values, ERASED)

const ignore = (): void => undefined

/** Has `use` look at every state that anyone wrote; one that can't be read comes as undefined. */
const everyState = async (
  { disk, codec, devices }: Pick<ForgetOptions, 'disk' | 'codec' | 'devices'>,
  use: (key: string, state: RecordState | undefined) => void,
): Promise<void> => {
  for (const { files } of (await listDevices(disk, devices)).devices)
    for (const file of files)
      for await (const entries of foreignLines(disk, file))
        for (const { key, json } of entries) {
          const state = readRecord(codec, json)
          use(key, typeof state === 'string' ? undefined : state)
        }
}

/**
 * What is left of records of which anyone wrote more than one state: of erased ones the tombstone, of others all that
 * was not replaced. An erasure also takes words out of records that stay. Empty where nothing was erased.
 */
const findLatest = async (from: Pick<ForgetOptions, 'disk' | 'codec' | 'devices'>): Promise<Stones> => {
  const latest = new Map<string, RecordState>()
  const first = new Map<string, string>()
  const [several, unreadable] = [new Set<string>(), new Set<string>()]
  const add = (key: string, state: RecordState): void => {
    const before = latest.get(key)
    latest.set(key, merge(before ?? state, state))
  }
  await everyState(from, (key, state) => {
    if (state === undefined) return void unreadable.add(key)
    if (isStone(state)) return add(key, state)
    const sum = checksum(JSON.stringify(merge(state, state)))
    if ((first.get(key) ?? sum) === sum) first.set(key, sum)
    else several.add(key)
  })
  if (latest.size === 0) return latest
  // What another program can still read is not to go for what this one knows.
  for (const key of [...unreadable, ...latest.keys()]) several.delete(key)
  await everyState(from, (key, state) => {
    if (state !== undefined && several.has(key)) add(key, state)
  })
  return latest
}

/** Adds the records to `met` of which a file holds more than what is left of them. @returns whether it must go */
const holdsMore = async (
  disk: Disk,
  codec: RecordCodec,
  file: RecordsFile,
  latest: Stones,
  met: Map<string, RecordState>,
): Promise<boolean> => {
  let found = false
  // What is damaged may hold what was erased, and nobody could tell.
  const onDamage = () => {
    found = true
  }
  for await (const entries of linesOf(disk, file, onDamage))
    for (const { key, json } of entries) {
      const left = latest.get(key)
      if (left === undefined) continue
      const state = readRecord(codec, json)
      if (typeof state !== 'string' && (isStone(state) || sameState(merge(state, state), left))) continue
      met.set(key, left)
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
 * Writes this device's files anew, where anything was erased, without earlier states of records and without what is
 * damaged in them. Files of other devices are theirs to rewrite.
 * @throws errors of the file system as they are
 */
export const forgetErased = async (options: ForgetOptions): Promise<void> => {
  const { disk, codec, folder, device, draw, writer } = options
  await removeHalfWritten(disk, folder)
  const latest = await findLatest(options)
  if (latest.size === 0) return
  const touched: RecordsFile[] = []
  const met = new Map<string, RecordState>()
  for (const file of await listDevice(disk, folder, device))
    if (await holdsMore(disk, codec, file, latest, met)) touched.push(file)
  if (touched.length === 0) return
  // What is left first, in a file that is merged with the rest: who has read all that goes knows of it too.
  const lines = [...met.values()].flatMap((left) => recordLine(codec, left) ?? [])
  if (lines.length > 0) await writer.append(Buffer.from(lines.join('')))
  const added = writer.growing()
  writer.roll()
  const files = (await listDevice(disk, folder, device)).filter(
    ({ name }) => name === added || touched.some((file) => file.name === name),
  )
  for (let at = 0; at < files.length; at += MAX_AT_ONCE) {
    const some = files.slice(at, at + MAX_AT_ONCE)
    writer.noteMerged(some, await mergeOwn(disk, codec, folder, some, latest, draw, ignore))
  }
}
