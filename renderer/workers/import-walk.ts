import { v7 as uuid } from 'uuid'

import { SETTINGS_ID } from '../../shared/domain/index.ts'
import {
  createChoices,
  createConverter,
  createEarlierRows,
  createPlanner,
  createRowIds,
  fileIdsOf,
  type ImportRules,
  type Incoming,
  type outcomes,
  type Planned,
} from '../../shared/import/index.ts'
import { blockedBy } from '../../shared/privacy/blocklist.ts'
import { type Book, readRowRecords } from '../data/index.ts'
import { learnBook, lookupIn } from './import-book.ts'
import { type Loaded, questionsOf, readCatalog } from './import-loaded.ts'
import type { ImportReport, ImportSetup, Progress } from './import-protocol.ts'
import { createTally } from './import-report.ts'

/** Rows of one transaction. */
const CHUNK = 500

/** What the window says while work goes on. */
export type Control = { paused: () => Promise<void>; cancelled: () => boolean }
type OnProgress = (progress: Progress) => void

export type WalkContext = {
  book: Book
  setup: Pick<ImportSetup, 'vocabulary' | 'country'>
  control: Control
  onProgress: OnProgress
  /** Rows of one transaction, where they are not the usual number. */
  chunk?: number
}

export type Walk = {
  importId: string
  /** ISO instant: when the import began. */
  now: string
  rules: ImportRules
  findLikely: boolean
  decided?: ReadonlyMap<number, string>
  /** Rows that are done already, as the device kept them. */
  before?: readonly unknown[]
  /** Does with a chunk what is to be done. */
  each: (planned: readonly Planned[], from: number) => Promise<void>
}

/** Lets the worker hear what the window says. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Whether a row is about someone who stands in the book's list of those not to come back. */
const createBlock = async ({ db, id }: Book, country: string | undefined): Promise<(incoming: Incoming) => boolean> => {
  const rows = await db.blocklist.toArray()
  const blocked = new Set(rows.flatMap((row) => (row.deletedAt === undefined && !('erasedAt' in row) ? [row.id] : [])))
  if (blocked.size === 0) return () => false
  return ({ table, values, emails, phones }) => {
    if (table !== 'customers') return false
    const name = [values['givenName'], values['familyName']].filter(Boolean).join(' ')
    const birthday = values['birthday']
    const subject = {
      emails: emails.map(({ value }) => value),
      phones: phones.map(({ e164, value }) => e164 ?? value),
      name,
      birthday: typeof birthday === 'string' ? birthday : undefined,
      country,
    }
    return blockedBy(blocked, id, subject).length > 0
  }
}

const prepare = async ({ book, setup }: WalkContext, loaded: Loaded, walk: Walk, taken: readonly string[]) => {
  const { table, mapping, fileName, signature } = loaded
  const { importId, rules } = walk
  const { vocabulary } = setup
  const { db } = book
  const [catalog, items, settings] = await Promise.all([
    readCatalog(book),
    db.listItems.toArray(),
    db.settings.get(SETTINGS_ID),
  ])
  const country = rules.country ?? setup.country
  const ids = createRowIds(importId, uuid)
  const living = items.filter(({ deletedAt }) => deletedAt === undefined)
  const choices = createChoices(
    living,
    vocabulary,
    ids.next,
    living.filter((item) => item.importId === importId),
  )
  const planner = createPlanner({
    noun: mapping.noun,
    importId,
    fileName,
    now: walk.now,
    catalog,
    vocabulary,
    preset: mapping.preset,
    choices,
    pipelines: (await db.pipelines.toArray()).filter(({ deletedAt }) => deletedAt === undefined),
    rules,
    currency: settings?.currency ?? 'EUR',
    country,
    exact: mapping.source === 'fairbook',
    fileIds: fileIdsOf(table, mapping),
    ids,
    lookup: lookupIn(book),
    isBlocked: await createBlock(book, country),
    findLikely: walk.findLikely,
    ...(walk.decided && { decided: walk.decided }),
    earlier: createEarlierRows(
      loaded.earlier.flatMap((one) => (one.createdAt < walk.now ? [one.importId] : [])),
      await readRowRecords(db, loaded.hash),
    ),
    taken,
  })
  await learnBook(book, planner, mapping)
  const convert = createConverter(table, { mapping, catalog, vocabulary, choices, rules, country, signature })
  return { planner, convert, catalog }
}

/** What the rows before made beside their own records. */
const madeBefore = async ({ db }: Book, importId: string, created: ReadonlySet<string>) => {
  const items = await db.listItems.filter((item) => item.importId === importId).count()
  const customers = await db.customers.where('importId').equals(importId).primaryKeys()
  return { listItems: items, companies: customers.filter((id) => !created.has(id)).length }
}

/** Plans all rows of a file that are not done yet, chunk after chunk. */
export const walkRows = async (
  context: WalkContext,
  loaded: Loaded,
  walk: Walk,
): Promise<{ report: ImportReport; cancelled: boolean }> => {
  const { control, onProgress, book, chunk = CHUNK } = context
  const { table } = loaded
  const { before = [] } = walk
  const tally = createTally(table)
  tally.addKept(before)
  loaded.tally = tally
  const { planner, convert, catalog } = await prepare(context, loaded, walk, [...tally.recordIds().values()])
  const earlier =
    before.length > 0 ? await madeBefore(book, walk.importId, tally.createdIds()) : { listItems: 0, companies: 0 }
  const total = table.rows.length
  const reportNow = (): ImportReport => {
    const { companies, listItems, notCompared } = planner.made()
    const made = { companies: companies + earlier.companies, listItems: listItems + earlier.listItems }
    return tally.report({ ...made, notCompared }, questionsOf(loaded, catalog))
  }
  for (let at = before.length; at < total; at += chunk) {
    await breathe()
    await control.paused()
    if (control.cancelled()) return { report: reportNow(), cancelled: true }
    const end = Math.min(at + chunk, total)
    const planned = await planner.plan(Array.from({ length: end - at }, (_, offset) => convert(at + offset)))
    tally.add(planned)
    await walk.each(planned, at)
    onProgress({ done: end, total })
  }
  return { report: reportNow(), cancelled: false }
}

/** How many rows of each outcome, as an import keeps them. */
export const countsOf = (loaded: Loaded): Record<(typeof outcomes)[number], number> =>
  loaded.tally?.counts() ?? { created: 0, updated: 0, skipped: 0, unchanged: 0, failed: 0 }
