import { merge, type RecordState } from '../../../../shared/change/index.ts'
import type { Disk } from '../../disk/disk.ts'
import { encodePieces } from '../../lines/line.ts'
import type { Entry } from '../../lines/record-line.ts'
import { mergeEntries } from '../../snapshot/merge-entries.ts'
import { type RecordCodec, UnreadableRecord } from '../codec.ts'
import { type Cover, coversLine, printAt } from './covers.ts'
import { makeNamesDurable } from './durable.ts'
import type { RecordsFile } from './listing.ts'
import { sortedLines } from './own-entries.ts'
import { readRecord, recordJson } from './record-line.ts'
import { type Draw, statOf, writeBeside } from './safe-folder.ts'
import { nextName } from './writer.ts'

/** At most so many files are merged at once: segments are held in memory. */
export const MAX_AT_ONCE = 32
const FLUSH_BYTES = 512 * 1024

/** All that may be left of records, by their id at the target: of erased ones the tombstone. */
export type Stones = ReadonlyMap<string, RecordState>

/**
 * What is left of the states of one record. One alone stays as it is, byte for byte.
 * @throws UnreadableRecord when there are several and one can't be read: then none may go
 */
const combine =
  (codec: RecordCodec, stones: Stones) =>
  (same: readonly Entry[]): Entry | undefined => {
    const [first] = same
    if (first === undefined) return undefined
    let merged = stones.get(first.key)
    if (merged === undefined && same.length === 1) return first
    if (merged === undefined)
      for (const { json } of same) {
        const state = readRecord(codec, json)
        if (typeof state === 'string') throw new UnreadableRecord(state)
        merged = merged === undefined ? state : merge(merged, state)
      }
    return merged && { key: first.key, json: Buffer.from(recordJson(codec, merged)) }
  }

/** Removes files that another one replaces, but for those that have changed since they were read. */
const removeReplaced = async (disk: Disk, folder: string, files: readonly RecordsFile[]): Promise<void> => {
  for (const { path, size } of files) {
    const stats = await statOf(disk, path)
    if (stats?.isFile() && stats.size === size) await disk.rm(path, { force: true })
  }
  await makeNamesDurable(disk, folder)
}

/**
 * Merges files of this device into a new one and removes them. After a crash both are there, which does no harm.
 * @param onDamage called for what can't be read and is left out; it may throw
 * @returns the name of the new one
 * @throws UnreadableRecord; errors of the file system as they are
 */
export const mergeOwn = async (
  disk: Disk,
  codec: RecordCodec,
  folder: string,
  files: readonly RecordsFile[],
  stones: Stones,
  draw: Draw,
  onDamage: () => void,
): Promise<string> => {
  const covers: Cover[] = []
  for (const { name, path, size } of files) covers.push([name, size, await printAt(disk, path, size)])
  const sources = await Promise.all(files.map((file) => sortedLines(disk, file, onDamage)))
  const merged = await nextName(disk, folder, draw)
  await writeBeside(disk, folder, merged, draw, async (append) => {
    let pieces: Uint8Array[] = [Buffer.from(coversLine(covers))]
    let held = 0
    for await (const batch of mergeEntries(sources, combine(codec, stones)))
      for (const { json } of batch) {
        for (const piece of encodePieces(json)) {
          pieces.push(piece)
          held += piece.length
        }
        if (held < FLUSH_BYTES) continue
        await append(Buffer.concat(pieces))
        pieces = []
        held = 0
      }
    await append(Buffer.concat(pieces))
  })
  await removeReplaced(disk, folder, files)
  return merged
}
