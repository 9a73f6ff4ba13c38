import { expect, it } from 'vitest'

import { type Book, takeIntake } from '../../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { consentTable } from '../../../../shared/domain/index.ts'
import { blockHashes } from '../../../../shared/privacy/blocklist.ts'
import { newBook } from './support.ts'

/** Messages at a place, as a server keeps them. */
const placeWith = (...bodies: unknown[]) => {
  const there = new Map(bodies.map((body, index) => [`m${index}`, body]))
  const odd = new Set<string>()
  const desktop = fakeDesktop({
    'sync.intake': async ({ limit }) => ({
      items: [...there].slice(0, limit).map(([id, body]) => ({ id, rev: '1', body })),
    }),
    'sync.intakeDone': async ({ items }) => {
      for (const item of items) {
        if (item.odd) odd.add(item.id)
        there.delete(item.id)
      }
      return {}
    },
  })
  return { there, odd, desktop, put: (id: string, body: unknown) => void there.set(id, body) }
}

const ona = {
  name: 'Ona Petraitė',
  email: 'ona@example.lt',
  phone: '8 612 34567',
  message: 'Please call',
  source: 'Landing page',
  consent: { purpose: 'newsletter', text: 'Yes, write to me.' },
}

const peopleOf = async ({ db }: Book) => (await db.customers.toArray()).filter(({ deletedAt }) => !deletedAt)

it('a message becomes a lead with source, consent and the message itself; odd ones stay away', async () => {
  const book = await newBook()
  const place = placeWith(ona, { name: 'Bot', email: 'bot@example.com', website: 'x' }, 'nonsense')
  expect(await takeIntake(book, place.desktop)).toEqual({ taken: 1, odd: 2 })
  expect(place.there.size).toBe(0)
  expect([...place.odd]).toEqual(['m1', 'm2'])
  const [lead] = await peopleOf(book)
  expect(lead).toMatchObject({
    givenName: 'Ona',
    familyName: 'Petraitė',
    status: 'lead',
    source: 'source:website',
    sourceDetail: 'Landing page',
  })
  expect(Object.values(lead?.phones ?? {})).toEqual([{ value: '8 612 34567', e164: '+37061234567' }])
  expect(consentTable(lead ?? {})).toMatchObject([{ purpose: 'purpose:newsletter', channel: 'email', state: 'given' }])
  const [interaction] = await book.db.interactions.toArray()
  expect(interaction).toMatchObject({ customerId: lead?.id, direction: 'incoming', text: 'Please call' })
  await book.undo()
  expect(await peopleOf(book)).toEqual([])
})

it('a message of someone known goes to their record, by e-mail or by phone however it is written', async () => {
  const book = await newBook()
  await takeIntake(book, placeWith(ona).desktop)
  const place = placeWith()
  place.put('x1', { name: 'O. P.', email: 'ONA@Example.lt', message: 'By mail' })
  place.put('x2', { name: 'Somebody', phone: '+370 (612) 34-567', message: 'By phone' })
  place.put('x3', { name: 'New', email: 'new@example.lt', message: 'First' })
  place.put('x4', { name: 'New', email: 'new@example.lt', message: 'Second' })
  expect(await takeIntake(book, place.desktop)).toEqual({ taken: 4, odd: 0 })
  const people = await peopleOf(book)
  expect(people.map(({ familyName }) => familyName).sort()).toEqual(['New', 'Petraitė'])
  const texts = async (name: string) => {
    const id = people.find(({ familyName }) => familyName === name)?.id ?? ''
    return (await book.db.interactions.where('customerId').equals(id).toArray()).map(({ text }) => text).sort()
  }
  expect(await texts('Petraitė')).toEqual(['By mail', 'By phone', 'Please call'])
  expect(await texts('New')).toEqual(['First', 'Second'])
})

