import { appendFileSync, readdirSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { filesToMerge } from '../../../../electron/services/replicas/folder/tidy.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import { faultyDisk } from '../../services/faulty-disk.ts'
import { bookOf, drain, someRecords, textOf } from '../../services/replica-conformance.ts'
import { temporaryFolder } from '../../services/temporary-folder.ts'
import { aHead, aSealedCodec, edit, everything, follow, makeBook, openAs, recordFiles, textAt } from './support.ts'

const stone = (id: string): RecordState => ({
  table: 'customers',
  id,
  values: { erasedAt: '2026-03-03T00:00:00.000Z' },
  stamp: '000000900.0000.z',
})

test('a device keeps its files few, and nothing is lost by it', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const a = openAs('a', path, { segmentBytes: 1 })
  const reader = follow(openAs('b', path))
  for (let n = 0; n < 60; n += 1) {
    await a.push(someRecords(2, n))
    if (n % 7 === 0) await reader.read()
  }
  await a.pull(null, 1)
  expect((await recordFiles(path, 'a')).length).toBeLessThanOrEqual(9)
  await reader.read()
  expect(reader.text()).toBe(textOf(bookOf(someRecords(61))))
  expect(await textAt(openAs('c', path))).toBe(reader.text())
  // Each record stands there once or so, however often it was pushed.
  expect((await drain(openAs('c', path), null)).records.length).toBeLessThan(100)
})

test('who has read everything reads nothing again when it is merged into one file', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const a = openAs('a', path, { segmentBytes: 1 })
  const reader = follow(openAs('b', path))
  let came = 0
  for (let n = 0; n < 60; n += 1) {
    await a.push(someRecords(1, n))
    await a.pull(null, 1)
    came += await reader.read()
  }
  expect(came).toBe(60)
})

test('who has read only some of what is merged, or could not read a line of it, reads the rest in the new file', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const a = openAs('a', path, { segmentBytes: 600 })
  await a.push(someRecords(6))
  const [file = ''] = await recordFiles(path, 'a')
  const half = await openAs('b', path).pull(null, 2)
  const whole = await readFile(file)
  await edit(file, (bytes) => bytes.fill(0x21, 400, 404))
  const flawed = await openAs('c', path).pull(null, 100)
  expect(flawed.aside).toHaveLength(1)
  await writeFile(file, whole)
  for (let n = 0; n < 40; n += 1) await a.push(someRecords(3, 100))
  await a.pull(null, 1)
  expect(await recordFiles(path, 'a')).not.toContain(file)
  for (const [device, page] of [
    ['b', half],
    ['c', flawed],
  ] as const) {
    const rest = await drain(openAs(device, path), page.cursor)
    expect(bookOf([...page.records, ...rest.records]).size).toBe(9)
  }
})

test('the reader that pushes is spared its own lines, but not when it starts anew', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const a = openAs('a', path, { skipOwn: true, segmentBytes: 300 })
  const b = openAs('b', path)
  const reader = follow(a)
  await reader.read()
  // So many that what was merged is merged again.
  for (let n = 0; n < 90; n += 1) await a.push(someRecords(1, n))
  await b.push(someRecords(4, 100))
  expect(await reader.read()).toBe(4)
  await a.push(someRecords(2, 110))
  expect(await reader.read()).toBe(0)
  expect(bookOf((await drain(a, null, 3)).records).size).toBe(96)
  // After a restart, what stands behind the cursor is read as anyone's.
  await a.push(someRecords(2, 120))
  const restarted = openAs('a', path, { skipOwn: true })
  expect((await drain(restarted, reader.cursor())).records).toEqual(someRecords(2, 120))
})

test('a damaged file of its own is left as it is, for those who can read some of it', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await openAs('a', path).push(someRecords(10))
  const [file = ''] = await recordFiles(path, 'a')
  await edit(file, (bytes) => bytes.fill(0x21, 400, 404))
  const bytes = await readFile(file)
  const a = openAs('a', path, { segmentBytes: 1 })
  for (let n = 0; n < 40; n += 1) await a.push(someRecords(1, 100 + n))
  await a.pull(null, 1)
  expect(await readFile(file)).toEqual(bytes)
  expect((await drain(openAs('b', path), null)).aside).toHaveLength(1)
})

test('a file that grew while it was merged stays: someone else writes there', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await openAs('x', path).push(someRecords(1, 500))
  const [other = ''] = await recordFiles(path, 'x')
  const line = await readFile(other)
  let grown = ''
  const disk = faultyDisk(({ what, path: merged }) => {
    const [first] = what === 'rename' ? readdirSync(join(merged, '..')).filter((name) => name.endsWith('.ndjson')) : []
    if (first !== undefined && grown === '') {
      grown = join(merged, '..', first)
      appendFileSync(grown, line)
    }
    return undefined
  })
  const a = openAs('a', path, { disk, segmentBytes: 1 })
  for (let n = 0; n < 12; n += 1) await a.push(someRecords(1, n))
  await a.pull(null, 1)
  await rm(other)
  expect(grown).not.toBe('')
  expect(await textAt(openAs('b', path))).toBe(textOf(bookOf([...someRecords(12), ...someRecords(1, 500)])))
})

