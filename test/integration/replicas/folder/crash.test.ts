import { unlinkSync } from 'node:fs'
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { AppError } from '../../../../shared/app-error.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import { type Fault, faultyDisk, systemError } from '../../services/faulty-disk.ts'
import { bookOf, drain, someRecords, textOf } from '../../services/replica-conformance.ts'
import { temporaryFolder } from '../../services/temporary-folder.ts'
import { everything, makeBook, openAs, recordFiles } from './support.ts'

const stone: RecordState = {
  table: 'customers',
  id: 'c3',
  values: { erasedAt: '2026-03-03T00:00:00.000Z' },
  stamp: '000000900.0000.z',
}

const onlyAppError = (error: unknown): void => {
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).code).not.toBe('internal')
}

/** Makes the book, pushes into many small files that are merged, erases, forgets. @returns what was acknowledged */
const live = async (path: string, fault: Fault): Promise<RecordState[]> => {
  const disk = faultyDisk(fault)
  const acknowledged: RecordState[] = []
  await makeBook(path, undefined, disk).catch(onlyAppError)
  const a = openAs('a', path, { disk, segmentBytes: 200, onProblem: onlyAppError })
  const push = (records: RecordState[]) =>
    a.push(records).then(() => {
      acknowledged.push(...records)
    }, onlyAppError)
  for (let n = 0; n < 9; n += 1) await push(someRecords(2, n))
  await push([stone])
  await a.forget().catch(onlyAppError)
  await push(someRecords(1, 80))
  // Behind what nobody waits for.
  await a.pull(null, 1).catch(onlyAppError)
  return acknowledged
}

const countChanges = async (): Promise<number> => {
  let count = 0
  await live(await temporaryFolder(), () => {
    count += 1
    return undefined
  })
  return count
}

/** What others find afterwards, and that the device works on. */
const check = async (path: string, acknowledged: readonly RecordState[]): Promise<void> => {
  await makeBook(path).catch(() => undefined)
  const a = openAs('a', path, { segmentBytes: 200 })
  await a.push(someRecords(1, 99))
  const found = bookOf((await drain(openAs('b', path), null)).records)
  for (const [key, record] of bookOf(acknowledged)) {
    const there = found.get(key)
    expect(there?.values).toEqual(there?.values['erasedAt'] === undefined ? record.values : stone.values)
  }
  expect(found.size).toBeGreaterThan(0)
  // Erased and forgotten, whatever was left half-done.
  await a.push([stone])
  await a.forget()
  await a.pull(null, 1)
  expect(await everything(path)).not.toMatch(/ivil.. 3"/)
}

const everyChange = async (make: (at: number) => Fault): Promise<void> => {
  const changes = await countChanges()
  expect(changes).toBeGreaterThan(60)
  let next = 0
  const work = async () => {
    for (let at = next++; at < changes; at = next++) {
      const path = await temporaryFolder()
      await check(path, await live(path, make(at)))
      await rm(path, { recursive: true })
    }
  }
  // Some at once, for they mostly wait for the disk.
  await Promise.all(Array.from({ length: 6 }, work))
}

test(
  'a crash between any two changes of the disk, or amid a write, loses nothing acknowledged',
  () =>
    everyChange((crash) => {
      let count = -1
      return ({ bytes = 0 }) => {
        count += 1
        if (count < crash) return undefined
        return { error: systemError('EIO'), written: count === crash ? Math.ceil(bytes / 2) : 0 }
      }
    }),
  120_000,
)

test(
  'one change that fails, wherever, costs at most its own push, which is not acknowledged',
  () =>
    everyChange((failing) => {
      let count = -1
      return ({ bytes = 0 }) => {
        count += 1
        return count === failing ? { error: systemError('ENOSPC'), written: Math.floor(bytes / 2) } : undefined
      }
    }),
  120_000,
)

test('a torn push is mended by the next, and nobody sees it', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  let failing = false
  const disk = faultyDisk(({ what, bytes = 0 }) =>
    failing && (what === 'write' || what === 'truncate')
      ? { error: systemError('ENOSPC'), written: bytes - 20 }
      : undefined,
  )
  const a = openAs('a', path, { disk })
  await a.push(someRecords(2))
  failing = true
  await expect(a.push(someRecords(2, 10))).rejects.toMatchObject({ code: 'syncFull' })
  failing = false
  const b = openAs('b', path)
  const before = await drain(b, null)
  await a.push(someRecords(1, 20))
  const after = await drain(b, before.cursor)
  expect([...before.aside, ...after.aside]).toEqual([])
  const all = bookOf([...before.records, ...after.records])
  // The first line of the torn push was whole before it was cut off: read or not, it does no harm.
  all.delete(JSON.stringify(['customers', 'c10']))
  expect(textOf(all)).toBe(textOf(bookOf([...someRecords(2), ...someRecords(1, 20)])))
  expect(await recordFiles(path, 'a')).toHaveLength(1)
})

test('what a push that failed left behind is cut off at once, where that can be done', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const failing = new Set<string>()
  const disk = faultyDisk(({ what, bytes = 0 }) =>
    failing.has(what) ? { error: systemError('ENOSPC'), written: bytes - 20 } : undefined,
  )
  const a = openAs('a', path, { disk })
  await a.push(someRecords(2))
  const before = await everything(path)
  failing.add('write')
  await expect(a.push(someRecords(2, 10))).rejects.toMatchObject({ code: 'syncFull' })
  expect(await everything(path)).toBe(before)
})

test('a file that is not as the device left it is not written into, nor one that goes while it is written', async () => {
  const path = await temporaryFolder()
  await makeBook(path)
  const going = new Set<string>()
  const disk = faultyDisk(({ what, path: file }) => {
    if (what === 'sync' && going.delete('now')) unlinkSync(file)
    return undefined
  })
  const a = openAs('a', path, { disk })
  await a.push(someRecords(5))
  const [first = ''] = await recordFiles(path, 'a')
  const whole = await readFile(first)
  await truncate(first, 100)
  await a.push(someRecords(2, 10))
  expect(await recordFiles(path, 'a')).toHaveLength(2)
  await writeFile(first, whole)
  going.add('now')
  await a.push(someRecords(2, 20))
  const found = bookOf((await drain(openAs('b', path), null)).records)
  for (const key of bookOf([...someRecords(5), ...someRecords(2, 20)]).keys()) expect([...found.keys()]).toContain(key)
})

test('a stick that is pulled out and put in again is gone on with', async () => {
  const path = join(await temporaryFolder(), 'stick')
  await mkdir(path)
  await makeBook(path)
  const gone = new Set<string>()
  const disk = faultyDisk(() => (gone.has('stick') ? { error: systemError('ENODEV') } : undefined))
  const a = openAs('a', path, { disk })
  await a.push(someRecords(2))
  gone.add('stick')
  await expect(a.push(someRecords(2, 10))).rejects.toMatchObject({ code: 'syncUnreachable' })
  gone.clear()
  await a.push(someRecords(2, 10))
  expect(bookOf((await drain(openAs('b', path), null)).records).size).toBe(4)
})
