import { expect, it, vi } from 'vitest'

import { findSameAddress } from '../../../../renderer/fields/similar/same-address.ts'
import { newBook } from '../data/support.ts'

it('tells only who has the very e-mail or phone, however it is written', async () => {
  const book = await newBook()
  await book.write({ key: 'customerCreated' }, (draft) => {
    const lead = { kind: 'person', status: 'lead' } as const
    draft.create('customers', { id: 'mail', ...lead, emails: { x: { value: 'Ona@X.lt' } } })
    draft.create('customers', { id: 'number', ...lead, phones: { x: { value: '8 612 34567', e164: '+37061234567' } } })
    draft.create('customers', { id: 'alike', ...lead, emails: { x: { value: 'dona@x.lt' } } })
  })
  const select = vi.fn(async () => ({ ids: ['mail', 'number', 'alike', 'none'], count: 4 }))
  const ask = async (emails: string[], phones: string[]) =>
    (await findSameAddress(book, { select }, { id: 'typed', emails, phones }, 'person', 4)).map(({ id, reasons }) => [
      id,
      reasons[0]?.field,
    ])
  expect(await ask([' ona@x.LT '], [])).toEqual([['mail', 'email']])
  expect(await ask([], ['(0-612) 34567'])).toEqual([['number', 'phone']])
  expect(await ask(['x@y.example'], ['34567'])).toEqual([])
  select.mockClear()
  expect(await ask([], []), 'nothing to look for').toEqual([])
  expect(select).not.toHaveBeenCalled()
})
