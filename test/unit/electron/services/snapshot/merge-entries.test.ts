import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { realDisk } from '../../../../../electron/services/disk/disk.ts'
import { plainLines } from '../../../../../electron/services/lines/line-codec.ts'
import { type Entry, recordKey, recordText } from '../../../../../electron/services/lines/record-line.ts'
import { sealedLines } from '../../../../../electron/services/lines/sealed-lines.ts'
import { mergeEntries } from '../../../../../electron/services/snapshot/merge-entries.ts'
import { sortedRuns } from '../../../../../electron/services/snapshot/sorted-runs.ts'
import { merge, type RecordState } from '../../../../../shared/change/index.ts'

const state = fc.record({
  table: fc.constantFrom('customers', 'deals', 'a newer table'),
  id: fc.integer({ min: 0, max: 12 }).map(String),
  values: fc.dictionary(fc.constantFrom('name', 'notes', 'tags/vip', 'unknown'), fc.string(), { minKeys: 1 }),
  stamp: fc.integer({ min: 0, max: 50 }).map((n) => `00000000${n}.0000.x`),
})

const entry = (record: RecordState): Entry => {
  const json = Buffer.from(recordText(record))
  return { key: recordKey(json) ?? '', json }
}

async function* batches(records: readonly RecordState[], size: number) {
  for (let at = 0; at < records.length; at += size) yield records.slice(at, at + size).map(entry)
}

test('sorting and merging many sources gives each record once, merged, in order', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'fairbook-merge-'))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(state, { maxLength: 30 }), { maxLength: 4 }), async (groups) => {
      const expected = new Map<string, RecordState>()
      for (const record of groups.flat()) {
        const { key } = entry(record)
        const before = expected.get(key)
        expected.set(key, before ? merge(before, record) : record)
      }
      const sources = await Promise.all(
        groups.map((group) =>
          sortedRuns(realDisk, scratch, [batches(group, 7)], plainLines, new AbortController().signal),
        ),
      )
      const found: Entry[] = []
      for await (const batch of mergeEntries(sources.flat())) found.push(...batch)
      expect(found.map(({ key }) => key)).toEqual([...expected.keys()].sort())
      for (const { key, json } of found) expect(JSON.parse(json.toString())).toEqual(expected.get(key))
    }),
  )
  await rm(scratch, { recursive: true })
})

test.each([
  ['plain', plainLines],
  ['sealed', sealedLines(randomBytes(32), '0123456789abcdef', true)],
] as const)('more than fits in memory at once is sorted through %s files', async (kind, codec) => {
  const scratch = await mkdtemp(join(tmpdir(), 'fairbook-merge-'))
  const long = 'x'.repeat(10_000)
  const records = Array.from({ length: 1_500 }, (_, n) => ({
    table: 'notes',
    id: String((n * 7) % 1_000).padStart(4, '0'),
    values: { text: long },
    stamp: `${n}`.padStart(9, '0'),
  }))
  const runs = await sortedRuns(realDisk, scratch, [batches(records, 100)], codec, new AbortController().signal)
  expect(runs.length).toBeGreaterThan(2)
  for (const name of await readdir(scratch))
    expect((await readFile(join(scratch, name))).includes(long)).toBe(kind === 'plain')
  const ids: string[] = []
  for await (const batch of mergeEntries(runs)) ids.push(...batch.map(({ json }) => JSON.parse(json.toString()).id))
  expect(ids).toEqual(Array.from({ length: 1_000 }, (_, n) => String(n).padStart(4, '0')))
  await rm(scratch, { recursive: true })
})
