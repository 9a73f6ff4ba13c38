import { describe, expect, it } from 'vitest'

import {
  type Consent,
  type ConsentChannel,
  type Customer,
  consentHistory,
  consentTable,
  consentValue,
  consentValues,
  mayContact,
  mayContactAtAll,
  outreachFilter,
  readConsentValue,
} from '../../../../../shared/domain/index.ts'

const OFFERS = 'purpose:offers'
const SERVICE = 'purpose:service'
const statement = (some: Partial<Consent> = {}): Consent => ({
  purpose: OFFERS,
  channel: 'email',
  state: 'given',
  basis: 'consent',
  at: '2026-05-01T10:00:00.000Z',
  ...some,
})
const customer = (some: Partial<Customer> = {}): Customer => ({
  id: 'c',
  createdAt: '2026-01-01T00:00:00.000Z',
  kind: 'person',
  status: 'lead',
  emails: { e: { value: 'a@b.lt' } },
  phones: { p: { value: '+37061234567' } },
  ...some,
})
const may = (one: Customer, purpose = OFFERS, channel: ConsentChannel = 'email') => {
  const verdict = mayContact(one, purpose, channel)
  return verdict.may || verdict.because
}

describe('mayContact', () => {
  it('needs a statement: nothing else is one', () => {
    expect(may(customer({ status: 'customer', importId: 'i', source: 'source:import' }))).toBe('noStatement')
    expect(may(customer({ consents: { a: statement() } }))).toBe(true)
  })

  it('takes nothing for leave that does not say so, whatever another device wrote', () => {
    const synced = (consents: unknown) => customer({ consents: consents as NonNullable<Customer['consents']> })
    expect(may(synced({ a: { ...statement(), state: 'asked' } }))).toBe('withdrawn')
    for (const consents of ['given', 7, ['given'], { a: 'given' }, { a: {} }, { a: { ...statement(), at: 2026 } }])
      expect(may(synced(consents)), JSON.stringify(consents)).toBe('noStatement')
  })

  it('is for that purpose and that channel only', () => {
    const one = customer({ consents: { a: statement() } })
    expect(may(one, 'purpose:newsletter')).toBe('noStatement')
    expect(may(one, OFFERS, 'phone')).toBe('noStatement')
  })

  it('takes the latest statement, and of one instant the one written later', () => {
    const withdrawn = statement({ state: 'withdrawn', at: '2026-06-01T10:00:00.000Z' })
    expect(may(customer({ consents: { a: withdrawn, b: statement() } }))).toBe('withdrawn')
    const again = statement({ at: '2026-06-01T10:00:00.000Z' })
    expect(may(customer({ consents: { a: withdrawn, b: again } }))).toBe(true)
    expect(may(customer({ consents: { a: again, b: withdrawn } }))).toBe('withdrawn')
  })

  it('takes a legal duty for service, not for advertising', () => {
    const byLaw = {
      a: statement({ basis: 'legalObligation' }),
      b: statement({ purpose: SERVICE, basis: 'legalObligation' }),
    }
    expect(may(customer({ consents: byLaw }))).toBe('unfounded')
    expect(may(customer({ consents: byLaw }), SERVICE)).toBe(true)
    expect(may(customer({ consents: { a: statement({ basis: 'legitimateInterests' }) } }))).toBe(true)
  })

  it('needs an address that works', () => {
    const consents = { a: statement(), b: statement({ channel: 'post' }) }
    const broken = { e: { value: 'a@b.lt', trouble: 'bounced' as const } }
    expect(may(customer({ consents, emails: broken }))).toBe('bounced')
    expect(may(customer({ consents, emails: { ...broken, f: { value: 'c@d.lt' } } }))).toBe(true)
    expect(may(customer({ consents, emails: { e: { value: 'a@b.lt', trouble: 'unsubscribed' } } }))).toBe(
      'unsubscribed',
    )
    expect(may(customer({ consents }), OFFERS, 'post')).toBe('noAddress')
  })

  it('leaves who is archived or in the trash alone', () => {
    const consents = { a: statement() }
    expect(may(customer({ consents, archivedAt: '2026-07-01T00:00:00.000Z' }))).toBe('archived')
    expect(may(customer({ consents, deletedAt: '2026-07-01T00:00:00.000Z' }))).toBe('archived')
  })
})

it('keeps every statement as proof, the latest first', () => {
  const consents = { a: statement(), b: statement({ state: 'withdrawn', at: '2026-06-01T10:00:00.000Z' }) }
  expect(consentHistory({ consents }).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(consentTable({ consents })).toHaveLength(1)
})

it('writes and reads the values of the column', () => {
  const consents = { a: statement(), b: statement({ channel: 'phone', state: 'withdrawn' }) }
  const values = consentValues({ consents }).sort()
  expect(values).toEqual(['purpose:offers:email:given', 'purpose:offers:phone:withdrawn'])
  expect(values.map(readConsentValue).map((read) => read && consentValue(read))).toEqual(values)
  expect(readConsentValue('purpose:offers:fax:given')).toBeUndefined()
})

it('filters exactly those who may be contacted', () => {
  const people = [
    customer({ consents: { a: statement() } }),
    customer({ consents: { a: statement({ purpose: SERVICE, basis: 'contract' }) } }),
    customer({ consents: { a: statement({ basis: 'publicTask' }) } }),
    customer({ consents: { a: statement() }, archivedAt: '2026-07-01T00:00:00.000Z' }),
    customer({ consents: { a: statement() }, emails: {} }),
    customer(),
  ]
  const fits = (one: Customer, purpose: string | undefined) =>
    outreachFilter(purpose, 'email').every((condition) => {
      if (condition.op !== 'is') return false
      const held = condition.column === 'consents' ? consentValues(one) : [mayContactAtAll(one, 'email') ? '1' : '0']
      return condition.values.some((value) => held.includes(value))
    })
  for (const purpose of [OFFERS, SERVICE])
    expect(people.map((one) => fits(one, purpose))).toEqual(people.map((one) => mayContact(one, purpose, 'email').may))
  expect(people.map((one) => fits(one, undefined))).toEqual([true, true, false, false, false, false])
})
