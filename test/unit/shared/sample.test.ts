import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'

import { initialListItems, initialPipeline, nouns } from '../../../shared/domain/index.ts'
import { sampleBook } from '../../../shared/sample/index.ts'

const today = '2026-11-22'
const now = '2026-11-22T09:30:00.000Z'
const options = { today, now, currency: 'EUR', owner: 'owner:me' }
const book = sampleBook(options)
const everything = [...book.customers, ...book.deals, ...book.interactions, ...book.tasks]
const daysSince = (instant: string) => (Date.parse(now) - Date.parse(instant)) / 86_400_000

describe('sampleBook', () => {
  it('makes records that the book accepts', () => {
    const problems = (['customers', 'deals', 'interactions', 'tasks'] as const).flatMap((noun) =>
      book[noun].flatMap((record) => nouns[noun].schema.safeParse(record).error?.issues ?? []),
    )
    expect(problems).toEqual([])
    const known = Object.values(nouns).flatMap(({ fields }) => Object.keys(fields))
    expect(
      everything.flatMap((record) => Object.keys(record)).filter((key) => key !== 'id' && !known.includes(key)),
    ).toEqual([])
  })

  it('is as large as promised', () => {
    const companies = book.customers.filter(({ kind }) => kind === 'company').length
    expect([companies, book.customers.length - companies, book.deals.length]).toEqual([90, 210, 120])
    expect(book.interactions).toHaveLength(1_500)
    expect(book.tasks).toHaveLength(60)
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length)
  })

  it('is the same every time, and another for another language', () => {
    expect(sampleBook(options)).toEqual(book)
    const speaking = (language: string) =>
      sampleBook({ ...options, language }).customers.filter((customer) => customer.language === language).length
    const usual = (language: string) => book.customers.filter((customer) => customer.language === language).length
    for (const language of ['fa', 'lt', 'ru']) expect(speaking(language)).toBeGreaterThan(usual(language))
  })

  it('links only to what is there, and was there at the time', () => {
    const createdAt = new Map([...book.customers, ...book.deals].map((record) => [record.id, record.createdAt]))
    const links = everything.flatMap((record) =>
      ['customerId', 'companyId', 'dealId'].flatMap((key) => {
        const target: unknown = Reflect.get(record, key)
        return typeof target === 'string' ? [{ since: createdAt.get(target), at: record.createdAt, target }] : []
      }),
    )
    expect(links.length).toBeGreaterThan(3_000)
    expect(links.filter(({ since }) => since === undefined)).toEqual([])
    const early = links.filter(({ since, at }) => since !== undefined && at.slice(0, 10) < since.slice(0, 10))
    expect(early).toEqual([])
  })

  it('uses only the items, stages and pipeline of a new book', () => {
    const ids = new Set([...initialListItems.map(({ id }) => id), 'owner:me'])
    const used = everything.flatMap((record) =>
      ['source', 'industry', 'size', 'channel', 'preferredChannel', 'outcome', 'lostReason', 'owner'].flatMap((key) => {
        const value: unknown = Reflect.get(record, key)
        return typeof value === 'string' ? [value] : []
      }),
    )
    expect(used.filter((id) => !ids.has(id))).toEqual([])
    for (const { pipelineId, stageId, stageEnteredAt } of book.deals) {
      expect(pipelineId).toBe(initialPipeline.id)
      for (const stage of [stageId, ...Object.keys(stageEnteredAt ?? {})])
        expect(initialPipeline.stages).toHaveProperty([stage])
    }
  })

  it('tells nothing of the future, and stages in their order', () => {
    const instants = everything.flatMap((record) =>
      ['createdAt', 'at', 'closedAt', 'doneAt'].flatMap((key) => Reflect.get(record, key) ?? []),
    )
    expect(instants.filter((instant) => instant > now)).toEqual([])
    for (const { createdAt, closedAt, stageEnteredAt, status } of book.deals) {
      const story = [createdAt, ...Object.values(stageEnteredAt ?? {}), ...(closedAt === undefined ? [] : [closedAt])]
      expect(story).toEqual([...story].sort())
      expect(story.at(-1)?.localeCompare(now)).toBe(-1)
      expect(closedAt === undefined).toBe(status === 'open')
    }
    for (const { at } of book.interactions) expect(daysSince(at)).toBeLessThan(368)
  })

  it('gives every screen something to show', () => {
    const open = book.deals.filter(({ status }) => status === 'open')
    const week = open.filter(({ expectedClose = '' }) => expectedClose >= today && expectedClose <= '2026-11-28')
    expect(week.length).toBeGreaterThanOrEqual(4)
    expect(new Set(open.map(({ stageId }) => stageId)).size).toBe(4)
    expect(book.tasks.filter(({ due = '', doneAt }) => doneAt === undefined && due < today).length).toBeGreaterThan(4)
    expect(book.tasks.filter(({ due, doneAt }) => doneAt === undefined && due === today).length).toBeGreaterThan(2)
    const last = new Map<string | undefined, string>()
    for (const { customerId, at } of book.interactions) last.set(customerId, at)
    const silent = book.customers.filter(({ id }) => daysSince(last.get(id) ?? now) > 90)
    expect(silent.length).toBeGreaterThan(20)
    expect(silent.length).toBeLessThan(120)
    const statuses = new Set(book.customers.map(({ status }) => status))
    expect(statuses.size).toBe(5)
  })

  it('has busy springs and quiet summers', () => {
    const inMonth = (month: string) => book.interactions.filter(({ at }) => at.slice(0, 7) === month).length
    expect(inMonth('2026-10')).toBeGreaterThan(1.4 * inMonth('2026-07'))
    const months = new Set(
      book.deals.filter(({ status }) => status === 'won').map(({ closedAt }) => closedAt?.slice(0, 7)),
    )
    expect(months.size).toBeGreaterThan(8)
  })

  it('prices deals in round, believable amounts of the currency', () => {
    for (const [currency, least, most] of [
      ['EUR', 40_000, 15_000_000],
      ['IRR', 1e8, 1e11],
      ['JPY', 50_000, 30_000_000],
    ] as const) {
      const values = sampleBook({ ...options, currency }).deals.filter((deal) => deal.currency === currency)
      expect(values.length).toBeGreaterThan(90)
      for (const { value = 0 } of values) {
        expect(Number.isInteger(value) && value >= least && value <= most).toBe(true)
      }
    }
  })

  it('writes phones that are numbers, and addresses of mail that nobody owns', () => {
    const phones = book.customers.flatMap((customer) => Object.values(customer.phones ?? {}))
    expect(phones.length).toBeGreaterThan(300)
    const reserved = /^\+447700900|^\+44(20794|16149|13149)60/
    const wrong = phones.filter(
      ({ e164 = '' }) => !reserved.test(e164) && parsePhoneNumberFromString(e164)?.isValid() !== true,
    )
    expect(wrong).toEqual([])
    const mails = book.customers.flatMap((customer) => Object.values(customer.emails ?? {}))
    expect(mails.filter(({ value }) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(value))).toEqual([])
  })

  it('leaves no placeholder in its texts', () => {
    expect(JSON.stringify(book)).not.toMatch(/[{]\w+[}]|undefined|\|/)
  })

  it('has the same people every day, added as many days before, some with a birthday in the next days', () => {
    const DAY = 86_400_000
    const on = (day: string) => {
      const { customers } = sampleBook({ ...options, today: day, now: `${day}T23:00:00.000Z` })
      const soon = Array.from({ length: 8 }, (_, days) =>
        new Date(Date.parse(day) + days * DAY).toISOString().slice(4, 10),
      )
      expect(customers.some(({ birthday = '' }) => soon.includes(birthday.slice(4)))).toBe(true)
      return customers.map(({ createdAt, givenName, familyName, companyName, phones, emails, addresses }) => ({
        back: (Date.parse(day) - Date.parse(createdAt.slice(0, 10))) / DAY,
        ...{ givenName, familyName, companyName, phones, emails, addresses },
      }))
    }
    const usual = on(today)
    for (const day of ['2026-11-30', '2024-02-29']) expect(on(day)).toEqual(usual)
  })

  it('works on any day, at the first minute of it', () => {
    for (const day of ['2024-02-29', '2027-01-01', '2026-07-05']) {
      const first = `${day}T00:00:00.000Z`
      const other = sampleBook({ today: day, now: first, currency: 'USD', language: 'fa' })
      expect(other.interactions.filter(({ at }) => at > first)).toEqual([])
      expect(other.customers.flatMap((customer) => nouns.customers.schema.safeParse(customer).error ?? [])).toEqual([])
    }
  })
})

it('has what a real book has: consents, mail that comes back, the same person twice', () => {
  const consents = book.customers.flatMap(({ consents }) => Object.values(consents ?? {}))
  expect(new Set(consents.map(({ state }) => state))).toEqual(new Set(['given', 'withdrawn']))
  expect(book.customers.some(({ emails }) => Object.values(emails ?? {}).some(({ trouble }) => trouble))).toBe(true)
  const holders = new Map<string, string[]>()
  for (const { id, kind, phones } of book.customers)
    for (const { e164 = '' } of Object.values(kind === 'person' ? (phones ?? {}) : {}))
      holders.set(e164, [...(holders.get(e164) ?? []), id])
  expect([...holders.values()].filter((ids) => ids.length > 1).length).toBeGreaterThan(3)
})
