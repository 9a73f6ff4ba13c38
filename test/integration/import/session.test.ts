import 'fake-indexeddb/auto'

import { readFile } from 'node:fs/promises'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Book } from '../../../renderer/data/index.ts'
import { type Customer, displayName } from '../../../shared/domain/index.ts'
import { importFile, newBook, rules, sessionOf } from './support.ts'

const fixture = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../fixtures/import/${name}`, import.meta.url)))

let book: Book

beforeEach(async () => {
  book = await newBook()
})
afterEach(() => book.close())

const importText = (text: string) => importFile(book, text)
const living = async (): Promise<Customer[]> =>
  (await book.db.customers.toArray()).filter(({ deletedAt }) => !deletedAt)
const named = async (name: string) => (await living()).find((customer) => displayName(customer) === name)

describe('an import', () => {
  it('checks without writing, and then does what the check said', async () => {
    const made = sessionOf(book)
    await made.open('a', await fixture('google.csv'), 'google.csv')
    const check = await made.check('a', rules)
    expect(await living()).toEqual([])
    const { counts } = await made.run('a', rules)
    expect(counts).toEqual(check.counts)
    expect(counts.created).toBeGreaterThan(0)
    const [batch] = await book.db.imports.toArray()
    expect(batch).toMatchObject({ fileName: 'google.csv', state: 'done', createdBy: 'Rasa', created: counts.created })
  })

  it('changes nothing when the same file comes twice', async () => {
    const text = await fixture('outlook-russian-1251.csv')
    for (const outcome of ['created', 'unchanged'] as const) {
      const { counts } = (await importFile(book, text, { name: 'outlook.csv' })).result
      expect(counts[outcome]).toBe(2)
      expect(counts.created + counts.updated + counts.unchanged + counts.failed).toBe(2)
    }
  })

  it('is undone whole: what it created goes, what it updated gets its old values', async () => {
    const { id } = await (async () => {
      let made = { id: '' }
      await book.write({ key: 'customerCreated' }, (draft) => {
        made = draft.create('customers', {
          kind: 'person',
          status: 'lead',
          givenName: 'Ona',
          role: 'Buyer',
          emails: { e1: { value: 'ona@example.org' } },
        })
      })
      return made
    })()
    const before = await book.db.customers.get(id)
    const { session, result } = await importText(
      'First name,Email,Job title,Company\nOna,ona@example.org,Director,UAB Medis\nJonas,jonas@example.org,,UAB Medis\n',
    )
    expect(result.counts).toMatchObject({ created: 1, updated: 1, companies: 1 })
    expect(await named('Jonas')).toMatchObject({ companyId: (await named('UAB Medis'))?.id })
    expect(await book.db.customers.get(id)).toMatchObject({ role: 'Director' })
    const { kept } = await session.undo(result.importId)
    expect(kept).toEqual([])
    const { stamp: _, stamps: __, ...after } = (await book.db.customers.get(id)) ?? { stamp: '' }
    const { stamp: ___, stamps: ____, ...old } = before ?? { stamp: '' }
    expect(after).toEqual(old)
    expect((await living()).map(displayName)).toEqual(['Ona'])
    expect((await book.db.imports.toArray()).map(({ state }) => state)).toEqual(['undone'])
  })

  it('keeps on undo what someone has edited since, and tells it', async () => {
    const { session, result } = await importText('First name,Email\nOna,ona@example.org\nJonas,jonas@example.org\n')
    const ona = await named('Ona')
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', ona?.id ?? '', { role: 'Buyer' }))
    const { kept } = await session.undo(result.importId)
    expect(kept).toEqual([{ table: 'customers', id: ona?.id }])
    expect((await living()).map(displayName)).toEqual(['Ona'])
  })

  it('undoes a record that a later row of the same file added to', async () => {
    const filler = Array.from({ length: 600 }, (_, at) => `Nr${at},n${at}@example.org,`).join('\n')
    const { session, result } = await importText(
      `First name,Email,Phone\nOna,ona@example.org,\n${filler}\nOna,ona@example.org,+370 612 34567\n`,
    )
    expect(result.counts).toMatchObject({ created: 601, updated: 1 })
    expect((await session.undo(result.importId)).kept).toEqual([])
    expect(await living()).toEqual([])
  })

  it('stops when asked, and what came in by then can be undone', async () => {
    const rows = Array.from({ length: 1200 }, (_, at) => `Nr${at},n${at}@example.org`).join('\n')
    let done = 0
    const { session, result } = await importFile(book, `First name,Email\n${rows}`, {
      control: { cancelled: () => done >= 500 },
      onProgress: (progress) => {
        done = progress.done
      },
    })
    expect(result).toMatchObject({ state: 'cancelled', counts: { created: 500 } })
    expect(await living()).toHaveLength(500)
    await session.undo(result.importId)
    expect(await living()).toEqual([])
  })

  it('gives bad rows back with their reasons, and takes them when mended', async () => {
    const { session, result } = await importText(
      'First name,Email,Birthday\nOna,ona@example.org,1990-02-30\nJonas,jonas@example.org,1990-02-03\n',
    )
    expect(result.counts).toMatchObject({ created: 1, failed: 1 })
    expect((await session.rows('a', 'problems', 0, 10)).rows).toEqual([
      expect.objectContaining({
        number: 2,
        outcome: 'failed',
        problems: [expect.objectContaining({ code: 'badDate', value: '1990-02-30' })],
      }),
    ])
    const file = session.mend('a', {
      header: 'What to mend',
      reasons: { badDate: 'no date' } as never,
      paths: { birthday: 'Birthday' },
    })
    expect(file).toBe(
      '\ufeffFirst name,Email,Birthday,What to mend\r\nOna,ona@example.org,1990-02-30,Birthday: no date\r\n',
    )
    const mended = await importText(file.replace('1990-02-30', '1990-02-28'))
    expect(mended.result.counts).toMatchObject({ created: 1, failed: 0 })
  })

  it('leaves the status of a customer where it is ahead of HubSpot’s', async () => {
    const header = 'Record ID,First Name,Last Name,Email,Lifecycle Stage\n'
    await importText(`${header}1,Ona,Vasarė,ona@example.org,Customer\n2,Jonas,Ruduo,jonas@example.org,Lead\n`)
    const { result } = await importText(
      `${header}1,Ona,Vasarė,ona@example.org,Lead\n2,Jonas,Ruduo,jonas@example.org,Opportunity\n`,
    )
    expect(result.counts).toMatchObject({ updated: 1, unchanged: 1 })
    expect([(await named('Ona Vasarė'))?.status, (await named('Jonas Ruduo'))?.status]).toEqual([
      'customer',
      'prospect',
    ])
  })
})

it('does not bring back who was merged into another since the file was written', async () => {
  const ids: string[] = []
  await book.write({ key: 'customerCreated' }, (draft) => {
    for (const familyName of ['Winner', 'Loser', 'Winner of all'])
      ids.push(draft.create('customers', { kind: 'person', status: 'lead', familyName }).id)
  })
  const [winner = '', loser = '', last = ''] = ids
  await book.write({ key: 'customersMerged' }, async (draft) => {
    for (const [from, into] of [
      [loser, winner],
      [winner, last],
    ] as const) {
      await draft.update('customers', from, { mergedInto: into })
      await draft.remove('customers', from)
    }
  })
  const { result } = await importText(`Fairbook ID,Family name,Kind,Status\n${loser},Loser,Person,Lead\n`)
  expect(result.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  expect((await living()).map(displayName)).toEqual(['Winner of all'])
})
