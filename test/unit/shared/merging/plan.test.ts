import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { orderedEntries, plainCatalog } from '../../../../shared/domain/index.ts'
import { fillGaps, isExactGroup, type MergeRecord, mainOf, planMerge } from '../../../../shared/merging/index.ts'

const person = (id: string, values: Partial<MergeRecord> = {}): MergeRecord => ({
  id,
  kind: 'person',
  status: 'lead',
  createdAt: '2026-01-01T00:00:00.000Z',
  ...values,
})

const merge = (...records: [MergeRecord, ...MergeRecord[]]) => planMerge(records, plainCatalog).result

describe('planMerge', () => {
  it('fills gaps, takes the fuller name, the furthest status and the first source with its detail', () => {
    const main = person('a', { givenName: 'J.', familyName: 'Petraitis', source: 'source:web', sourceDetail: 'blog' })
    const other = person('b', {
      createdAt: '2025-01-01T00:00:00.000Z',
      givenName: 'Jonas',
      status: 'customer',
      source: 'source:fair',
      role: 'Buyer',
    })
    expect(merge(main, other)).toMatchObject({
      id: 'a',
      givenName: 'Jonas',
      familyName: 'Petraitis',
      status: 'customer',
      source: 'source:fair',
      role: 'Buyer',
      createdAt: '2025-01-01T00:00:00.000Z',
    })
    expect(merge(main, other).sourceDetail, 'the detail of another source').toBeUndefined()
  })

  it('takes the newer of two values that say different things', () => {
    const held = { stamp: '1', stamps: { role: '5' }, role: 'Head' }
    expect(merge(person('a', { stamp: '2', role: 'Buyer' }), person('b', held)).role).toBe('Head')
    expect(merge(person('a', { stamp: '9', role: 'Buyer' }), person('b', held)).role).toBe('Buyer')
  })

  it('takes what was chosen', () => {
    const records = [person('a', { role: 'Buyer' }), person('b', { role: 'Head' })] as const
    expect(planMerge(records, plainCatalog, { role: 'a' }).result.role).toBe('Buyer')
    expect(planMerge(records, plainCatalog, { role: 'b' }).result.role).toBe('Head')
  })

  it('keeps each e-mail and phone once, the first record’s first in front, troubles and labels with them', () => {
    const main = person('a', {
      emails: { z: { value: 'Ona@x.lt' } },
      phones: { z: { value: '8 612 34567', e164: '+37061234567' } },
    })
    const other = person('b', {
      emails: { a: { value: 'ona@X.lt', trouble: 'bounced' }, b: { value: 'o@y.lt', primary: true } },
      phones: { a: { value: '+370 612 34567', e164: '+37061234567', label: 'mobile' } },
    })
    const { emails, phones } = merge(main, other)
    expect(orderedEntries(emails).map(({ value, trouble }) => [value, trouble])).toEqual([
      ['Ona@x.lt', 'bounced'],
      ['o@y.lt', undefined],
    ])
    expect(phones).toEqual({ z: { value: '8 612 34567', e164: '+37061234567', label: 'mobile' } })
    const chosen = planMerge([main, other], plainCatalog, { emails: 'b' }).result.emails
    expect(orderedEntries(chosen)[0]?.value).toBe('o@y.lt')
  })

  it('leaves out an address that says less than another', () => {
    const main = person('a', { addresses: { x: { kind: 'billing', city: 'Vilnius' } } })
    const other = person('b', {
      addresses: {
        y: { kind: 'billing', city: 'vilnius', street: 'Gedimino 1' },
        w: { kind: 'shipping', city: 'Vilnius' },
      },
    })
    expect(merge(main, other).addresses).toEqual({
      x: { kind: 'billing', city: 'vilnius', street: 'Gedimino 1' },
      w: { kind: 'shipping', city: 'Vilnius' },
    })
  })

  it('unites notes, tags, consents and ids elsewhere', () => {
    const statement = { purpose: 'p', channel: 'email', basis: 'consent', at: '2026-01-01T00:00:00.000Z' } as const
    const main = person('a', { notes: 'Likes oak', tags: { fair: true }, sourceIds: { 'hubspot:1': true } })
    const other = person('b', {
      notes: 'Likes oak',
      tags: { vip: true },
      sourceIds: { 'zoho:2': true },
      consents: { c: { ...statement, state: 'withdrawn' } },
    })
    const third = person('c', { notes: 'Pays late', consents: { c: { ...statement, state: 'given' } } })
    expect(merge(main, other, third)).toMatchObject({
      notes: 'Likes oak\n\nPays late',
      tags: { fair: true, vip: true },
      sourceIds: { 'hubspot:1': true, 'zoho:2': true },
      consents: { c: { state: 'withdrawn' }, 'c+': { state: 'given' } },
    })
  })

  it('is archived only if all are, and never its own company', () => {
    const at = '2026-05-01T00:00:00.000Z'
    expect(merge(person('a', { archivedAt: at }), person('b')).archivedAt).toBeUndefined()
    expect(merge(person('a', { archivedAt: at }), person('b', { archivedAt: at })).archivedAt).toBe(at)
    expect(merge(person('a'), person('b', { companyId: 'a' })).companyId).toBeUndefined()
    expect(merge(person('a', { companyId: 'b' }), person('b', { companyId: 'c' })).companyId).toBe('c')
  })
})

