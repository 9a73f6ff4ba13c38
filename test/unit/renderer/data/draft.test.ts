import { expect, it } from 'vitest'

import { statesOf } from '../../../../renderer/data/index.ts'
import { recordStateSchema } from '../../../../shared/change/index.ts'
import { addCustomer, newBook } from './support.ts'

it('keeps no undefined inside a value, which no replica would take', async () => {
  const book = await newBook()
  const id = await addCustomer(book, 'Hollow')
  await book.write({ key: 'customerChanged' }, (draft) =>
    draft.update('customers', id, { emails: { e1: { value: 'r@example.com', label: undefined } } }),
  )
  await book.write({ key: 'customerChanged' }, (draft) =>
    draft.setPaths('customers', id, { 'phones/p1': { value: '612', e164: undefined } }),
  )
  await book.write({ key: 'viewSaved' }, (draft) => {
    const filter = [{ column: 'value', op: 'range' as const, from: 1, to: undefined }]
    draft.create('views', { noun: 'deals', name: 'Large', order: 'a0', filter })
  })
  const keys = (await book.db.changes.toArray()).map(({ table, id: of }) => ({ table, id: of }))
  for (const state of await statesOf(book.db, keys)) expect(recordStateSchema.safeParse(state).success).toBe(true)
  expect(await book.db.customers.get(id)).toMatchObject({ emails: { e1: { value: 'r@example.com' } } })
  await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { emails: { e1: null } }))
  expect((await book.db.customers.get(id))?.emails).toBeUndefined()
})
