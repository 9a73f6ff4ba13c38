import { describe, expect, it } from 'vitest'

import { AppError } from '../../../../shared/app-error.ts'
import { addCustomer, newBook } from './support.ts'

describe('book.write', () => {
  it('commits record, outbox and history together', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Petraitis')
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { status: 'customer' }))
    const [entry] = await book.db.history.where('[recordTable+recordId]').equals(['customers', id]).toArray()
    expect(entry).toMatchObject({ what: 'customerChanged', createdBy: 'Rasa' })
    expect(entry?.changes).toMatchObject([{ path: 'status', before: 'lead', after: 'customer' }])
    const outbox = await book.db.changes.toArray()
    expect(outbox.filter((change) => change.id === id)).toHaveLength(2)
    expect(outbox.at(-1)).toMatchObject({ table: 'history', id: entry?.id })
    const row = await book.db.customers.get(id)
    expect(row?.stamps?.['status']).toBe(entry?.stamp)
    expect(entry?.changes[0]?.replaced).toBe(row?.stamp)
  })

  it('writes nothing when one part of it is invalid', async () => {
    const book = await newBook()
    const before = await book.db.changes.count()
    const write = book.write({ key: 'customerCreated' }, (draft) => {
      draft.create('customers', { kind: 'person', status: 'lead', familyName: 'Kept out' })
      draft.create('customers', { kind: 'person', status: 'lead', birthday: '31.12.1980' })
    })
    await expect(write).rejects.toMatchObject({ code: 'invalidInput', params: { path: 'birthday' } })
    expect(await book.db.customers.count()).toBe(0)
    expect(await book.db.changes.count()).toBe(before)
  })

  it('says which record is missing', async () => {
    const book = await newBook()
    const write = book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', 'none', { role: 'x' }))
    await expect(write).rejects.toBeInstanceOf(AppError)
    await expect(write).rejects.toMatchObject({ code: 'recordMissing' })
  })

  it('leaves a record alone that did not change', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Same')
    const { effects } = await book.write({ key: 'customerChanged' }, (draft) =>
      draft.update('customers', id, { familyName: 'Same', role: null }),
    )
    expect(effects).toEqual([])
    expect(await book.db.history.count()).toBe(0)
    // Only the making of it is there to be taken back.
    expect([await book.undo(), await book.undo()]).toEqual([true, false])
  })

  it('changes entries of map-like fields one by one', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Tagged')
    await book.write({ key: 'customerChanged' }, (draft) =>
      draft.update('customers', id, { tags: { a: true, b: true } }),
    )
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { tags: { a: null } }))
    const row = await book.db.customers.get(id)
    expect(row?.tags).toEqual({ b: true })
    expect(Object.keys(row?.stamps ?? {}).sort()).toEqual(['tags/a', 'tags/b'])
  })

  it('keeps fields that only a newer version knows', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Future')
    const row = await book.db.customers.get(id)
    await book.db.table('customers').put({ ...row, loyalty: 'gold' })
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'CEO' }))
    expect(await book.db.table('customers').get(id)).toMatchObject({ loyalty: 'gold', role: 'CEO' })
  })

  it('sees its own changes and tells its listeners once', async () => {
    const book = await newBook()
    const told: string[] = []
    book.onWrite(({ label, kind }) => told.push(`${kind} ${label.key}`))
    await book.write({ key: 'customerCreated' }, async (draft) => {
      const { id } = draft.create('customers', { kind: 'company', status: 'lead', companyName: 'UAB' })
      await draft.update('customers', id, { region: 'North' })
      expect((await draft.get('customers', id))?.region).toBe('North')
    })
    await book.undo()
    await book.redo()
    expect(told).toEqual(['write customerCreated', 'undo customerCreated', 'redo customerCreated'])
  })
})

describe('a record that a newer version wrote', () => {
  it('can still be edited and deleted, though it does not fit this version', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Future')
    const row = await book.db.customers.get(id)
    await book.db.table('customers').put({ ...row, status: 'ambassador' })
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'CEO' }))
    await book.write({ key: 'customersDeleted' }, (draft) => draft.remove('customers', id))
    expect(await book.db.table('customers').get(id)).toMatchObject({ status: 'ambassador', role: 'CEO' })
    const wrong = book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { birthday: 'soon' }))
    await expect(wrong).rejects.toMatchObject({ code: 'invalidInput' })
  })
})
