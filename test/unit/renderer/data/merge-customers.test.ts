import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addToCustomer,
  applyStates,
  type Book,
  followMerges,
  markNotSame,
  mergeCustomers,
  revokeNotSame,
  rowsOf,
  statesOf,
  undoMerge,
} from '../../../../renderer/data/index.ts'
import { canonical, flatten, type Json } from '../../../../shared/change/index.ts'
import { notSameId } from '../../../../shared/domain/index.ts'
import { newBook } from './support.ts'

const note = { channel: 'channel:note', at: '2026-01-02T03:04:05.000Z' } as const
const deal = { pipelineId: 'sales', stageId: 'new', status: 'open', currency: 'EUR' } as const
const tables = ['customers', 'deals', 'interactions', 'tasks', 'attachments', 'segments', 'views', 'notSame'] as const

/** What every record says, stamps aside; those that a merge made and its undo threw away are told by `except`. */
const everything = async (book: Book): Promise<Record<string, string>> => {
  const said: Record<string, string> = {}
  for (const table of tables)
    for (const row of await rowsOf(book.db, table).toArray())
      said[`${table}/${row.id}`] = canonical(flatten(row) as Json)
  return said
}

const fill = async (): Promise<Book> => {
  const book = await newBook()
  await book.write({ key: 'fieldsChanged' }, (draft) => {
    const link = { scope: 'deals', type: 'link', names: { en: 'Referrer' }, order: 'a0' } as const
    draft.create('customFields', { id: 'custom_ref', ...link })
    const secret = { scope: 'customers', type: 'text', names: { en: 'Secret' }, order: 'a1', unrecorded: true } as const
    draft.create('customFields', { id: 'custom_secret', ...secret })
  })
  await book.write({ key: 'customerCreated' }, (draft) => {
    const lead = { status: 'lead' } as const
    draft.create('customers', { id: 'firm', kind: 'company', companyName: 'Oak', ...lead })
    draft.create('customers', { id: 'firm2', kind: 'company', companyName: 'Oak UAB', ...lead, vatNumber: 'LT1' })
    draft.create('customers', { id: 'ona', kind: 'person', familyName: 'Ona', companyId: 'firm2', ...lead })
    draft.create('customers', { id: 'ana', kind: 'person', familyName: 'Ona', role: 'Buyer', ...lead })
    draft.create('customers', { id: 'other', kind: 'person', familyName: 'Else', ...lead })
    draft.create('deals', { id: 'd1', title: 'One', customerId: 'ana', companyId: 'firm2', ...deal })
    draft.create('deals', { id: 'd2', title: 'Two', ...deal, ...{ custom_ref: 'ana' } })
    draft.create('interactions', { ...note, id: 'i1', customerId: 'ana', companyId: 'firm2' })
    draft.create('interactions', { ...note, id: 'i2', customerId: 'other' })
    draft.create('tasks', { id: 't1', title: 'Call', customerId: 'ana' })
    draft.create('attachments', { id: 'f1', customerId: 'ana', name: 'x', size: 1, sha256: 'aa' })
    draft.create('segments', {
      id: 's1',
      noun: 'customers',
      name: 'S',
      kind: 'fixed',
      order: 'a',
      members: { ana: true },
    })
    draft.create('views', {
      id: 'v1',
      noun: 'customers',
      name: 'V',
      order: 'a',
      filter: [{ column: 'companyId', op: 'is', values: ['firm2'] }],
    })
  })
  await book.write({ key: 'customerChanged' }, (draft) => draft.setPaths('customers', 'ana', { custom_secret: 'psst' }))
  await book.write({ key: 'interactionDeleted' }, (draft) => {
    draft.create('interactions', { ...note, id: 'i3', customerId: 'ana', deletedAt: note.at })
  })
  await markNotSame(book, ['ana', 'other'])
  return book
}

const mergeBoth = (book: Book) =>
  mergeCustomers(book, [
    { mainId: 'ona', otherIds: ['ana'] },
    { mainId: 'firm', otherIds: ['firm2'] },
  ])

