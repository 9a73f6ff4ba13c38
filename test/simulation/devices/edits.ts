import {
  type Book,
  erasePerson,
  markNotSame,
  mergeCustomers,
  readConflicts,
  rowsOf,
  settleConflict,
  undoImport,
  undoMerge,
  type WritableTable,
} from '../../../renderer/data/index.ts'
import { ERASED, type Row } from '../../../shared/change/index.ts'
import type { Customer } from '../../../shared/domain/index.ts'
import type { Running } from './device.ts'
import type { Random } from './random.ts'

/** What an edit may draw on. */
export type Editing = {
  running: Running
  random: Random
  /** A text that stands nowhere else. */
  canary: () => string
  /** An id that is made once. */
  newId: () => string
}

const around = ['deals', 'interactions', 'tasks'] as const
const fates = ['keep', 'erase'] as const
const tables = ['customers', 'deals', 'interactions', 'tasks'] as const

const rows = async (book: Book, table: WritableTable): Promise<Row[]> =>
  (await rowsOf(book.db, table).toArray()).filter((row) => row[ERASED] === undefined)
const living = async (book: Book, table: WritableTable): Promise<Row[]> =>
  (await rows(book, table)).filter((row) => row['deletedAt'] === undefined)
const customers = async (book: Book): Promise<Customer[]> =>
  (await book.db.customers.toArray()).filter((row) => row.deletedAt === undefined && !(ERASED in row))

/** Mostly one of the few that were there first, which everyone has, so that devices meet. */
const hot = <T>(random: Random, items: readonly T[]): T | undefined =>
  random.chance(0.7) ? items[random.below(Math.min(4, items.length))] : random.oneOf(items)

const tags = ['fair', 'vip', 'oak'] as const
const roles = ['Buyer', 'Owner', 'Chair', 'Broker'] as const

const createCustomer = async ({ running: { book }, random, canary }: Editing): Promise<void> => {
  const companies = (await customers(book)).filter(({ kind }) => kind === 'company')
  const isCompany = random.chance(0.2)
  const companyId = random.oneOf(companies)?.id
  await book.write({ key: 'customerCreated' }, (draft) => {
    draft.create('customers', {
      kind: isCompany ? 'company' : 'person',
      status: 'lead',
      ...(isCompany ? { companyName: canary() } : { familyName: canary(), ...(companyId && { companyId }) }),
      ...(random.chance(0.5) && { notes: canary() }),
      emails: { e1: { value: `${canary()}@example.com` } },
      tags: { [random.pick(tags)]: true },
    })
  })
}

const createAround = async ({ running: { book }, random, canary }: Editing): Promise<void> => {
  const customer = hot(random, await customers(book))
  const deal = random.oneOf(await living(book, 'deals'))
  const kind = random.pick(around)
  if (!customer) return
  await book.write({ key: 'interactionLogged' }, (draft) => {
    if (kind === 'deals')
      draft.create('deals', {
        title: canary(),
        customerId: customer.id,
        pipelineId: 'pipeline:sales',
        stageId: 'stage:new',
        status: 'open',
        currency: 'EUR',
      })
    else if (kind === 'interactions')
      draft.create('interactions', {
        channel: 'channel:phone',
        at: '2027-01-01T08:00:00.000Z',
        text: canary(),
        ...(random.chance(0.8) && { customerId: customer.id }),
        ...(deal && random.chance(0.4) && { dealId: deal.id }),
      })
    else
      draft.create('tasks', {
        title: canary(),
        customerId: customer.id,
        ...(deal && random.chance(0.4) && { dealId: deal.id }),
      })
  })
}

const changeCustomer = async ({ running: { book }, random, canary }: Editing): Promise<void> => {
  const customer = hot(random, await customers(book))
  if (!customer) return
  const companies = (await customers(book)).filter(({ kind, id }) => kind === 'company' && id !== customer.id)
  const patches: readonly (() => object)[] = [
    () => ({ role: random.chance(0.2) ? null : random.pick(roles) }),
    () => ({ role: random.pick(roles), region: random.pick(['North', 'South']) }),
    () => ({ notes: random.chance(0.2) ? null : canary() }),
    () => ({ tags: { [random.pick(tags)]: random.chance(0.4) ? null : true } }),
    () => ({
      emails: { [random.pick(['e1', 'e2'])]: random.chance(0.2) ? null : { value: `${canary()}@example.com` } },
    }),
    () => ({ companyId: random.chance(0.3) ? null : (random.oneOf(companies)?.id ?? null) }),
    () => ({ status: random.pick(['lead', 'prospect', 'customer']) }),
  ]
  const patch = random.oneOf(patches)?.() ?? {}
  await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', customer.id, patch))
}

const changeAround = async ({ running: { book }, random, canary }: Editing): Promise<void> => {
  const table = random.pick(around)
  const row = hot(random, await rows(book, table))
  const customer = hot(random, await customers(book))
  if (!row) return
  const words = { deals: 'notes', interactions: 'text', tasks: 'title' }[table]
  const patch = random.chance(0.3) && customer ? { customerId: customer.id } : { [words]: canary() }
  await book.write({ key: 'interactionChanged' }, (draft) => draft.setPaths(table, row.id, patch))
}

const trash = async ({ running: { book }, random }: Editing): Promise<void> => {
  const table = random.pick(tables)
  const row = hot(random, await living(book, table))
  if (row) await book.write({ key: 'customersDeleted' }, (draft) => draft.remove(table, row.id))
}

