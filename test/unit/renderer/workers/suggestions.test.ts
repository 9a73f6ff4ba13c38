import { describe, expect, it } from 'vitest'

import { findSuggestions } from '../../../../renderer/workers/suggestions.ts'
import { newBook } from '../data/support.ts'

describe('findSuggestions', () => {
  it('learns from the whole book before it suggests, whatever the order of the records', async () => {
    const book = await newBook()
    const person = { kind: 'person', status: 'lead' } as const
    await book.write({ key: 'customerCreated' }, (draft) => {
      draft.create('customers', { ...person, id: 'a', familyName: 'First', emails: { e: { value: 'a@firm.example' } } })
      draft.create('customers', {
        ...person,
        id: 'b',
        familyName: 'Trashed',
        emails: { e: { value: 'b@firm.example' } },
      })
      draft.create('customers', {
        ...person,
        id: 'c',
        familyName: 'Put away',
        emails: { e: { value: 'c@firm.example' } },
      })
      draft.create('customers', {
        kind: 'company',
        status: 'lead',
        id: 'z',
        companyName: 'Firm',
        website: 'firm.example',
      })
    })
    await book.write({ key: 'customersDeleted' }, (draft) => draft.remove('customers', 'b'))
    await book.write({ key: 'customersArchived' }, (draft) =>
      draft.update('customers', 'c', { archivedAt: '2026-11-22T00:00:00.000Z' }),
    )
    const report = await findSuggestions(book.db)
    expect(report.found.map(({ id, kind, value }) => ({ id, kind, value }))).toEqual([
      { id: 'a', kind: 'company', value: 'z' },
    ])
    expect(report.counts).toMatchObject({ company: 1, country: 0, language: 0 })
  })

  it('suggests no company that is in the trash, though people still name it', async () => {
    const book = await newBook()
    const person = { kind: 'person', status: 'lead' } as const
    await book.write({ key: 'customerCreated' }, (draft) => {
      draft.create('customers', { id: 'firm', kind: 'company', status: 'lead', companyName: 'Firm' })
      draft.create('customers', { ...person, companyId: 'firm', emails: { e: { value: 'a@firm.example' } } })
      draft.create('customers', { ...person, emails: { e: { value: 'b@firm.example' } } })
    })
    expect((await findSuggestions(book.db)).counts.company).toBe(1)
    await book.write({ key: 'customersDeleted' }, (draft) => draft.remove('customers', 'firm'))
    expect(await findSuggestions(book.db)).toMatchObject({ counts: { company: 0 }, found: [] })
  })

  it('counts all and brings the first of each kind', async () => {
    const book = await newBook()
    await book.write({ key: 'customerCreated' }, (draft) => {
      for (let at = 0; at < 2_100; at += 1)
        draft.create('customers', { kind: 'person', status: 'lead', givenName: 'Олег', familyName: `Т${at}` })
    })
    const report = await findSuggestions(book.db)
    expect(report.counts.language).toBe(2_100)
    expect(report.found.filter(({ kind }) => kind === 'language')).toHaveLength(500)
  })
})
