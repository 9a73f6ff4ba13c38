import { ERASED, type Row, splitPath, stampOf, toState } from '../../shared/change/index.ts'
import type { Catalog, Customer } from '../../shared/domain/index.ts'
import { erasePlan, personIds, staysOfDeal } from '../../shared/privacy/index.ts'
import type { Book } from './book.ts'
import { rowsOf } from './database.ts'
import type { Draft } from './draft.ts'
import { carryOut, eraseAbout, eraseMentions, linkingTo } from './erase-parts.ts'
import { addPending, doneSweep, endSweep, REDACTED, sweepKeys } from './erasures.ts'
import { readHanging } from './person.ts'
import { takeBackMerges } from './take-back.ts'

type Key = { table: string; id: string }

const keyOf = (key: string): Key => {
  const slash = key.indexOf('/')
  return { table: key.slice(0, slash), id: key.slice(slash + 1) }
}

/** What a deal is called whose person is gone: the same on every device, whatever it speaks. */
const NO_TITLE = '–'

/** Someone of whom nothing but the id is left. */
const nobody = (id: string): Customer => ({ id, kind: 'person', status: 'former', createdAt: '' })

const idsOf = (keys: readonly Key[], table: string): string[] =>
  keys.filter((key) => key.table === table).map(({ id }) => id)

/** What hung on an erased deal and on nobody else is erased, the rest lets go of it. */
const sweepDeals = async ({ db }: Book, draft: Draft, ids: readonly string[]): Promise<void> => {
  for (const table of ['interactions', 'tasks'] as const)
    for (const row of await rowsOf(db, table)
      .where('dealId')
      .anyOf([...ids])
      .toArray()) {
      if (row[ERASED] !== undefined) continue
      if (row['customerId'] === undefined && row['companyId'] === undefined) draft.erase(table, row.id)
      else await draft.redact(table, row.id, { dealId: undefined })
    }
}

/**
 * What was written to a deal without its person on a device that did not know: its history goes, and what still stands
 * of it in words.
 */
const sweepRedacted = async (book: Book, draft: Draft, catalog: Catalog, deals: readonly Row[]): Promise<void> => {
  for (const deal of deals) {
    const state = toState('deals', deal)
    const rows = await book.db.history.where('[recordTable+recordId]').equals(['deals', deal.id]).toArray()
    for (const row of rows.filter(({ knew = [] }) => !knew.includes(stampOf(state, REDACTED)))) {
      draft.erase('history', row.id)
      const words = row.changes.filter(
        ({ path }) => stampOf(state, path) === row.stamp && !staysOfDeal(splitPath(path)[0], catalog),
      )
      const paths = words.map(({ path }) => [path, path === 'title' ? NO_TITLE : undefined])
      if (paths.length > 0) await draft.redact('deals', deal.id, Object.fromEntries(paths))
    }
  }
}

const sweepSome = async (book: Book, named: readonly Key[]): Promise<void> => {
  const { db } = book
  const deals = await rowsOf(db, 'deals').bulkGet(idsOf(named, 'deals'))
  const redacted = deals.flatMap((row) => (row && row[ERASED] === undefined ? [row] : []))
  const spared = new Set(redacted.map(({ id }) => id))
  const keys = named.filter(({ table, id }) => table !== 'deals' || !spared.has(id))
  const catalog = await book.catalog()
  const [first, ...others] = idsOf(keys, 'customers').map(nobody)
  // Who was merged into someone erased goes as well, and may have been merged into someone else on another device.
  if (first) await takeBackMerges(book, [...personIds(await readHanging(db, [first, ...others]))])
  const records = first && (await readHanging(db, [first, ...others]))
  const ids = records ? personIds(records) : new Set<string>()
  const linking = records ? await linkingTo(book, ids) : []
  const plan = records && erasePlan(records, linking, 'keep', catalog, NO_TITLE)
  const erased = [...keys, ...(plan?.erase ?? [])]
  const { files, redact } = plan ?? { files: [], redact: [] }
  await addPending(db, { files: [...files], ids: [...erased, ...redacted, ...redact].map(({ id }) => id) })
  await book.write(
    { key: 'personErased' },
    async (draft) => {
      if (plan) await carryOut(draft, plan)
      if (plan) await eraseMentions(book, draft, ids)
      await sweepDeals(book, draft, idsOf(keys, 'deals'))
      await sweepRedacted(book, draft, catalog, redacted)
      await eraseAbout(book, draft, erased)
    },
    { silent: true },
  )
  book.forget([...erased, ...redacted.map(({ id }) => ({ table: 'deals', id }))])
}

/** Without people who were to be erased, and then were not. */
const erasedOf = async ({ db }: Book, keys: readonly string[]): Promise<string[]> => {
  const entries = await db.erasures.bulkGet([...keys])
  return keys.filter((key, at) => entries[at] !== undefined || keyOf(key).table !== 'customers')
}

const TOGETHER = 100

/**
 * Erases what hangs on records that were erased, here or elsewhere: what was known here, and what was written on a
 * device that did not know of it. Depends on the records alone, and what was done once is not done again: devices that do so at
 * once come to the same. Of deals the figures stay.
 * @returns whether there was anything to do
 * @throws AppError; what is left is done the next time
 */
export const sweepErased = async (book: Book): Promise<boolean> => {
  const keys = await sweepKeys(book.db)
  for (let at = 0; at < keys.length; at += TOGETHER) {
    const some = keys.slice(at, at + TOGETHER)
    await sweepSome(book, (await erasedOf(book, some)).map(keyOf))
    await doneSweep(book.db, new Set(some))
  }
  await endSweep(book.db)
  return keys.length > 0
}