it('taken twice, on one device or on two, it is there once', async () => {
  const [book, other] = [await newBook(), await newBook()]
  await takeIntake(book, placeWith(ona).desktop)
  const [lead] = await peopleOf(book)
  await book.write({ key: 'customerChanged', params: { name: '' } }, (draft) =>
    draft.update('customers', lead?.id ?? '', { role: 'Director' }),
  )
  await takeIntake(book, placeWith(ona).desktop)
  await takeIntake(other, placeWith(ona).desktop)
  expect(await peopleOf(book)).toMatchObject([{ id: lead?.id, role: 'Director' }])
  expect(await book.db.interactions.count()).toBe(1)
  const [same] = await peopleOf(other)
  expect([same?.id, same?.emails, same?.phones]).toEqual([lead?.id, lead?.emails, lead?.phones])
})

it('one that was put into the trash does not come back by being taken again', async () => {
  const book = await newBook()
  await takeIntake(book, placeWith(ona).desktop)
  const [lead] = await peopleOf(book)
  await book.write({ key: 'customersDeleted', params: { count: 1 } }, (draft) =>
    draft.remove('customers', lead?.id ?? ''),
  )
  await takeIntake(book, placeWith(ona).desktop)
  expect(await peopleOf(book)).toEqual([])
})

it('who is blocked is left out', async () => {
  const book = await newBook()
  const [blocked] = blockHashes(book.id, { emails: ['Ona@example.lt'] })
  await book.write({ key: 'customersChanged', params: { count: 1 } }, (draft) => {
    if (blocked) draft.create('blocklist', { id: blocked.hash, kind: blocked.kind })
  })
  const place = placeWith(ona)
  expect(await takeIntake(book, place.desktop)).toEqual({ taken: 0, odd: 1 })
  expect(await peopleOf(book)).toEqual([])
})

it('a form does not turn a refusal into a leave, nor invent a purpose; its words are kept', async () => {
  const book = await newBook()
  await takeIntake(book, placeWith(ona).desktop)
  const [lead] = await peopleOf(book)
  const refusal = { purpose: 'purpose:newsletter', channel: 'email', state: 'withdrawn', basis: 'consent' } as const
  await book.write({ key: 'consentWithdrawn' }, (draft) =>
    draft.update('customers', lead?.id ?? '', { consents: { no: { ...refusal, at: new Date().toISOString() } } }),
  )
  const place = placeWith()
  place.put('x1', {
    ...ona,
    consent: [
      { ...ona.consent, at: '2027-01-01T00:00:00Z' },
      { purpose: 'made-up', text: 'All!' },
    ],
  })
  await takeIntake(book, place.desktop)
  const [after] = await peopleOf(book)
  expect(consentTable(after ?? {})).toMatchObject([{ purpose: 'purpose:newsletter', state: 'withdrawn' }])
  const texts = (await book.db.interactions.toArray()).map(({ text }) => text).join('\n')
  expect(texts).toContain('All!')
  expect(texts.split('Yes, write to me.')).toHaveLength(2)
})

it('what fields of one’s own ask for is not asked of a form', async () => {
  const book = await newBook()
  await book.write({ key: 'fieldsChanged' }, (draft) => {
    draft.create('customFields', {
      id: 'custom_colour',
      scope: 'customers',
      type: 'text',
      names: { en: 'Colour' },
      order: 'a0',
      required: 'always',
    })
  })
  expect(await takeIntake(book, placeWith(ona).desktop)).toEqual({ taken: 1, odd: 0 })
})

it('when the place cannot be told, the message is taken once all the same', async () => {
  const book = await newBook()
  const failing = fakeDesktop({
    'sync.intake': async () => ({ items: [{ id: 'm0', rev: '1', body: ona }] }),
    'sync.intakeDone': async () => {
      throw new Error('gone')
    },
  })
  await expect(takeIntake(book, failing)).rejects.toThrow()
  expect(await takeIntake(book, placeWith(ona).desktop)).toEqual({ taken: 1, odd: 0 })
  expect(await peopleOf(book)).toHaveLength(1)
})
