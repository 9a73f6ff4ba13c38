import { merge, type RecordState } from '../../../shared/change/index.ts'
import { type Entry, parseRecord, recordText } from '../lines/record-line.ts'
import type { Entries } from './source.ts'

const BATCH = 1_000

/** Merges the states of one record; undefined when none of them can be read. */
export const mergeStates = (same: readonly Entry[]): Entry | undefined => {
  const [first] = same
  if (first === undefined) return undefined
  // A record that stands in one place only is passed on as it is, byte for byte.
  if (same.length === 1) return first
  let merged: RecordState | undefined
  for (const { json } of same) {
    const state = parseRecord(json)
    if (state !== undefined) merged = merged === undefined ? state : merge(merged, state)
  }
  return merged && { key: first.key, json: Buffer.from(recordText(merged)) }
}

type Head = { batch: readonly Entry[]; at: number; rest: AsyncIterator<readonly Entry[]> }

const advance = async (head: Head): Promise<boolean> => {
  head.at += 1
  while (head.at >= head.batch.length) {
    const next = await head.rest.next()
    if (next.done === true) return false
    head.batch = next.value
    head.at = 0
  }
  return true
}

const smallestKey = (heads: readonly Head[]): string | undefined => {
  let smallest: string | undefined
  for (const { batch, at } of heads) {
    const key = batch[at]?.key
    if (key !== undefined && (smallest === undefined || key < smallest)) smallest = key
  }
  return smallest
}

/**
 * Merges sorted sources into one, each record once: the k-way merge of an external merge sort (Knuth, The Art of
 * Computer Programming, vol. 3, 5.4). Memory holds one batch of each source.
 * @param mergeSame makes one entry of all that have one key
 */
export async function* mergeEntries(sources: readonly Entries[], mergeSame = mergeStates): AsyncGenerator<Entry[]> {
  let heads: Head[] = sources.map((source) => ({ batch: [], at: 0, rest: source[Symbol.asyncIterator]() }))
  try {
    const alive = await Promise.all(heads.map(advance))
    heads = heads.filter((_, index) => alive[index])
    let batch: Entry[] = []
    for (let key = smallestKey(heads); key !== undefined; key = smallestKey(heads)) {
      const same: Entry[] = []
      for (const head of [...heads])
        for (let entry = head.batch[head.at]; entry?.key === key; entry = head.batch[head.at]) {
          same.push(entry)
          if (!(await advance(head))) heads = heads.filter((other) => other !== head)
        }
      const merged = mergeSame(same)
      if (merged !== undefined) batch.push(merged)
      if (batch.length >= BATCH) {
        yield batch
        batch = []
      }
    }
    if (batch.length > 0) yield batch
  } finally {
    // Stopped half-way, the sources close their files.
    await Promise.all(heads.map((head) => head.rest.return?.()))
  }
}