describe('mergeCustomers', () => {
  it('moves everything linked to the record that stays, and leaves the other in the trash with a pointer', async () => {
    const book = await fill()
    await mergeBoth(book)
    const { db } = book
    expect(await db.customers.get('ona')).toMatchObject({ role: 'Buyer', companyId: 'firm', custom_secret: 'psst' })
    expect(await db.customers.get('ana')).toMatchObject({ mergedInto: 'ona', deletedAt: expect.any(String) })
    expect(await db.customers.get('firm')).toMatchObject({ vatNumber: 'LT1', companyName: 'Oak UAB' })
    expect(await db.deals.get('d1')).toMatchObject({ customerId: 'ona', companyId: 'firm' })
    expect(await db.deals.get('d2')).toMatchObject({ custom_ref: 'ona' })
    expect(await db.interactions.get('i1')).toMatchObject({ customerId: 'ona', companyId: 'firm' })
    expect(await db.interactions.get('i3'), 'in the trash').toMatchObject({ customerId: 'ona' })
    expect(await db.interactions.get('i2')).toMatchObject({ customerId: 'other' })
    expect(await db.tasks.get('t1')).toMatchObject({ customerId: 'ona' })
    expect(await db.attachments.get('f1')).toMatchObject({ customerId: 'ona' })
    expect((await db.segments.get('s1'))?.members).toEqual({ ona: true })
    expect((await db.views.get('v1'))?.filter).toEqual([{ column: 'companyId', op: 'is', values: ['firm'] }])
    expect(await db.notSame.get(notSameId('ona', 'other'))).toMatchObject({ a: 'ona', b: 'other' })
    expect((await db.notSame.get(notSameId('ana', 'other')))?.deletedAt).toBeDefined()
  })

  it('is one step: undo brings back the very values of every record, redo merges again', async () => {
    const book = await fill()
    const before = await everything(book)
    await mergeBoth(book)
    const merged = await everything(book)
    await book.undo()
    const made = `notSame/${notSameId('ona', 'other')}`
    const { [made]: _, ...back } = await everything(book)
    expect(back).toEqual(before)
    expect((await book.db.notSame.get(notSameId('ona', 'other')))?.deletedAt).toBeDefined()
    await book.redo()
    const again = await everything(book)
    expect(Object.keys(again)).toEqual(Object.keys(merged))
    expect(again['deals/d1']).toEqual(merged['deals/d1'])
  })

  it('is undone long after, from the history, each group for itself', async () => {
    const book = await fill()
    const before = await everything(book)
    await mergeBoth(book)
    await undoMerge(book, 'ana')
    expect(await book.db.customers.get('ana')).not.toHaveProperty('deletedAt')
    expect(await book.db.customers.get('firm2')).toMatchObject({ mergedInto: 'firm' })
    expect(await book.db.deals.get('d1')).toMatchObject({ customerId: 'ana', companyId: 'firm' })
    await undoMerge(book, 'firm2')
    const made = `notSame/${notSameId('ona', 'other')}`
    const { [made]: _, ...back } = await everything(book)
    expect(back).toEqual(before)
    await expect(undoMerge(book, 'other')).rejects.toMatchObject({ code: 'recordMissing' })
  })

  it('keeps what was changed after the merge when that is undone', async () => {
    const book = await fill()
    await mergeCustomers(book, [{ mainId: 'ona', otherIds: ['ana'] }])
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', 'ona', { role: 'Head' }))
    await undoMerge(book, 'ana')
    expect(await book.db.customers.get('ona')).toMatchObject({ role: 'Head' })
    expect(await book.db.customers.get('ana')).toMatchObject({ role: 'Buyer' })
  })

  it('writes nothing when one is gone, or a person would become a company', async () => {
    const book = await fill()
    await book.write({ key: 'customersDeleted' }, (draft) => draft.remove('customers', 'ana'))
    const before = await everything(book)
    await expect(mergeBoth(book)).rejects.toMatchObject({ code: 'recordMissing' })
    await expect(mergeCustomers(book, [{ mainId: 'ona', otherIds: ['firm'] }])).rejects.toThrow()
    expect(await everything(book)).toEqual(before)
  })
})

