import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Book } from '../../../renderer/data/index.ts'
import { type Customer, customFieldId, displayName } from '../../../shared/domain/index.ts'
import { blockHashes } from '../../../shared/privacy/blocklist.ts'
import { samples } from '../../unit/shared/import/preset-samples.ts'
import { rowsXml, workbookOf } from '../../unit/shared/import/xlsx/workbook-of.ts'
import { bytesOf, importFile, newBook, rules, sessionOf } from './support.ts'

let book: Book
beforeEach(async () => {
  book = await newBook()
})
afterEach(() => book.close())

const living = async (): Promise<Customer[]> =>
  (await book.db.customers.toArray()).filter(({ deletedAt }) => !deletedAt)
const named = async (name: string) => (await living()).find((customer) => displayName(customer) === name)

const addField = async (id: string, more: object) => {
  const key = customFieldId(id)
  await book.write({ key: 'fieldsChanged' }, (draft) => {
    draft.create('customFields', { id: key, scope: 'customers', type: 'text', order: 'a0', names: { en: id }, ...more })
  })
  return key
}

describe('the rules of an import', () => {
  const known = 'First name,Last name,Email,Job title\nOna,Vasarė,ona@x.example,Buyer\n'
  const more =
    'First name,Last name,Email,Job title,City\nOna,Vasarė,ona@x.example,Owner,Vilnius\nEva,Nauja,eva@x.example,,\n'

  it.each([
    [{ mode: 'create' }, { created: 1, skipped: 1, updated: 0 }, 'Buyer', 'exists'],
    [{ mode: 'update' }, { created: 0, skipped: 1, updated: 1 }, 'Owner', 'notFound'],
    [{ wins: 'book' }, { created: 1, skipped: 0, updated: 1 }, 'Buyer', undefined],
    [{ wins: 'file' }, { created: 1, skipped: 0, updated: 1 }, 'Owner', undefined],
    [{ match: 'none' }, { created: 2, skipped: 0, updated: 0 }, 'Buyer', undefined],
  ] as const)('%j', async (some, counts, role, reason) => {
    await importFile(book, known)
    const { session, result } = await importFile(book, more, { rules: some })
    expect(result.counts).toMatchObject(counts)
    expect((await named('Ona Vasarė'))?.role).toBe(role)
    const { rows } = await session.rows('a', 'skipped', 0, 10)
    expect(rows.map(({ problems }) => problems.at(-1)?.code)).toEqual(reason ? [reason] : [])
  })

  it('list what would change, before and after', async () => {
    await importFile(book, known)
    const session = sessionOf(book)
    await session.open('a', bytesOf(more), 'more.csv')
    await session.check('a', rules)
    const ona = await named('Ona Vasarė')
    expect((await session.rows('a', 'updated', 0, 10)).rows).toEqual([
      expect.objectContaining({
        id: ona?.id,
        matchedBy: 'email',
        name: 'Ona Vasarė',
        changes: [
          { path: 'role', before: 'Buyer', after: 'Owner' },
          { path: expect.stringMatching(/^addresses\//), after: { kind: 'billing', city: 'Vilnius' } },
        ],
      }),
    ])
    expect(await session.rows('a', 'created', 1, 10)).toEqual({ count: 1, rows: [] })
  })

  it('give defaults and a tag to the batch, and never consent', async () => {
    const { result } = await importFile(book, more, {
      rules: { tag: 'spring fair', defaults: { status: 'prospect', source: 'source:fair', consents: 'x' } },
    })
    expect(result.counts.created).toBe(2)
    expect(await named('Eva Nauja')).toMatchObject({
      status: 'prospect',
      source: 'source:fair',
      tags: { 'spring fair': true },
    })
    expect(await named('Eva Nauja')).not.toHaveProperty('consents')
    const again = await importFile(book, more, { rules: { tag: 'spring fair' } })
    expect(again.result.counts).toMatchObject({ unchanged: 2 })
  })

  it.each([
    ['create', { created: 1, duplicates: 1 }],
    ['skip', { skipped: 1 }],
    ['update', { updated: 1 }],
  ] as const)('%s likely duplicates', async (duplicates, counts) => {
    await importFile(
      book,
      'First name,Last name,Phone,Birthday,Street,City\nMargarita,Kazlauskienė,+37061234567,1980-02-03,Oak st 1,Kaunas\n',
    )
    const session = sessionOf(book)
    const file =
      'First name,Last name,Phone,Birthday,Street,City\nMargaryta,Kazlauskiene,+37061234567,1980-02-03,Oak st 1,Kaunas\n'
    await session.open('a', bytesOf(file), 'b.csv')
    const check = await session.check('a', { ...rules, duplicates })
    expect(check.counts).toMatchObject(counts)
    const [row] = (await session.rows('a', 'all', 0, 1)).rows
    expect(row?.duplicates[0]).toMatchObject({ name: 'Margarita Kazlauskienė', id: (await living())[0]?.id })
    const { duplicates: _, ...kept } = { duplicates: 0, ...counts }
    expect((await session.run('a', { ...rules, duplicates })).counts).toMatchObject(kept)
  })

  it('keep out someone who was erased on their own wish', async () => {
    const [hash] = blockHashes(book.id, { emails: ['eva@x.example'] })
    await book.write({ key: 'personErased' }, (draft) => {
      draft.create('blocklist', { id: hash?.hash ?? '', kind: 'email' })
    })
    const { session, result } = await importFile(book, more)
    expect(result.counts).toMatchObject({ created: 1, skipped: 1 })
    expect((await session.rows('a', 'skipped', 0, 1)).rows[0]?.problems).toEqual([{ code: 'blocked' }])
    expect(await named('Eva Nauja')).toBeUndefined()
  })
})

describe('a workbook', () => {
  it('is imported sheet by sheet, each its own batch, none taken for the other', async () => {
    const bytes = workbookOf({
      sheets: [
        {
          name: 'People',
          rows: rowsXml([
            ['First name', 'Email'],
            ['Ona', 'ona@x.example'],
          ]),
        },
        {
          name: 'Deals',
          rows: rowsXml([
            ['Deal name', 'Amount', 'Stage'],
            ['Tables', '7', 'New'],
          ]),
        },
        {
          name: 'More',
          rows: rowsXml([
            ['First name', 'Email'],
            ['Eva', 'eva@x.example'],
          ]),
        },
      ],
    })
    const session = sessionOf(book)
    const first = await session.open('a', bytes, 'book.xlsx')
    expect(first).toMatchObject({ format: 'xlsx', sheet: 0, noun: 'customers', rowCount: 1 })
    await session.run('a', rules)
    for (const sheet of [1, 2]) {
      const { noun, earlier } = await session.reread('a', { sheet })
      expect([noun, earlier]).toEqual([sheet === 1 ? 'deals' : 'customers', []])
      expect((await session.run('a', rules)).counts.created).toBe(1)
    }
    expect((await living()).map(displayName).sort()).toEqual(['Eva', 'Ona'])
    expect((await session.reread('a', { sheet: 0 })).earlier).toHaveLength(1)
    expect((await session.run('a', rules)).counts).toMatchObject({ unchanged: 1, created: 0 })
  })
})

describe('the mapping of an import', () => {
  it('asks about days that can be read in two ways, and is remembered with the answer', async () => {
    const text = 'First name,Shoe,Birthday\nOna,38,03/04/1990\n'
    const session = sessionOf(book)
    const first = await session.open('a', bytesOf(text), 'a.csv')
    expect(first).toMatchObject({ remembered: false, questions: [{ column: 2, samples: ['03/04/1990'] }] })
    await expect(session.run('a', rules)).rejects.toMatchObject({ code: 'importUnanswered' })
    const answer = first.columns.map(({ path, dateOrder, dateSure }, at) =>
      at === 2
        ? { path, dateOrder: 'mdy' as const, dateSure: true }
        : { path: at === 1 ? 'notes' : path, dateOrder, dateSure },
    )
    expect((await session.remap('a', answer)).questions).toEqual([])
    await session.run('a', { ...rules, tag: 'x' })
    expect((await named('Ona'))?.birthday).toBe('1990-03-04')
    const again = await session.open(
      'b',
      bytesOf('Birthday,First name,Shoe,What to mend\n05/06/1990,Eva,39,\n'),
      'b.csv',
    )
    expect(again).toMatchObject({ remembered: true, questions: [], rules: { tag: 'x' } })
    expect(again.columns.map(({ path, dateOrder }) => [path, dateOrder])).toEqual([
      ['birthday', 'mdy'],
      ['givenName', 'dmy'],
      ['notes', 'dmy'],
      ['', 'dmy'],
    ])
    expect((await session.open('c', bytesOf(text), 'c.csv')).earlier).toHaveLength(1)
  })

  it('knows fields of one’s own by their names in any language, and one made a moment ago', async () => {
    const colour = await addField('colour', {
      type: 'choice',
      names: { en: 'Colour', lt: 'Spalva' },
      options: { red: { name: 'Red', order: 'a0' }, blue: { name: 'Blue', order: 'a1' } },
    })
    const session = sessionOf(book)
    const analysis = await session.open('a', bytesOf('Vardas,Spalva,Kodas\nOna,red,A1\nEva,green,A1\n'), 'a.csv')
    expect(analysis.columns.map(({ path }) => path)).toEqual(['givenName', colour, 'registrationNumber'])
    const code = await addField('code', { unique: true, order: 'a1' })
    await session.remap('a', [...analysis.columns.slice(0, 2), { path: code, dateOrder: 'dmy', dateSure: true }])
    const { counts } = await session.run('a', { ...rules, badCells: 'skipCell', match: ['email'] })
    expect(counts).toMatchObject({ created: 2, partial: 1 })
    expect(await named('Ona')).toMatchObject({ [colour]: 'red', [code]: 'A1' })
    expect((await session.rows('a', 'problems', 0, 9)).rows[0]?.problems.map((one) => one.code)).toEqual([
      'badChoice',
      'notUnique',
    ])
  })

  it('says what the words of a column mean', async () => {
    const session = sessionOf(book)
    await session.open('a', bytesOf(samples.hubspotDeals.text), 'deals.csv')
    const words = await session.words('a', { ...rules, words: { stageId: { 'very odd stage': 'stage:proposal' } } })
    expect(words.find(({ path }) => path === 'stageId')?.words).toEqual([
      expect.objectContaining({ text: 'Qualified to buy', value: 'stage:qualified', by: 'source' }),
      expect.objectContaining({ text: 'Closed won', value: 'stage:negotiation', by: 'source' }),
      expect.objectContaining({ text: 'Very odd stage', value: 'stage:proposal', by: 'user' }),
    ])
    expect(words.find(({ path }) => path === 'source')?.words).toEqual([
      expect.objectContaining({ text: 'Trade fair', value: 'source:fair', by: 'name' }),
    ])
  })

  it('takes rows for what the user says they are', async () => {
    const session = sessionOf(book)
    const bytes = bytesOf('Name,Notes\nOak tables,big\n')
    expect((await session.open('a', bytes, 'a.csv')).noun).toBe('customers')
    const deals = await session.reread('a', { noun: 'deals' })
    expect(deals.columns.map(({ path }) => path)).toEqual(['title', 'notes'])
    expect((await session.run('a', rules)).counts.created).toBe(1)
    expect(await book.db.deals.toArray()).toEqual([
      expect.objectContaining({ title: 'Oak tables', stageId: 'stage:new', currency: 'EUR', status: 'open' }),
    ])
  })
})

describe('undoing an import', () => {
  const run = async (name: keyof typeof samples) => importFile(book, samples[name].text)

  it('takes back deals, interactions, tasks, companies and list items, but nothing that is used', async () => {
    const people = await run('pipedrivePeople')
    const deals = await run('pipedriveDeals')
    const activities = await run('pipedriveActivities')
    const items = async () => (await book.db.listItems.toArray()).filter((one) => one.importId && !one.deletedAt)
    expect((await items()).length).toBeGreaterThan(0)
    const used = await people.session.undo(people.result.importId)
    expect(new Set(used.kept.map(({ table }) => table))).toEqual(new Set(['customers']))
    expect(used.undone).toBe(0)
    for (const { session, result } of [activities, deals, people])
      expect((await session.undo(result.importId)).kept).toEqual([])
    for (const table of ['customers', 'deals', 'interactions', 'tasks'] as const)
      expect((await book.db[table].toArray()).filter(({ deletedAt }) => !deletedAt)).toEqual([])
    expect(await items()).toEqual([])
  })

  it('keeps someone with whom there was contact since, and their company', async () => {
    const { session, result } = await importFile(book, 'First name,Company\nOna,UAB Medis\nEva,UAB Kita\n')
    const ona = await named('Ona')
    await book.write({ key: 'interactionLogged' }, (draft) => {
      draft.create('interactions', { channel: 'channel:call', at: '2026-01-01T00:00:00.000Z', customerId: ona?.id })
    })
    const { kept } = await session.undo(result.importId)
    expect(kept.map(({ id }) => id).sort()).toEqual([ona?.id, ona?.companyId].sort())
    expect((await living()).map(displayName).sort()).toEqual(['Ona', 'UAB Medis'])
  })

  it('gives back ids of other programs and fields that are not recorded', async () => {
    const secret = await addField('secret', { unrecorded: true })
    await book.write({ key: 'customerCreated' }, (draft) => {
      draft.create('customers', {
        id: 'ona',
        kind: 'person',
        status: 'lead',
        givenName: 'Ona',
        familyName: 'Vasarė',
        emails: { e: { value: 'ona@medis.example' } },
        [secret]: 'old',
      })
    })
    const text = `${samples.hubspotContacts.text.split('\r\n').slice(0, 1)},Secret\r\n101,Ona,Vasarė,ona@medis.example,,,,,,,new\r\n`
    const { session, result } = await importFile(book, text)
    expect(await book.db.customers.get('ona')).toMatchObject({
      [secret]: 'new',
      sourceIds: { 'hubspot:contact:101': true },
    })
    await session.undo(result.importId)
    const back = await book.db.customers.get('ona')
    expect(back).toMatchObject({ [secret]: 'old' })
    expect(back).not.toHaveProperty('sourceIds')
  })
})