const word = fc.constantFrom('Ona', 'Jonas', 'Петров', 'کیان', 'x')
const contact = fc.record({ value: fc.constantFrom('a@x.lt', 'A@x.lt', 'b@y.lt', '+37061234567', '861234567') })
const anyone = (id: string): fc.Arbitrary<MergeRecord> =>
  fc
    .record(
      {
        givenName: word,
        familyName: word,
        role: word,
        notes: word,
        status: fc.constantFrom('lead', 'customer', 'former'),
        emails: fc.dictionary(fc.constantFrom('1', '2', '3'), contact, { minKeys: 1 }),
        phones: fc.dictionary(fc.constantFrom('1', '2', '3'), contact, { minKeys: 1 }),
        tags: fc.dictionary(word, fc.constant(true as const), { minKeys: 1 }),
        sourceIds: fc.dictionary(word, fc.constant(true as const), { minKeys: 1 }),
      },
      { requiredKeys: ['status'] },
    )
    .map((values) => person(id, values))

const folded = (value: string): string => value.toLowerCase()

it('loses no value of many, and takes each single one from one of them', () => {
  fc.assert(
    fc.property(anyone('a'), anyone('b'), anyone('c'), (a, b, c) => {
      const records = [a, b, c]
      const result = merge(a, b, c)
      for (const record of records) {
        for (const key of ['emails', 'phones'] as const) {
          const united = new Set(Object.values(result[key] ?? {}).map(({ value }) => folded(value)))
          for (const { value } of Object.values(record[key] ?? {})) expect(united).toContain(folded(value))
        }
        for (const tag of Object.keys(record.tags ?? {})) expect(result.tags).toHaveProperty([tag])
        for (const id of Object.keys(record.sourceIds ?? {})) expect(result.sourceIds).toHaveProperty([id])
        if (record.notes) expect(result.notes).toContain(record.notes)
      }
      for (const key of ['givenName', 'familyName', 'role'] as const) {
        const said = records.flatMap((record) => record[key] ?? [])
        if (said.length === 0) expect(result[key]).toBeUndefined()
        else expect(said).toContain(result[key])
      }
    }),
  )
})

describe('fillGaps', () => {
  it('adds what is missing and changes nothing that is there', () => {
    const held = person('a', { givenName: 'Ona', status: 'customer', emails: { x: { value: 'ona@x.lt' } } })
    const typed = { kind: 'person', status: 'lead', givenName: 'Onutė', role: 'Buyer', tags: { fair: true } }
    expect(fillGaps(held, typed, plainCatalog)).toEqual({ role: 'Buyer', 'tags/fair': true })
    expect(fillGaps({ ...held, archivedAt: '2026-05-01T00:00:00.000Z' }, { role: 'Buyer' }, plainCatalog)).toEqual({
      role: 'Buyer',
    })
    expect(fillGaps(held, { emails: { y: { value: 'o@y.lt' } } }, plainCatalog)).toMatchObject({
      'emails/y': { value: 'o@y.lt' },
    })
  })
})

describe('mainOf', () => {
  it('is not archived, the furthest, the fullest, the oldest', () => {
    const archived = person('a', { status: 'customer', archivedAt: '2026-05-01T00:00:00.000Z' })
    expect(mainOf([archived, person('c'), person('b')])?.id).toBe('b')
    expect(mainOf([person('a'), person('b', { role: 'Buyer' })])?.id).toBe('b')
    expect(mainOf([person('a', { role: 'Buyer' }), person('b', { status: 'prospect' })])?.id).toBe('b')
  })
})

describe('isExactGroup', () => {
  const ona = { givenName: 'Ona', familyName: 'Petraitė', emails: { x: { value: 'ona@x.lt' } } }
  const exact = (...records: MergeRecord[]) => isExactGroup(records, plainCatalog)

  it('needs the same name and the same e-mail, phone or number', () => {
    expect(exact(person('a', ona), person('b', { ...ona, familyName: 'petraite' }))).toBe(true)
    expect(exact(person('a', ona), person('b', { ...ona, familyName: 'Petraitienė' }))).toBe(false)
    expect(exact(person('a', ona), person('b', { ...ona, emails: { x: { value: 'o@x.lt' } } }))).toBe(false)
    const phones = { p: { value: '8 612', e164: '+37061200000' } }
    expect(exact(person('a', { ...ona, phones }), person('b', { ...ona, emails: {}, phones }))).toBe(true)
  })

  it('is not exact where a field says two things, but for the status and the source', () => {
    expect(exact(person('a', { ...ona, role: 'Buyer' }), person('b', { ...ona, role: 'Head' }))).toBe(false)
    expect(exact(person('a', { ...ona, role: 'Buyer' }), person('b', ona))).toBe(true)
    expect(exact(person('a', { ...ona, status: 'customer' }), person('b', ona))).toBe(true)
    expect(
      exact(person('a', { ...ona, birthday: '1980-01-01' }), person('b', { ...ona, birthday: '1980-01-02' })),
    ).toBe(false)
  })

  it('asks it of each two of three', () => {
    const phones = { p: { value: '8 612', e164: '+37061200000' } }
    const third = { ...ona, emails: {}, phones }
    expect(exact(person('a', ona), person('b', { ...ona, phones }), person('c', third))).toBe(false)
  })
})