it('any merge of any records is taken back to the last value', async () => {
  const word = fc.option(fc.constantFrom('Ona', 'Jonas', 'Петров', ''), { nil: undefined })
  const contacts = fc.option(
    fc.dictionary(fc.constantFrom('1', '2'), fc.record({ value: fc.constantFrom('a@x.lt', 'b@y.lt', '861234567') }), {
      minKeys: 1,
    }),
    { nil: undefined },
  )
  const values = fc.record({ givenName: word, role: word, notes: word, emails: contacts, phones: contacts })
  await fc.assert(
    fc.asyncProperty(
      fc.array(values, { minLength: 2, maxLength: 5 }),
      fc.array(fc.record({ who: fc.nat(4), at: fc.nat(4) }), { maxLength: 6 }),
      async (people, notes) => {
        const book = await newBook()
        const ids = people.map((_, at) => `p${at}`)
        await book.write({ key: 'customerCreated' }, (draft) => {
          for (const [at, person] of people.entries())
            draft.create('customers', { id: `p${at}`, kind: 'person', status: 'lead', familyName: 'X', ...person })
          for (const [index, { who, at }] of notes.entries())
            draft.create('interactions', {
              ...note,
              id: `n${index}`,
              customerId: ids[who % ids.length],
              companyId: ids[at % ids.length],
            })
        })
        const before = await everything(book)
        const [mainId = '', ...otherIds] = ids
        await mergeCustomers(book, [{ mainId, otherIds }])
        const linked = await book.db.interactions.toArray()
        expect(linked.every((row) => row.customerId === mainId && row.companyId === mainId)).toBe(true)
        await book.undo()
        expect(await everything(book)).toEqual(before)
        await book.redo()
        await undoMerge(book, otherIds[0] ?? '')
        expect(await everything(book)).toEqual(before)
        book.close()
      },
    ),
    { numRuns: 12 },
  )
}, 60_000)

describe('what is not the same', () => {
  it('is remembered for each two, once, and can be taken back', async () => {
    const book = await fill()
    await markNotSame(book, ['ona', 'ana', 'other'])
    const living = async () => (await book.db.notSame.toArray()).filter(({ deletedAt }) => deletedAt === undefined)
    expect((await living()).map(({ id }) => id).sort()).toEqual(
      [notSameId('ona', 'ana'), notSameId('ana', 'other'), notSameId('ona', 'other')].sort(),
    )
    await revokeNotSame(book, notSameId('ona', 'ana'))
    expect(await living()).toHaveLength(2)
    await markNotSame(book, ['ana', 'ona'])
    expect(await living()).toHaveLength(3)
  })
})

describe('addToCustomer', () => {
  it('fills gaps of the one in the book and says whether anything was new', async () => {
    const book = await fill()
    expect(await addToCustomer(book, 'ana', { role: 'Head', region: 'Vilnius' })).toBe(true)
    expect(await book.db.customers.get('ana')).toMatchObject({ role: 'Buyer', region: 'Vilnius', status: 'lead' })
    expect(await addToCustomer(book, 'ana', { role: 'Head' })).toBe(false)
  })
})

it('what came to hang on a merged record since follows it, also through a second merge', async () => {
  const book = await fill()
  await mergeCustomers(book, [{ mainId: 'ona', otherIds: ['ana'] }])
  await mergeCustomers(book, [{ mainId: 'other', otherIds: ['ona'] }])
  await book.write({ key: 'interactionLogged' }, (draft) => {
    draft.create('interactions', { ...note, id: 'late', customerId: 'ana' })
  })
  await followMerges(book)
  expect(await book.db.interactions.get('late')).toMatchObject({ customerId: 'other' })
  const after = await everything(book)
  await followMerges(book)
  expect(await everything(book)).toEqual(after)
  expect(await book.db.customers.get('ana'), 'its own pointer stays').toMatchObject({ mergedInto: 'ona' })
})

it('two devices that merge the same two, each into the other, keep one of them, with all that hung on both', async () => {
  const [here, there] = [await fill(), await newBook()]
  const states = async (book: Book) =>
    statesOf(
      book.db,
      (await book.db.changes.toArray()).map(({ table, id }) => ({ table, id })),
    )
  await applyStates(there.db, 'peer', await states(here), '1')
  await mergeCustomers(here, [{ mainId: 'ona', otherIds: ['ana'] }])
  await mergeCustomers(there, [{ mainId: 'ana', otherIds: ['ona'] }])
  const [fromHere, fromThere] = [await states(here), await states(there)]
  await applyStates(here.db, 'peer', fromThere, '2')
  await applyStates(there.db, 'peer', fromHere, '2')
  for (const book of [here, there]) {
    expect((await book.db.customers.get('ana'))?.deletedAt, 'both are gone').toBeDefined()
    await followMerges(book)
    const left = await book.db.customers.get('ana')
    expect(left).toMatchObject({ role: 'Buyer', companyId: 'firm2' })
    expect(left?.deletedAt).toBeUndefined()
    expect(left?.mergedInto).toBeUndefined()
    expect(await book.db.customers.get('ona')).toMatchObject({ mergedInto: 'ana', deletedAt: expect.any(String) })
    expect(await book.db.deals.get('d1')).toMatchObject({ customerId: 'ana' })
    expect(await book.db.tasks.get('t1')).toMatchObject({ customerId: 'ana' })
    const after = await everything(book)
    await followMerges(book)
    expect(await everything(book)).toEqual(after)
  }
})
