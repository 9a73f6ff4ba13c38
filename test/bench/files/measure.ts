import { cp, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

import { openServices, type Services } from '../../../electron/services/index.ts'
import { toState } from '../../../shared/change/index.ts'
import { MAX_PAGE } from '../../../shared/desktop-api.ts'
import { customerAt } from '../page/data.ts'
import { median } from '../report.ts'

/** What the files of a book cost, in milliseconds; `backupBytes` is the size of a backup. */
type Costs = { save: number; open: number; backup: number; backupBytes: number }
export type Measured = { plain: Costs; sealed: Costs; enable: number; unlock: number }

const PASSPHRASE = 'a horse that eats books'

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
    const records = Array.from({ length: count }, (_, n) => toState('customers', customerAt(at + n)))
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

const openings = async (dataFolder: string, locked: boolean, size: number): Promise<number> => {
  const services = await openServices({ dataFolder, dailyAfter: 3_600_000 })
  // What a passphrase costs is wanted, and stands by itself.
  if (locked) await services.handlers['lock.open']({ key: { passphrase: PASSPHRASE } })
  const { ms } = await timed(async () => {
    const { bookId } = await services.handlers['book.open']({ known: [] })
    if ((await readAll({ ...services, bookId })) < size) throw new Error('records are missing')
  })
  await services.close()
  return ms
}

type Kinds<T> = { plain: T; sealed: T }

/** Measures both kinds in turn, so that what else the machine does meets both. */
const inTurn = async (runs: number, job: (kind: keyof Kinds<unknown>) => Promise<number>): Promise<Kinds<number>> => {
  const found: Kinds<number[]> = { plain: [], sealed: [] }
  for (let run = 0; run < runs; run += 1)
    for (const kind of ['plain', 'sealed'] as const) found[kind].push(await job(kind))
  return { plain: median(found.plain), sealed: median(found.sealed) }
}

const measureBoth = async (folders: Kinds<string>, size: number, runs: number): Promise<Kinds<Costs>> => {
  const open = await inTurn(5, (kind) => openings(folders[kind], kind === 'sealed', size))
  const books = { plain: await start(folders.plain, false), sealed: await start(folders.sealed, true) }
  let next = 0
  const save = await inTurn(runs * 5, async (kind) => {
    const { handlers, bookId } = books[kind]
    next += 1
    const records = [toState('customers', customerAt(next % size))]
    return (await timed(() => handlers['journal.push']({ bookId, records }))).ms
  })
  const bytes = { plain: 0, sealed: 0 }
  const backup = await inTurn(3, async (kind) => {
    const { ms, value } = await timed(() => books[kind].handlers['backups.create']({ reason: 'manual' }))
    bytes[kind] = value.backup.size
    return ms
  })
  await books.plain.close()
  await books.sealed.close()
  const of = (kind: keyof Kinds<unknown>): Costs => ({
    save: save[kind],
    open: open[kind],
    backup: backup[kind],
    backupBytes: bytes[kind],
  })
  return { plain: of('plain'), sealed: of('sealed') }
}

/** Fills a book, locks a copy of it, and measures both. */
export const measureFiles = async (folder: string, size: number, runs: number): Promise<Measured> => {
  const root = await mkdtemp(join(folder, 'files-'))
  const folders = { plain: join(root, 'plain'), sealed: join(root, 'sealed') }
  try {
    await fill(folders.plain, size)
    await cp(folders.plain, folders.sealed, { recursive: true })
    const book = await start(folders.sealed, false)
    const enable = await timed(() => book.handlers['lock.enable']({ passphrase: PASSPHRASE }))
    await book.handlers['lock.close']({})
    const unlock = await timed(() => book.handlers['lock.open']({ key: { passphrase: PASSPHRASE } }))
    await book.close()
    return { ...(await measureBoth(folders, size, runs)), enable: enable.ms, unlock: unlock.ms }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
