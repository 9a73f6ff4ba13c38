import { describe, expect, it } from 'vitest'

import type { Customer } from '../../../../shared/domain/index.ts'
import { createKnowledge, pathsOf, type SuggestionKind, suggest } from '../../../../shared/upkeep/index.ts'

let made = 0
const customer = (values: Partial<Customer>): Customer => {
  made += 1
  return { id: `c${made}`, kind: 'person', status: 'lead', createdAt: '2026-11-22T00:00:00.000Z', ...values }
}
const email = (value: string) => ({ emails: { e: { value } } })
const phone = (e164: string) => ({ phones: { p: { value: e164, e164 } } })
const address = (parts: object) => ({ addresses: { a: { kind: 'billing' as const, ...parts } } })

const found = (subject: Customer, others: readonly Customer[] = []) => {
  const knowledge = createKnowledge()
  for (const other of [...others, subject]) knowledge.learn(other)
  return new Map(suggest(subject, knowledge).map((each) => [each.kind, each]))
}
const value = (kind: SuggestionKind, subject: Customer, others: readonly Customer[] = []) =>
  found(subject, others).get(kind)?.value

describe('the company', () => {
  const firm = customer({
    kind: 'company',
    companyName: 'Baltic Timber',
    website: 'https://www.baltictimber.example/lt',
  })
  it('is that of the e-mail’s domain, known from its website or from colleagues', () => {
    expect(value('company', customer(email('Rasa@BalticTimber.example')), [firm])).toBe(firm.id)
    const colleague = customer({ companyId: 'x9', ...email('a@else.example') })
    expect(value('company', customer(email('b@else.example')), [colleague])).toBe('x9')
  })
  it('never follows from an address that anyone can have, nor where colleagues disagree', () => {
    const colleague = customer({ companyId: 'x9', ...email('a@gmail.com') })
    expect(value('company', customer(email('b@gmail.com')), [colleague])).toBeUndefined()
    const split = ['x1', 'x2'].map((companyId) => customer({ companyId, ...email('a@split.example') }))
    expect(value('company', customer(email('b@split.example')), split)).toBeUndefined()
  })
  it('is not suggested to who has one, nor again to who did not want it', () => {
    const known = { ...email('b@baltictimber.example') }
    expect(value('company', customer({ companyId: 'own', ...known }), [firm])).toBeUndefined()
    expect(
      value('company', customer({ ...known, dismissed: { [`company:${firm.id}`]: true } }), [firm]),
    ).toBeUndefined()
  })
})

describe('the place', () => {
  it('is the country of the phone', () => {
    expect(value('country', customer(phone('+37061234567')))).toBe('LT')
    expect(value('country', customer({ ...phone('+37061234567'), ...address({ country: 'LV' }) }))).toBeUndefined()
  })
  it('is the region that three numbers of the same area agree on', () => {
    const near = ['11', '22', '33'].map((end) => customer({ ...phone(`+3704631234${end}`), region: 'Klaipėda' }))
    expect(value('region', customer(phone('+37046312399')), near)).toBe('Klaipėda')
    expect(value('region', customer(phone('+37046312399')), near.slice(1))).toBeUndefined()
  })
  it('is the town that the book knows by the postcode, in the same country', () => {
    const known = customer(address({ postcode: 'LT-92111', city: 'Klaipėda', country: 'LT' }))
    const asked = (country: string) => customer(address({ postcode: 'lt 92111', country }))
    expect(value('city', asked('LT'), [known])).toBe('Klaipėda')
    expect(value('city', asked('LV'), [known])).toBeUndefined()
  })
})

describe('the language and the salutation', () => {
  it.each([
    ['Сергей', 'Иванов', 'ru', 'Уважаемый господин Иванов'],
    ['Ольга Петровна', 'Иванова', 'ru', 'Уважаемая Ольга Петровна'],
    ['زهرا', 'گلستانی', 'fa', 'زهرا گلستانی گرامی'],
    ['Rasa', 'Kazlauskienė', 'lt', 'Gerb. ponia Kazlauskiene'],
    ['Jonas', 'Kazlauskas', 'lt', 'Gerb. pone Kazlauskai'],
    ['Daiva', 'Mockutė', 'lt', 'Gerb. ponia Mockute'],
  ])('%s %s', (givenName, familyName, language, salutation) => {
    const subject = customer({ givenName, familyName })
    expect(value('language', subject)).toBe(language)
    expect(value('salutation', subject)).toBe(salutation)
  })
  it('are not guessed from a name that could be of anyone', () => {
    expect([...found(customer({ givenName: 'Anna', familyName: 'Smith' })).keys()]).toEqual([])
  })
})

it('leaves what was filled in meanwhile', () => {
  const filled = customer({ language: 'ru', ...address({ city: 'Kaunas' }) })
  expect(pathsOf({ kind: 'language', value: 'lt' }, filled, () => 'new')).toEqual({})
  expect(pathsOf({ kind: 'city', value: 'Vilnius' }, filled, () => 'new')).toEqual({})
})

it('several of one address keep each other’s parts', () => {
  const subject = customer(address({ street: 'Miško 3' }))
  const first = pathsOf({ kind: 'country', value: 'LT' }, subject, () => 'new')
  expect(first).toEqual({ 'addresses/a': { kind: 'billing', street: 'Miško 3', country: 'LT' } })
  expect(pathsOf({ kind: 'city', value: 'Vilnius' }, customer({}), () => 'new')).toEqual({
    'addresses/new': { kind: 'billing', city: 'Vilnius' },
  })
})
