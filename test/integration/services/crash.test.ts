import { cp, readdir, rm } from 'node:fs/promises'
import { expect, test } from 'vitest'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { openFolder } from '../../../electron/services/book-folder/open-folder.ts'
import type { RecordState } from '../../../shared/change/index.ts'
import { type Fault, faultyDisk, systemError } from './faulty-disk.ts'
import { openBook, pullAll } from './open-book.ts'
import { bookOf, someRecords, textOf } from './replica-conformance.ts'
import { someAtOnce } from './some-at-once.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Opens, pushes, compacts, pushes, compacts. @returns what was acknowledged */
const live = async (root: string, fault: Fault): Promise<RecordState[]> => {
  const acknowledged: RecordState[] = []
  const options = { disk: faultyDisk(fault), paths: folderPaths(root), known: [], onProblem: () => undefined }
  const folder = await openFolder({ ...options, segmentBytes: 500 }).catch(() => undefined)
  if (folder === undefined) return acknowledged
  const push = async (records: RecordState[]) => {
    await folder.journal.push(records)
    acknowledged.push(...records)
  }
  for (const from of [0, 4]) {
    for (let n = from; n < from + 4; n += 1) await push(someRecords(2, n * 2)).catch(() => undefined)
    await folder.journal.compact().catch(() => undefined)
  }
  await push(someRecords(1, 80)).catch(() => undefined)
  await folder.close().catch(() => undefined)
  return acknowledged
}

const whatIsThere = async (root: string): Promise<RecordState[]> => {
  const book = await openBook(root)
  const records = await pullAll(book)
  // What a newer snapshot made needless is gone, and so is what was half-written.
  const { snapshot, journal } = folderPaths(root)
  const snapshots = await readdir(snapshot)
  expect(snapshots.length).toBeLessThanOrEqual(1)
  for (const name of await readdir(journal)) expect(name > (snapshots[0] ?? '')).toBe(true)
  expect(book.opened.notices.filter(({ kind }) => kind !== 'tornLine' && kind !== 'newBook')).toEqual([])
  // It works on as if nothing had happened.
  await book.push({ records: someRecords(1, 99) })
  await book.close()
  return records
}

const holdsAll = (records: RecordState[], acknowledged: RecordState[]) => {
  const found = bookOf(records)
  for (const [key, record] of bookOf(acknowledged)) expect(found.get(key)).toEqual(record)
}

const countChanges = async (): Promise<number> => {
  let count = 0
  const root = await temporaryFolder()
  const acknowledged = await live(root, () => {
    count += 1
    return undefined
  })
  expect(textOf(bookOf(await whatIsThere(root)))).toBe(textOf(bookOf(acknowledged)))
  return count
}

test('a crash between any two changes of the disk, or amid a write, loses nothing acknowledged', async () => {
  const changes = await countChanges()
  expect(changes).toBeGreaterThan(60)
  await someAtOnce(changes, async (crash) => {
    const root = await temporaryFolder()
    let count = -1
    const acknowledged = await live(root, ({ bytes = 0 }) => {
      count += 1
      if (count < crash) return undefined
      // From here on the machine is off: the first write is cut, nothing after it happens.
      return { error: systemError('EIO'), written: count === crash ? Math.ceil(bytes / 2) : 0 }
    })
    // The lock of the process that "died" is that of this one, which lives.
    await rm(folderPaths(root).lock, { recursive: true, force: true })
    holdsAll(await whatIsThere(root), acknowledged)
    await rm(root, { recursive: true })
  })
}, 240_000)

test('one change that fails, wherever, costs at most its own push, which is not acknowledged', async () => {
  const changes = await countChanges()
  await someAtOnce(changes, async (failing) => {
    const root = await temporaryFolder()
    let count = -1
    const acknowledged = await live(root, ({ bytes = 0 }) => {
      count += 1
      return count === failing ? { error: systemError('ENOSPC'), written: Math.floor(bytes / 2) } : undefined
    })
    await rm(folderPaths(root).lock, { recursive: true, force: true })
    const copy = await temporaryFolder()
    await cp(root, copy, { recursive: true })
    holdsAll(await whatIsThere(copy), acknowledged)
    await rm(copy, { recursive: true })
    await rm(root, { recursive: true })
  })
}, 240_000)
