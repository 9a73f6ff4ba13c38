import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type Book, openBook } from '../../../../renderer/data/index.ts'
import { givenEntries, recordConsent, withdrawAll } from '../../../../renderer/fields/consent/consent-writes.ts'
import { type Consent, consentTable } from '../../../../shared/domain/index.ts'

const details = { basis: 'consent', how: '', evidence: '' } as const
const about = { purpose: 'purpose:offers', channel: 'email' } as const

it('a statement is of now at the latest, so that a slip in its year outlasts no withdrawal', () => {
  const at = (typed: string) =>
    Object.values(givenEntries({ ...details, at: typed }, 'purpose:offers', ['email'])).map((entry) => entry.at)
  expect(at('2025-05-01T10:00:00.000Z')).toEqual(['2025-05-01T10:00:00.000Z'])
  const [held = ''] = at('2206-05-01T10:00:00.000Z')
  expect(held <= new Date().toISOString()).toBe(true)
})

describe('in a book', () => {
  let book: Book
  beforeEach(() => {
    book = openBook({ id: `consents-${Math.random().toString(36).slice(2)}`, device: 'd' })
  })
  afterEach(() => book.close())

  const given = (at: string): Consent => ({ ...about, state: 'given', basis: 'consent', at })
  const addAnna = (consents: Record<string, Consent>) =>
    book.write({ key: 'sampleLoaded' }, (draft) => {
      draft.create('customers', { id: 'anna', kind: 'person', status: 'lead', givenName: 'Anna', consents })
    })
  const anna = async () => {
    const found = await book.db.customers.get('anna')
    if (found === undefined) throw new Error('Anna is not there')
    return found
  }
  const states = async () => consentTable(await anna()).map(({ state }) => state)

  it('a paper of spring that is written down late does not undo what was withdrawn since', async () => {
    await addAnna({})
    await recordConsent(book, await anna(), {
      ...details,
      ...about,
      at: '2025-07-01T10:00:00.000Z',
      state: 'withdrawn',
    })
    await recordConsent(book, await anna(), { ...details, ...about, at: '2025-04-01T10:00:00.000Z', state: 'given' })
    expect(await states()).toEqual(['withdrawn'])
  })

  it.each(['2206-05-01T10:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'what a clock that ran ahead to %s wrote can be withdrawn',
    async (at) => {
      await addAnna({ '00': given(at) })
      await recordConsent(book, await anna(), {
        ...details,
        ...about,
        at: new Date().toISOString(),
        state: 'withdrawn',
      })
      expect(await states()).toEqual(['withdrawn'])
    },
  )

  it('and so can what many agreed to', async () => {
    await addAnna({ a: given('2206-05-01T10:00:00.000Z') })
    expect(await withdrawAll(book, ['anna'], ['email'], 'phone')).toBe(1)
    expect(await states()).toEqual(['withdrawn'])
  })
})