test('a cursor stays small however many files there are, and still loses nothing', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  await openAs('a', path).push(someRecords(1))
  const line = await readFile((await recordFiles(path, 'a'))[0] ?? '')
  await openAs('z', path).push(someRecords(1, 1))
  const z = await recordFiles(path, 'z')
  const folder = join(z[0] ?? '', '..')
  for (let n = 0; n < 990; n += 1) await writeFile(join(folder, `copy ${n}.ndjson`), line)
  for (const device of ['c', 'd', 'e']) {
    await openAs(device, path).push(someRecords(1, 9))
    const [own = ''] = await recordFiles(path, device)
    for (let n = 0; n < 990; n += 1) await writeFile(join(own, '..', `copy ${n}.ndjson`), line)
  }
  const b = openAs('b', path)
  const read = await drain(b, null, 500)
  for (const cursor of read.cursors) expect(cursor?.length ?? 0).toBeLessThan(80_000)
  expect(bookOf(read.records).size).toBe(3)
  expect((await drain(b, read.cursor)).records).toEqual([])
  const again = openAs('z', path)
  await again.push(someRecords(1, 50))
  expect((await drain(b, read.cursor)).records).toContainEqual(someRecords(1, 50)[0])
  await again.pull(null, 1)
})

test.each([
  ['in the open', undefined],
  ['sealed', aSealedCodec()],
])('after forgetting, nothing of the erased is left in what the device wrote (%s)', async (_, codec) => {
  const path = await temporaryFolder()
  const head = aHead({ sealed: codec !== undefined })
  await makeBook(path, head)
  const opening = { head, ...(codec && { codec }) }
  const a = openAs('a', path, { ...opening, segmentBytes: 500 })
  const b = openAs('b', path, opening)
  const reader = follow(openAs('c', path, opening))
  for (let n = 0; n < 5; n += 1) await a.push(someRecords(4, n * 4))
  await reader.read()
  const before = await recordFiles(path, 'a')
  await a.forget()
  expect(await recordFiles(path, 'a')).toEqual(before)
  // The tombstone comes from another device, which never held the record.
  await b.push([stone('c7')])
  await a.forget()
  const states = (await drain(openAs('d', path, opening), null)).records.filter(({ id }) => id === 'c7')
  expect(states.length).toBeGreaterThan(0)
  for (const state of states) expect(state).toEqual(stone('c7'))
  if (codec === undefined) expect(await everything(path)).not.toContain('ivilÄ\u0097 7')
  await reader.read()
  const expected = textOf(bookOf([...someRecords(20), stone('c7')]))
  expect(reader.text()).toBe(expected)
  expect(await textAt(openAs('d', path, opening))).toBe(expected)
  // It works on, and forgetting again changes nothing.
  await a.push(someRecords(1, 60))
  const after = await recordFiles(path, 'a')
  await a.forget()
  expect(await recordFiles(path, 'a')).toEqual(after)
})

test('forgetting also leaves out renamed copies and what is damaged in its own files', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const a = openAs('a', path)
  await a.push(someRecords(3))
  const [file = ''] = await recordFiles(path, 'a')
  const bytes = await readFile(file)
  await openAs('a', path).push(someRecords(3, 10))
  await edit((await recordFiles(path, 'a')).at(-1) ?? '', (bytes) => bytes.subarray(0, bytes.length - 9))
  await a.push([stone('c2'), stone('c12')])
  await a.pull(null, 1)
  // More copies than are merged at once, and what a crash left.
  for (let n = 0; n < 40; n += 1)
    await writeFile(join(file, '..', `${basename(file, '.ndjson')} (copy ${n}).ndjson`), bytes)
  await writeFile(join(file, '..', '.0123abcd.part'), bytes)
  await a.forget()
  const text = await everything(path)
  for (const id of ['2', '12']) expect(text).not.toMatch(new RegExp(`ivil.. ${id}"`))
  expect(text).toContain('erasedAt')
  const left = [...someRecords(3), ...someRecords(3, 10), stone('c2'), stone('c12')]
  expect(await textAt(openAs('b', path))).toBe(textOf(bookOf(left)))
})

test('files to merge: none while few; then the small ones; the sum of what is written stays near the sum of sizes', () => {
  expect(filesToMerge([3, 1, 2].map((size) => ({ size })))).toEqual([])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 50, maxLength: 400 }), (sizes) => {
      let files: { size: number }[] = []
      let [written, total] = [0, 0]
      for (const size of sizes) {
        files.push({ size })
        total += size
        const chosen = filesToMerge(files)
        const sum = chosen.reduce((all, file) => all + file.size, 0)
        written += sum
        if (chosen.length > 0) files = [...files.filter((file) => !chosen.includes(file)), { size: sum }]
        expect(files.length).toBeLessThanOrEqual(8)
      }
      expect(written).toBeLessThan(total * 1.5 * Math.log2(sizes.length))
    }),
  )
})
