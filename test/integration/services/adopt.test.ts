import { expect, test } from 'vitest'

import { adoptBook, settleFormer } from '../../../electron/services/book-folder/adopt-book.ts'
import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { openFolder } from '../../../electron/services/book-folder/open-folder.ts'
import { type Disk, realDisk } from '../../../electron/services/disk/disk.ts'
import { faultyDisk, systemError } from './faulty-disk.ts'
import { openBook } from './open-book.ts'
import { someRecords } from './replica-conformance.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The real disk until a change; from then on nothing is changed any more. */
const crashAt = (change: number): { disk: Disk; crashed: () => boolean } => {
  let changes = 0
  const disk = faultyDisk(() => {
    changes += 1
    return changes > change ? { error: systemError('EIO') } : undefined
  })
  return { disk, crashed: () => changes > change }
}

test('a crash between any two steps of becoming another book: it is the one with all it had, or the other', async () => {
  for (let change = 0; ; change += 1) {
    const root = await temporaryFolder()
    const paths = folderPaths(root)
    const book = await openBook(root)
    const { bookId } = book.opened
    await book.push({ records: someRecords(3) })
    await book.handlers['journal.forget']({ bookId, texts: [] })
    await book.push({ records: someRecords(5) })
    await book.close()

    const { disk, crashed } = crashAt(change)
    await adoptBook(disk, paths, 'another').catch(() => undefined)
    // A second crash, while that is put right.
    await settleFormer(crashAt(change % 5).disk, paths).catch(() => undefined)
    const folder = await openFolder({ disk: realDisk, paths, known: [], onProblem: () => undefined })
    const { records } = await folder.journal.pull(null, 100)
    const ids = new Set(records.map(({ id }) => id))
    const isOld = folder.bookId === bookId
    expect([folder.bookId, ids.size, folder.fresh], `crash at ${change}`).toEqual(
      isOld ? [bookId, 5, false] : ['another', 0, true],
    )
    await folder.close()
    if (crashed()) continue
    expect(folder.bookId).toBe('another')
    expect(change).toBeGreaterThan(8)
    return
  }
})
