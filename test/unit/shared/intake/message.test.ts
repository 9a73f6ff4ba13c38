import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { nouns } from '../../../../shared/domain/index.ts'
import {
  HONEYPOT,
  intakeConsents,
  intakeCustomer,
  intakeId,
  intakeInteraction,
  readMessage,
} from '../../../../shared/intake/index.ts'

const plain = { name: 'Živilė Kazlauskaitė', email: ' zivile@example.lt ', [HONEYPOT]: '' }
const consent = { purpose: 'newsletter', text: 'Yes, write to me.', at: '2026-11-30T10:00:00+02:00' }

describe('what a form sends', () => {
  it('is read with its name in parts and its instants in UTC', () => {
    expect(readMessage({ ...plain, phone: '+370 612 34567', message: 'Hello\r\nthere ', consent, extra: 1 })).toEqual({
      givenName: 'Živilė',
      familyName: 'Kazlauskaitė',
      email: 'zivile@example.lt',
      phone: '+370 612 34567',
      message: 'Hello\nthere',
      consent: [{ purpose: 'purpose:newsletter', text: 'Yes, write to me.', at: '2026-11-30T08:00:00.000Z' }],
    })
  })

  it('may come from any script, with any digits', () => {
    expect(readMessage({ name: 'زهرا احمدی', phone: '۰۹۱۲ ۳۴۵ ۶۷۸۹' })).toMatchObject({ familyName: 'احمدی' })
    expect(readMessage({ familyName: 'Иванова', email: 'почта@пример.рф' })).toMatchObject({ familyName: 'Иванова' })
    expect(readMessage({ company: 'UAB Medis', phone: '8 5 212 3456' })).toMatchObject({ company: 'UAB Medis' })
    expect(readMessage({ name: 'Cher', email: 'cher@example.com', message: '' })).toMatchObject({ familyName: 'Cher' })
  })

  it.each([
    ['nothing', undefined],
    ['no object', 'text'],
    ['a list', [plain]],
    ['no name', { email: 'a@example.com' }],
    ['a name of blanks', { name: '   ', email: 'a@example.com' }],
    ['no way to answer', { name: 'Ona' }],
    ['a filled honeypot', { ...plain, [HONEYPOT]: 'http://spam.example' }],
    ['no e-mail', { ...plain, email: 'nobody' }],
    ['no phone', { ...plain, phone: 'call me' }],
    ['a link for a name', { ...plain, name: 'Win at https://spam.example' }],
    ['a line break in a name', { ...plain, name: 'Ona\nBcc: all@example.com' }],
    ['a long name', { ...plain, name: 'x'.repeat(201) }],
    ['a long message', { ...plain, message: 'x'.repeat(10_001) }],
    ['a message with control characters', { ...plain, message: 'a\u0000b' }],
    ['consent without its words', { ...plain, consent: { purpose: 'newsletter', text: ' ' } }],
    ['consent to everything', { ...plain, consent: Array.from({ length: 6 }, () => consent) }],
    ['an instant that is none', { ...plain, at: 'yesterday' }],
    ['a language that is none', { ...plain, language: '<script>' }],
    ['numbers for texts', { ...plain, name: 7 }],
  ])('is odd with %s', (_, body) => {
    expect(readMessage(body)).toBeUndefined()
  })

  it('is odd or fits the nouns, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('Ona', 'a@example.com', '+37061234567'),
    )
    const body = fc.record(
      {
        name: text,
        company: text,
        email: fc.oneof(text, fc.emailAddress()),
        phone: text,
        message: text,
        consent: fc.oneof(fc.jsonValue(), fc.constant(consent)),
        source: text,
        language: fc.oneof(text, fc.constant('lt')),
        at: fc.oneof(text, fc.constant('2027-01-01T00:00:00Z')),
      },
      { requiredKeys: ['name', 'email'] },
    )
    let read = 0
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: body }, { weight: 1, arbitrary: fc.jsonValue() }),
        fc.string(),
        (sent, id) => {
          const message = readMessage(sent)
          if (message === undefined) return
          read += 1
          const incoming = { id, message, now: '2026-11-30T10:00:00.000Z' }
          const consents = intakeConsents(incoming)
          const customer = nouns.customers.schema.parse(intakeCustomer(incoming, consents))
          nouns.interactions.schema.parse(intakeInteraction(incoming, customer, Object.values(consents)))
          expect(customer.createdAt <= incoming.now).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
    expect(read).toBeGreaterThan(50)
  })
})

describe('what becomes of it', () => {
  const message = readMessage({
    ...plain,
    consent: { ...consent, channels: ['email', 'post'] },
    source: 'Landing page',
  })
  if (message === undefined) throw new Error('odd')
  const incoming = { id: 'm1', message, now: '2026-11-30T10:00:00.000Z' }

  it('is a lead with its source, and a statement for each channel, with the words as proof', () => {
    const consents = intakeConsents(incoming)
    expect(intakeCustomer(incoming, consents)).toMatchObject({
      kind: 'person',
      status: 'lead',
      source: 'source:website',
      sourceDetail: 'Landing page',
      consents,
    })
    expect(Object.values(consents)).toMatchObject([
      { channel: 'email', state: 'given', basis: 'consent', at: '2026-11-30T08:00:00.000Z' },
      { channel: 'post' },
    ])
    expect(Object.values(consents)[0]?.evidence).toContain('Yes, write to me.')
  })

  it('has the same ids on every device, others for other messages', () => {
    expect(intakeId('m1', 'customer')).toBe(intakeId('m1', 'customer'))
    expect(intakeId('m1', 'customer')).not.toBe(intakeId('m2', 'customer'))
    expect(intakeId('m1', 'customer')).not.toBe(intakeId('m1', 'interaction'))
  })
})
