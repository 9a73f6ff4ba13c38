import { expect, it } from 'vitest'

import { type Book, erasePerson, mergeCustomers, readConflicts, sweepErased } from '../../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { addCustomer } from '../data/support.ts'
import { canonicalBook, sharedBooks } from './books.ts'

const options = { deals: 'keep', dealTitle: 'A deal', block: false } as const

/** Everything that stands in a book, in one text. */
const wholeOf = async ({ db }: Book): Promise<string> => {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const))
  return JSON.stringify(Object.fromEntries(tables))
}

const quietDesktop = fakeDesktop({ 'journal.forget': async () => ({}), 'attachments.delete': async () => ({}) })

/** Two devices that know one person, with something of every kind. */
const twoWithPerson = async () => {
  const forgotten: string[] = []
  const shared = await sharedBooks(2, {
    handlers: {
      'journal.forget': async ({ texts }) => {
        forgotten.push(...texts)
        return {}
      },
    },
  })
  const [one, two] = shared.books as [Book, Book]
  // No journal runs here: all is told to be in it.
  for (const book of shared.books)
    await book.db.meta.put({ key: 'replica:journal', value: { pushed: 1e9, cursor: null } })
  const id = await addCustomer(one, 'Secretnamed')
  const other = await addCustomer(one, 'Bystander')
  await shared.settle()
  return { ...shared, one, two, id, other, forgotten }
}

const stage = { pipelineId: 'pipeline:sales', stageId: 'stage:proposal', status: 'open', currency: 'EUR' } as const

it('erases on every device what was written about the person without knowing', async () => {
  const { one, two, id, other, place, settle, forgotten } = await twoWithPerson()
  await erasePerson(one, quietDesktop, id, options)
  await two.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { notes: 'Secretnote' }))
  let [talk, deal] = ['', '']
  await two.write({ key: 'interactionLogged' }, (draft) => {
    talk = draft.create('interactions', {
      customerId: id,
      channel: 'channel:call',
      direction: 'outgoing',
      at: '2026-01-01T00:00:00.000Z',
      text: 'Secrettalk',
    }).id
    draft.create('tasks', { customerId: id, title: 'Secrettask' })
    draft.create('attachments', { customerId: id, name: 'Secretfile', size: 1, sha256: 'ab'.repeat(32) })
    draft.create('segments', {
      noun: 'customers',
      name: 'Some',
      kind: 'fixed',
      order: 'a0',
      members: { [id]: true, [other]: true },
    })
    deal = draft.create('deals', { customerId: id, title: 'Secretdeal', value: 100, ...stage }).id
  })
  await two.write({ key: 'interactionChanged' }, (draft) =>
    draft.update('interactions', talk, { text: 'Secretchange' }),
  )
  await settle()
  for (const book of [one, two]) {
    expect(await wholeOf(book)).not.toMatch(/Secret/)
    expect(await book.db.deals.get(deal)).toMatchObject({ value: 100 })
    expect(Object.keys((await book.db.segments.toArray())[0]?.members ?? {})).toEqual([other])
    expect((await book.db.customers.get(other))?.familyName).toBe('Bystander')
  }
  expect(JSON.stringify([...place.records.values()])).not.toMatch(/Secret/)
  expect(await canonicalBook(two)).toBe(await canonicalBook(one))
  expect(forgotten).toContain(id)
  expect(place.told.forgets).toBeGreaterThan(0)
  // Nothing is done twice.
  const before = await canonicalBook(one)
  await settle()
  expect(await sweepErased(one)).toBe(false)
  expect(await canonicalBook(one)).toBe(before)
})

it('leaves no words in a deal that was written to without knowing, but later ones', async () => {
  const { one, two, id, settle } = await twoWithPerson()
  let deal = ''
  await one.write({ key: 'dealCreated' }, (draft) => {
    deal = draft.create('deals', { customerId: id, title: 'Secretdeal', value: 100, ...stage }).id
  })
  await settle()
  await erasePerson(one, quietDesktop, id, options)
  await two.write({ key: 'dealChanged' }, (draft) =>
    draft.update('deals', deal, { title: 'Secretretitled', notes: 'Secretnotes', value: 200 }),
  )
  await settle()
  for (const book of [one, two]) {
    expect(await wholeOf(book)).not.toMatch(/Secret/)
    expect((await book.db.deals.get(deal))?.value).toBe(200)
  }
  await two.write({ key: 'dealChanged' }, (draft) => draft.update('deals', deal, { notes: 'Known' }))
  await settle()
  expect((await one.db.deals.get(deal))?.notes).toBe('Known')
  expect(await one.db.history.where('[recordTable+recordId]').equals(['deals', deal]).count()).toBe(1)
  expect(await canonicalBook(two)).toBe(await canonicalBook(one))
})

it('takes back a merge with someone who was erased elsewhere', async () => {
  const { one, two, id, other, settle } = await twoWithPerson()
  await two.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { region: 'Secretregion' }))
  await two.write({ key: 'interactionLogged' }, (draft) => {
    draft.create('interactions', {
      customerId: id,
      channel: 'channel:call',
      direction: 'outgoing',
      at: '2026-01-01T00:00:00.000Z',
      text: 'Secrettalk',
    })
  })
  await mergeCustomers(two, [{ mainId: other, otherIds: [id] }])
  expect((await two.db.customers.get(other))?.region).toBe('Secretregion')
  await erasePerson(one, quietDesktop, id, options)
  await settle()
  for (const book of [one, two]) {
    expect(await wholeOf(book)).not.toMatch(/Secret/)
    expect((await book.db.customers.get(other))?.familyName).toBe('Bystander')
  }
  expect(await canonicalBook(two)).toBe(await canonicalBook(one))
})

it('forgets erased records in what can be undone, in conflicts and in what was decided', async () => {
  const { one, two, id, settle } = await twoWithPerson()
  await one.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Secretone' }))
  await two.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Secrettwo' }))
  await settle()
  expect((await readConflicts(two.db)).open).toHaveLength(1)
  await erasePerson(one, quietDesktop, id, options)
  await settle()
  expect((await readConflicts(two.db)).open).toEqual([])
  expect(await two.undo()).toBe(false)
  expect(await wholeOf(two)).not.toMatch(/Secret/)
})

it('two devices that erase what hangs on a person at once come to the same', async () => {
  const { one, two, id, settle, syncs } = await twoWithPerson()
  await two.write({ key: 'taskCreated' }, (draft) => {
    draft.create('tasks', { customerId: id, title: 'Secrettask' })
  })
  await syncs[1]?.syncNow()
  await Promise.all([erasePerson(one, quietDesktop, id, options), erasePerson(two, quietDesktop, id, options)])
  await settle()
  expect(await wholeOf(one)).not.toMatch(/Secret/)
  expect(await canonicalBook(two)).toBe(await canonicalBook(one))
})
