import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  applyStates,
  type Book,
  type OpenConflict,
  readConflicts,
  settleConflict,
} from '../../../../renderer/data/index.ts'
import { type Row, toState } from '../../../../shared/change/index.ts'
import { addCustomer } from '../data/support.ts'
import { canonicalBook, sharedBooks } from './books.ts'

const edit = (book: Book, id: string, patch: { role?: string | null; region?: string | null; notes?: string }) =>
  book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, patch))

const openOf = async (book: Book): Promise<OpenConflict[]> => (await readConflicts(book.db)).open

const valuesOf = (conflicts: readonly OpenConflict[]) =>
  conflicts.map(({ path, versions }) => [path, versions.map(({ value }) => value)])

it('tells both values of a field that two wrote without knowing each other, the same on both', async () => {
  const { books, settle } = await sharedBooks(2)
  const [one, two] = books as [Book, Book]
  const id = await addCustomer(one, 'Contested')
  await settle()
  await edit(one, id, { role: 'Buyer' })
  await edit(two, id, { role: 'Owner' })
  await settle()
  const [here, there] = [await openOf(one), await openOf(two)]
  expect(here).toEqual(there)
  expect(valuesOf(here)).toEqual([['role', ['Owner', 'Buyer']]])
  expect(here[0]?.versions[0]).toMatchObject({ stands: true, by: 'Jonas' })
  expect(here[0]?.versions[1]).toMatchObject({ stands: false, by: 'Rasa' })
})

it('tells of an edit whose history came before its record, and which is written over meanwhile', async () => {
  const { books, settle } = await sharedBooks(2)
  const [one, two] = books as [Book, Book]
  const id = await addCustomer(one, 'Overtaken')
  await settle()
  await edit(two, id, { role: 'Owner' })
  const history = (await two.db.history.toArray()).map((row): Row => ({ ...row }))
  const states = history.map((row) => toState('history', row))
  await applyStates(one.db, 'sync:place', states, undefined)
  await edit(one, id, { role: 'Buyer' })
  expect(valuesOf(await openOf(one))).toEqual([['role', ['Buyer', 'Owner']]])
})

it('tells none of edits that knew each other, of equal values, and of what was taken back', async () => {
  const { books, settle } = await sharedBooks(2)
  const [one, two] = books as [Book, Book]
  const id = await addCustomer(one, 'Peaceful')
  await settle()
  await edit(one, id, { role: 'Buyer' })
  await settle()
  await edit(two, id, { role: 'Owner' })
  await settle()
  await edit(one, id, { region: 'North' })
  await edit(two, id, { region: 'North' })
  await edit(one, id, { role: 'Chair' })
  await edit(two, id, { role: 'Passing' })
  await two.undo()
  await settle()
  // Undone after the other wrote: the value of before stands, and the other's is told.
  expect(valuesOf(await openOf(one))).toEqual([['role', ['Owner', 'Chair']]])
  await edit(one, id, { role: 'Chair' })
  await settle()
  await edit(two, id, { role: 'Passing' })
  await two.undo()
  await edit(one, id, { role: 'Last' })
  await settle()
  expect(valuesOf(await openOf(one)).map(([path]) => path)).toEqual(['role'])
})

it('keeps what stands, or takes the other value, on every device; done ones stay in a list; undo opens it again', async () => {
  const { books, settle } = await sharedBooks(2)
  const [one, two] = books as [Book, Book]
  const id = await addCustomer(one, 'Decided')
  await settle()
  await edit(one, id, { role: 'Buyer', region: 'North' })
  await edit(two, id, { role: 'Owner', region: 'South' })
  await settle()
  const [region, role] = (await openOf(one)).sort((a, b) => (a.path < b.path ? -1 : 1))
  if (!region || !role) throw new Error('no conflicts')
  await settleConflict(one, region, region.versions[0]?.stamp ?? '')
  await settleConflict(one, role, role.versions[1]?.stamp ?? '')
  await settle()
  for (const book of books) {
    expect(await book.db.customers.get(id)).toMatchObject({ role: 'Buyer', region: 'South' })
    const { open, settled } = await readConflicts(book.db)
    expect(open).toEqual([])
    expect(settled.map(({ path, settled: by }) => [path, by.by]).sort()).toEqual([
      ['region', 'Rasa'],
      ['role', 'Rasa'],
    ])
  }
  expect(await canonicalBook(two)).toBe(await canonicalBook(one))
  await one.undo()
  await settle()
  expect((await two.db.customers.get(id))?.role).toBe('Owner')
  expect(valuesOf(await openOf(two))).toEqual([['role', ['Owner', 'Buyer']]])
  await one.undo()
  await settle()
  expect((await openOf(two)).map(({ path }) => path).sort()).toEqual(['region', 'role'])
})

