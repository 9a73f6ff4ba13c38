import { join } from 'node:path'

import type { Disk } from '../disk/disk.ts'
import { writeAll } from '../disk/files.ts'
import { encodePieces } from '../lines/line.ts'
import type { LineCodec } from '../lines/line-codec.ts'
import type { Entry } from '../lines/record-line.ts'
import { mergeStates } from './merge-entries.ts'
import { type Entries, fileEntries } from './source.ts'

/** Bytes of records sorted in memory at once: small enough that one sort does not hold up the program. */
const RUN_BYTES = 4 * 1024 * 1024

/** Sorts by key and merges what is there twice. */
const sortRun = (entries: Entry[]): Entry[] => {
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const run: Entry[] = []
  for (let start = 0; start < entries.length; ) {
    let end = start + 1
    while (end < entries.length && entries[end]?.key === entries[start]?.key) end += 1
    const merged = mergeStates(entries.slice(start, end))
    if (merged !== undefined) run.push(merged)
    start = end
  }
  return run
}

const spill = async (disk: Disk, path: string, run: readonly Entry[], codec: LineCodec): Promise<number> => {
  const bytes = Buffer.concat(run.flatMap(({ json }) => encodePieces(codec.encode(json))))
  const file = await disk.open(path, 'w')
  try {
    await writeAll(file, bytes, 0)
  } finally {
    await file.close()
  }
  return bytes.length
}

const damaged = () => {
  throw new Error('a sorted run is not as it was written')
}

async function* once(run: Entry[]): AsyncGenerator<Entry[]> {
  yield run
}

/**
 * Turns unsorted records into sorted sources for a merge. Every run but the last is kept in a file of `scratch`.
 * @param signal stops between two batches
 */
export const sortedRuns = async (
  disk: Disk,
  scratch: string,
  unsorted: readonly Entries[],
  codec: LineCodec,
  signal: AbortSignal,
): Promise<Entries[]> => {
  const runs: Entries[] = []
  let held: Entry[] = []
  let bytes = 0
  for (const source of unsorted)
    for await (const entries of source) {
      signal.throwIfAborted()
      for (const entry of entries) {
        held.push(entry)
        bytes += entry.json.length
      }
      if (bytes < RUN_BYTES) continue
      const path = join(scratch, `run-${runs.length}.ndjson`)
      runs.push(fileEntries(disk, path, await spill(disk, path, sortRun(held), codec), codec, damaged))
      held = []
      bytes = 0
    }
  if (held.length > 0) runs.push(once(sortRun(held)))
  return runs
}
