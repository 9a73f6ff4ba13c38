import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

import { openServices, type Services } from '../../../electron/services/index.ts'
import { MAX_PAGE } from '../../../shared/desktop-api.ts'
import type { RecordState, Row } from '../../../shared/change/index.ts'
import { customerAt } from '../page/data.ts'
import { median } from '../report.ts'

/** What the files of a book cost, in milliseconds; `backupBytes` is the size of a backup. */
export type Costs = { save: number; open: number; backup: number; backupBytes: number }
export type Measured = { plain: Costs; sealed: Costs; enable: number; unlock: number }

const PASSPHRASE = 'a horse that eats books'

const stateOf = ({ id, stamp, ...values }: Row): RecordState => ({ table: 'customers', id, stamp, values })

const start = async (dataFolder: string, locked: boolean): Promise<Services & { bookId: string }> => {
  const services = await openServices({ dataFolder, dailyAfter: 3_600_000 })
  if (locked) await services.handlers['lock.open']({ key: { passphrase: PASSPHRASE } })
  const { bookId } = await services.handlers['book.open']({ known: [] })
  return { ...services, bookId }
}

const readAll = async ({ handlers, bookId }: Services & { bookId: string }): Promise<number> => {
  let records = 0
  for (let after: string | null = null, more = true; more; ) {
    const page: Awaited<ReturnType<(typeof handlers)['journal.pull']>> = await handlers['journal.pull']({
      bookId,
      after,
      limit: MAX_PAGE,
    })
    records += page.records.length
    after = page.cursor
    more = page.more
  }
  return records
}

const fill = async (dataFolder: string, size: number): Promise<void> => {
  const book = await start(dataFolder, false)
  for (let at = 0; at < size; at += MAX_PAGE) {
    const count = Math.min(MAX_PAGE, size - at)
    const records = Array.from({ length: count }, (_, n) => stateOf(customerAt(at + n)))
    await book.handlers['journal.push']({ bookId: book.bookId, records })
  }
  // Both kinds start from one snapshot: locking leaves one too.
  await book.handlers['journal.forget']({ bookId: book.bookId, texts: [] })
  await book.close()
}

const timed = async <T>(job: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const began = performance.now()
  const value = await job()
  return { ms: performance.now() - began, value }
}

const costsOf = async (dataFolder: string, locked: boolean, size: number, runs: number): Promise<Costs> => {
  const opens: number[] = []
  for (let run = 0; run < 3; run += 1) {
    // What a passphrase costs is wanted, and stands by itself.
    const services = await openServices({ dataFolder, dailyAfter: 3_600_000 })
    if (locked) await services.handlers['lock.open']({ key: { passphrase: PASSPHRASE } })
    const { ms } = await timed(async () => {
      const { bookId } = await services.handlers['book.open']({ known: [] })
      if ((await readAll({ ...services, bookId })) < size) throw new Error('records are missing')
    })
    opens.push(ms)
    await services.close()
  }
  const book = await start(dataFolder, locked)
  const saves: number[] = []
  for (let run = 0; run < runs * 5; run += 1) {
    const records = [stateOf(customerAt(run % size))]
    saves.push((await timed(() => book.handlers['journal.push']({ bookId: book.bookId, records }))).ms)
  }
  const made = await timed(() => book.handlers['backups.create']({ reason: 'manual' }))
  await book.close()
  return { save: median(saves), open: median(opens), backup: made.ms, backupBytes: made.value.backup.size }
}

/** Fills a book, measures it, locks it and measures it again. */
export const measureFiles = async (folder: string, size: number, runs: number): Promise<Measured> => {
  const dataFolder = await mkdtemp(join(folder, 'files-'))
  try {
    await fill(dataFolder, size)
    const plain = await costsOf(dataFolder, false, size, runs)
    const book = await start(dataFolder, false)
    const enable = await timed(() => book.handlers['lock.enable']({ passphrase: PASSPHRASE }))
    await book.handlers['lock.close']({})
    const unlock = await timed(() => book.handlers['lock.open']({ key: { passphrase: PASSPHRASE } }))
    await book.close()
    const sealed = await costsOf(dataFolder, true, size, runs)
    return { plain, sealed, enable: enable.ms, unlock: unlock.ms }
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}