it('tells of a value that comes later than the decision and did not know of it', async () => {
  const { books, syncs, settle } = await sharedBooks(3)
  const [one, two, three] = books as [Book, Book, Book]
  const id = await addCustomer(one, 'Late')
  await settle()
  await edit(three, id, { role: 'Late' })
  await edit(one, id, { role: 'Buyer' })
  await edit(two, id, { role: 'Owner' })
  for (let round = 0; round < 2; round += 1) for (const sync of syncs.slice(0, 2)) await sync.syncNow()
  const [conflict] = await openOf(one)
  if (!conflict) throw new Error('no conflict')
  await settleConflict(one, conflict, conflict.versions[0]?.stamp ?? '')
  await settle()
  expect(valuesOf(await openOf(two))).toEqual([['role', ['Owner', 'Late']]])
  expect(await openOf(three)).toEqual(await openOf(one))
})

it('does not write over what was changed since it was looked at', async () => {
  const { books, settle } = await sharedBooks(2)
  const [one, two] = books as [Book, Book]
  const id = await addCustomer(one, 'Moved')
  await settle()
  await edit(one, id, { role: 'Buyer' })
  await edit(two, id, { role: 'Owner' })
  await settle()
  const [conflict] = await openOf(one)
  if (!conflict) throw new Error('no conflict')
  await edit(one, id, { role: 'Newer' })
  const chosen = conflict.versions[1]?.stamp ?? ''
  await expect(settleConflict(one, conflict, chosen)).rejects.toMatchObject({ code: 'recordMissing' })
  expect((await one.db.customers.get(id))?.role).toBe('Newer')
})

it('tells of a deletion by who did not know of an edit, and brings back', async () => {
  const { books, settle } = await sharedBooks(2)
  const [one, two] = books as [Book, Book]
  const [id, known] = [await addCustomer(one, 'Deleted'), await addCustomer(one, 'Known')]
  await edit(one, id, { notes: 'known' })
  await settle()
  await edit(two, id, { role: 'Owner' })
  await one.write({ key: 'customersDeleted' }, (draft) => draft.remove('customers', id))
  // Who knows of the edit deletes without a conflict, and whoever edits in the trash knows where it is.
  await edit(two, known, { role: 'Known' })
  await settle()
  await one.write({ key: 'customersDeleted' }, (draft) => draft.remove('customers', known))
  await settle()
  await edit(two, known, { role: 'In the trash' })
  await settle()
  const [conflict, ...others] = await openOf(one)
  expect(others).toEqual([])
  expect(await openOf(two)).toEqual([conflict])
  expect(conflict).toMatchObject({ id, path: 'deletedAt' })
  expect(conflict?.versions[1]).toMatchObject({ by: 'Jonas', edited: [{ path: 'role', after: 'Owner' }] })
  if (!conflict) throw new Error('no conflict')
  await settleConflict(two, conflict, conflict.versions[1]?.stamp ?? '')
  await settle()
  const row = await one.db.customers.get(id)
  expect(row?.deletedAt).toBeUndefined()
  expect(row?.role).toBe('Owner')
  expect(await openOf(one)).toEqual([])
})

/** What one device does: an edit, an exchange, the undo of its last write, or the trash. */
const step = fc.record({
  device: fc.nat({ max: 2 }),
  act: fc.oneof(
    fc.record({ do: fc.constant('role' as const), value: fc.constantFrom('a', 'b', 'c', null) }),
    fc.record({ do: fc.constant('tag' as const), value: fc.constantFrom('x', 'y') }),
    fc.record({ do: fc.constant('trash' as const) }),
    fc.record({ do: fc.constant('sync' as const) }),
    fc.record({ do: fc.constant('undo' as const) }),
  ),
})

it('comes to the same book and tells the same on all devices, whatever they do', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 14 }),
      fc.integer({ min: 2, max: 3 }),
      async (steps, devices) => {
        let now = 1_800_000_000_000
        const wall = () => {
          now += 1_000
          return now
        }
        const { books, syncs, settle } = await sharedBooks(devices, { wall })
        const first = books[0]
        if (!first) throw new Error('no book')
        const id = await addCustomer(first, 'Any')
        await settle()
        for (const { device, act } of steps) {
          const book = books[device % devices]
          if (!book) continue
          const write = book.write.bind(undefined, { key: 'customerChanged' })
          if (act.do === 'sync') await syncs[device % devices]?.syncNow()
          else if (act.do === 'undo') await book.undo()
          else if (act.do === 'role') await write((draft) => draft.update('customers', id, { role: act.value }))
          else if (act.do === 'tag') {
            const has = (await book.db.customers.get(id))?.tags?.[act.value]
            await write((draft) => draft.update('customers', id, { tags: { [act.value]: has ? null : true } }))
          } else await write((draft) => draft.remove('customers', id))
        }
        await settle()
        const lists = await Promise.all(books.map(openOf))
        for (const list of lists) expect(list).toEqual(lists[0])
        const texts = await Promise.all(books.map(canonicalBook))
        expect(new Set(texts).size).toBe(1)

        for (const book of books) book.close()
      },
    ),
    { numRuns: 8 },
  )
})
