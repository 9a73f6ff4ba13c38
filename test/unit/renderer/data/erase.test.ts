import { describe, expect, it } from 'vitest'

import { applyStates, statesOf } from '../../../../renderer/data/index.ts'
import { addCustomer, newBook } from './support.ts'

describe('draft.erase', () => {
  it('leaves nothing but a tombstone, of the record and of its history', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Forgotten')
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Buyer' }))
    const [entry] = await book.db.history.where('[recordTable+recordId]').equals(['customers', id]).toArray()
    await book.write({ key: 'personErased' }, (draft) => {
      draft.erase('customers', id)
      draft.erase('history', entry?.id ?? '')
    })
    const [customer] = await statesOf(book.db, [{ table: 'customers', id }])
    expect(Object.keys(customer?.values ?? {})).toEqual(['erasedAt'])
    expect(JSON.stringify([await book.db.customers.toArray(), await book.db.history.toArray()])).not.toMatch(
      /Forgotten|Buyer/,
    )
    const told = await book.db.changes.toArray()
    expect(told.slice(-2).map((change) => change.id)).toEqual([id, entry?.id])
  })

  it('is final: neither undo, nor a later write, nor an older copy brings anything back', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Gone')
    const before = await statesOf(book.db, [{ table: 'customers', id }])
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Buyer' }))
    await book.write({ key: 'personErased' }, (draft) => draft.erase('customers', id))
    const erased = await statesOf(book.db, [{ table: 'customers', id }])
    await book.undo()
    await book.undo()
    await applyStates(book.db, 'other', before, 'c1')
    await expect(
      book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Back' })),
    ).rejects.toMatchObject({ code: 'recordMissing' })
    await book.write({ key: 'personErased' }, (draft) => draft.erase('customers', id))
    expect(await statesOf(book.db, [{ table: 'customers', id }])).toEqual(erased)
  })
})