const restore = async ({ running: { book }, random }: Editing): Promise<void> => {
  const table = random.pick(tables)
  const trashed = (await rows(book, table)).filter(
    (row) => row['deletedAt'] !== undefined && row['mergedInto'] === undefined,
  )
  const row = hot(random, trashed)
  if (row) await book.write({ key: 'restored' }, (draft) => draft.restore(table, row.id))
}

const merge = async ({ running: { book }, random }: Editing): Promise<void> => {
  const people = (await customers(book)).filter(({ kind }) => kind === 'person')
  const [main, ...others] = random.shuffled(random.chance(0.7) ? people.slice(0, 5) : people)
  const otherIds = others.slice(0, random.chance(0.2) ? 2 : 1).map(({ id }) => id)
  if (main && otherIds.length > 0) await mergeCustomers(book, [{ mainId: main.id, otherIds }])
}

const unmerge = async ({ running: { book }, random }: Editing): Promise<void> => {
  const merged = (await rows(book, 'customers')).filter((row) => row['mergedInto'] !== undefined)
  const row = random.oneOf(merged)
  if (!row) return
  const history = await book.db.history.where('[recordTable+recordId]').equals(['customers', row.id]).toArray()
  if (
    history.some(
      ({ changes = [], what }) => what === 'customersMerged' && changes.some(({ path }) => path === 'mergedInto'),
    )
  )
    await undoMerge(book, row.id)
}

const erase = async ({ running: { book, desktop }, random }: Editing): Promise<void> => {
  const customer = hot(random, await customers(book))
  if (!customer) return
  const deals = random.pick(fates)
  await erasePerson(book, desktop, customer.id, { deals, dealTitle: '–', block: random.chance(0.5) })
}

const importSome = async ({ running: { book }, random, canary, newId }: Editing): Promise<void> => {
  const importId = newId()
  const held = hot(random, await customers(book))
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  await book.write({ key: 'imported' }, (draft) => {
    draft.create('imports', { id: importId, fileName: 'a.csv', noun: 'customers', state: 'running', ...counts })
  })
  for (let part = 0; part < 2; part += 1)
    await book.write(
      { key: 'imported' },
      async (draft) => {
        for (let row = 0; row < 2; row += 1)
          draft.create('customers', { kind: 'person', status: 'lead', familyName: canary(), importId })
        if (held) await draft.update('customers', held.id, { region: `R${random.below(5)}` })
      },
      { silent: true, writeId: importId },
    )
  await book.write({ key: 'imported' }, (draft) => draft.update('imports', importId, { state: 'done' }), {
    silent: true,
  })
}

const unimport = async ({ running: { book }, random }: Editing): Promise<void> => {
  const done = (await book.db.imports.toArray()).filter(({ state }) => state !== 'undone')
  const one = random.oneOf(done)
  if (one) await undoImport(book, one.id)
}

const decide = async ({ running: { book }, random }: Editing): Promise<void> => {
  const conflict = random.oneOf((await readConflicts(book.db)).open)
  const version = conflict && random.oneOf(conflict.versions)
  if (conflict && version) await settleConflict(book, conflict, version.stamp)
}

const tell = async ({ running: { book }, random }: Editing): Promise<void> => {
  const [a, b] = random.shuffled(await customers(book))
  if (a && b) await markNotSame(book, [a.id, b.id])
}

const segment = async ({ running: { book }, random, newId }: Editing): Promise<void> => {
  const held = random.oneOf(await living(book, 'segments'))
  const member = hot(random, await customers(book))
  if (!member) return
  await book.write({ key: 'segmentSaved' }, async (draft) => {
    if (held && random.chance(0.8))
      await draft.setPaths('segments', held.id, { [`members/${member.id}`]: random.chance(0.3) ? undefined : true })
    else
      draft.create('segments', {
        id: newId(),
        noun: 'customers',
        name: 'Some',
        kind: 'fixed',
        order: 'a0',
        members: { [member.id]: true },
      })
  })
}

/** What a person may do to a book, and how often it comes. */
const edits: readonly (readonly [name: string, weight: number, edit: (editing: Editing) => Promise<void>])[] = [
  ['create', 6, createCustomer],
  ['around', 12, createAround],
  ['change', 30, changeCustomer],
  ['changeAround', 10, changeAround],
  ['trash', 6, trash],
  ['restore', 4, restore],
  ['merge', 6, merge],
  ['unmerge', 3, unmerge],
  ['undo', 6, async ({ running }) => void (await running.book.undo())],
  ['redo', 3, async ({ running }) => void (await running.book.redo())],
  ['erase', 6, erase],
  ['import', 2, importSome],
  ['unimport', 1, unimport],
  ['decide', 4, decide],
  ['notSame', 1, tell],
  ['segment', 3, segment],
]

const byName = new Map(edits.map(([name, , edit]) => [name, edit]))
const weights = Object.fromEntries(edits.map(([name, weight]) => [name, weight]))

/** What the devices share before anything happens to them. */
export const fillBook = async (editing: Editing): Promise<void> => {
  for (let n = 0; n < 5; n += 1) await createCustomer(editing)
  for (let n = 0; n < 5; n += 1) await createAround(editing)
}

/** Draws an edit. */
export const drawEdit = (random: Random): { name: string; run: (editing: Editing) => Promise<void> } => {
  const name = random.weighed(weights)
  const run = byName.get(name)
  if (!run) throw new Error(`no edit ${name}`)
  return { name, run }
}
