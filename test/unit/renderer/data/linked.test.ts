import { liveQuery } from 'dexie'
import { expect, it } from 'vitest'

import { type CustomerPage, readCustomerPage } from '../../../../renderer/data/index.ts'
import { newBook } from './support.ts'

it('gives a customer with what hangs on it, each once, without the trash, and again after a change', async () => {
  const book = await newBook()
  const note = { channel: 'channel:note', at: '2026-01-02T03:04:05.000Z' } as const
  await book.write({ key: 'customerChanged' }, (draft) => {
    draft.create('customers', { id: 'firm', kind: 'company', companyName: 'Oak', status: 'lead' })
    draft.create('customers', { id: 'ona', kind: 'person', familyName: 'Ona', companyId: 'firm', status: 'lead' })
    // About the firm in both ways: it is shown once.
    draft.create('interactions', { ...note, id: 'i1', customerId: 'firm', companyId: 'firm' })
    draft.create('interactions', { ...note, id: 'i2', customerId: 'ona', companyId: 'firm' })
    draft.create('interactions', { ...note, id: 'i3', customerId: 'firm' })
  })
  await book.write({ key: 'customerChanged' }, (draft) => draft.remove('interactions', 'i3'))
  const pages: CustomerPage[] = []
  const stop = liveQuery(() => readCustomerPage(book.db, 'firm')).subscribe((page) => pages.push(page))
  await expect.poll(() => pages.length).toBe(1)
  expect(pages[0]).toMatchObject({ customer: { id: 'firm' }, people: [{ id: 'ona' }], deals: [], tasks: [] })
  expect(pages[0]?.interactions.map(({ id }) => id)).toEqual(['i2', 'i1'])
  await book.write({ key: 'customerChanged' }, (draft) => {
    draft.create('interactions', { ...note, id: 'i4', customerId: 'ona', companyId: 'firm' })
  })
  await expect.poll(() => pages.at(-1)?.interactions.map(({ id }) => id)).toEqual(['i4', 'i2', 'i1'])
  stop.unsubscribe()
  book.close()
})
