import { describe, expect, it } from 'vitest'

import { displayName } from '../../../../shared/domain/index.ts'
import { createMemoryBook, type ImportTestOptions, importInto, type MemoryBook, tableFrom } from './helpers.ts'
import { type SampleName, sampleNames, sampleOf, samples } from './preset-samples.ts'

const importSample = async (book: MemoryBook, name: string, options: ImportTestOptions = {}) => {
  for (const before of sampleOf(name).needs ?? []) await importInto(book, sampleOf(before).text)
  return importInto(book, sampleOf(name).text, options)
}
const newBook = async (...names: SampleName[]) => {
  const book = createMemoryBook()
  for (const name of names) await importInto(book, samples[name].text)
  return book
}
const rows = (book: MemoryBook, table: string) => [...book.table(table).values()]
const named = (book: MemoryBook, name: string) =>
  book.customers().find((customer) => displayName(customer) === name && customer.deletedAt === undefined)
const dealOf = (book: MemoryBook, title: string) => rows(book, 'deals').find((deal) => deal['title'] === title)
const snapshot = (book: MemoryBook) =>
  JSON.stringify(['customers', 'deals', 'interactions', 'tasks'].map((table) => rows(book, table)))

describe.each(sampleNames)('a file as of %s', (name) => {
  const { source, text } = sampleOf(name)

  it('is recognised, whatever the order and case of its columns, and without any one of them', async () => {
    const table = tableFrom(text)
    const order = table.headers.map((_, at) => at).reverse()
    for (const left of [undefined, ...table.headers.keys()]) {
      if (left !== undefined && table.headers[left] === sampleOf(name).essential) continue
      const kept = order.filter((at) => at !== left)
      const headers = kept.map((at) => ` ${table.headers[at]?.toUpperCase()} `)
      const mapped = await importInto(createMemoryBook(), {
        ...table,
        headers,
        rows: table.rows.map((row) => kept.map((at) => row[at] ?? '')),
      })
      expect(mapped.mapping.source, `without ${left === undefined ? 'none' : table.headers[left]}`).toBe(source)
    }
  })

  it('comes in without a row to mend', async () => {
    const { outcomes, planned } = await importSample(createMemoryBook(), name)
    expect(
      planned.flatMap(({ problems }) =>
        problems.filter(({ code }) => code !== 'stageGuessed' && code !== 'dateWithoutYear'),
      ),
    ).toEqual([])
    expect(new Set(outcomes)).toEqual(new Set(['created']))
  })

  it.each([1, 500])('changes nothing when it comes again, planned by %i', async (chunk) => {
    const book = createMemoryBook()
    await importSample(book, name)
    const before = snapshot(book)
    const again = await importInto(book, text, { chunk })
    expect(new Set(again.outcomes)).toEqual(new Set(['unchanged']))
    expect(snapshot(book)).toBe(before)
    expect(again.made).toMatchObject({ companies: 0, listItems: 0 })
  })
})

describe('HubSpot', () => {
  it('links contacts to companies by id, though an id leads nowhere', async () => {
    const book = await newBook('hubspotCompanies', 'hubspotContactsById')
    expect(named(book, 'Eva Pavasarė')?.companyId).toBe(named(book, 'UAB Medis')?.id)
  })

  it('keeps apart two contacts of one name that it knows apart', async () => {
    const book = await newBook('hubspotCompanies', 'hubspotContacts')
    expect(book.customers().filter((one) => displayName(one) === 'Jonas Ruduo')).toHaveLength(2)
  })

  it('finds a contact by its id though everything else has changed', async () => {
    const book = await newBook('hubspotCompanies', 'hubspotContacts')
    const header = samples.hubspotContacts.text.split('\r\n')[0]
    const { planned } = await importInto(book, `${header}\r\n101,Anna,Winter,new@example.org,,,,,,\r\n`)
    expect(planned[0]).toMatchObject({ outcome: 'updated', matchedBy: 'sourceId' })
    expect(book.customers().filter(({ sourceIds }) => sourceIds?.['hubspot:contact:101'])).toHaveLength(1)
  })

  it('brings deals in with stage, amount, company and contact', async () => {
    const book = await newBook('hubspotCompanies', 'hubspotContacts', 'hubspotDeals')
    expect(dealOf(book, 'Oak tables')).toMatchObject({
      stageId: 'stage:qualified',
      status: 'open',
      value: 120_050,
      currency: 'EUR',
      customerId: named(book, 'Ona Vasarė')?.id,
      companyId: named(book, 'UAB Medis')?.id,
      sourceIds: { 'hubspot:deal:501': true },
    })
    expect(dealOf(book, 'Chairs')).toMatchObject({
      status: 'won',
      stageId: 'stage:negotiation',
      companyId: named(book, 'Šilo baldai')?.id,
    })
    expect(dealOf(book, 'Doors')).toMatchObject({ stageId: 'stage:new', status: 'open' })
  })

  it('tells of a stage that no pipeline has, and takes what the user says it means', async () => {
    const told = await importSample(createMemoryBook(), 'hubspotDeals')
    expect(told.planned[2]?.problems).toEqual([
      expect.objectContaining({ code: 'stageGuessed', value: 'Very odd stage' }),
    ])
    const book = createMemoryBook()
    const said = await importSample(book, 'hubspotDeals', {
      rules: { words: { stageId: { 'very odd stage': 'stage:proposal' } } },
    })
    expect(said.planned[2]?.problems).toEqual([])
    expect(dealOf(book, 'Doors')).toMatchObject({ stageId: 'stage:proposal' })
  })

  it('reads the close date as when a lost deal was lost and an open one is expected', async () => {
    const book = await newBook('hubspotCompanies', 'hubspotDealsByName')
    expect(dealOf(book, 'Roof')).toMatchObject({ status: 'lost', closedAt: expect.stringContaining('2024-05-06') })
    expect(dealOf(book, 'Roof')).not.toHaveProperty('expectedClose')
    expect(dealOf(book, 'Floor')).toMatchObject({
      status: 'open',
      expectedClose: '2026-12-24',
      pipelineId: 'pipeline:sales',
    })
    expect(dealOf(book, 'Floor')?.['companyId']).toBe(named(book, 'Nobody knew Ltd')?.id)
  })

  it('does not take up again a deal that was won since', async () => {
    const book = await newBook('hubspotCompanies', 'hubspotContacts', 'hubspotDeals')
    const deal = dealOf(book, 'Oak tables')
    if (deal) Object.assign(deal, { status: 'won', stageId: 'stage:negotiation', closedAt: '2026-01-01T00:00:00.000Z' })
    await importInto(book, samples.hubspotDeals.text)
    expect(dealOf(book, 'Oak tables')).toMatchObject({ status: 'won', stageId: 'stage:negotiation' })
  })
})

describe('Pipedrive', () => {
  it('splits e-mails of one cell and makes text of HTML', async () => {
    const book = await newBook('pipedrivePeople')
    const ann = named(book, 'Ann Lee')
    expect(Object.values(ann?.emails ?? {}).map(({ value }) => value)).toEqual([
      'ann@lee.example',
      'sales@lee.example',
      'ann@home.example',
    ])
    expect(ann?.notes).toBe('Likes oak & ash\nCall in May')
  })

  it('reads serial dates, localised amounts and lost reasons of deals', async () => {
    const book = await newBook('pipedrivePeople', 'pipedriveDeals')
    expect(dealOf(book, 'Stairs')).toMatchObject({
      value: 123_456,
      currency: 'EUR',
      expectedClose: '2024-12-05',
      probability: 40,
      stageId: 'stage:proposal',
      customerId: named(book, 'Ann Lee')?.id,
      companyId: named(book, 'Lee & Sons')?.id,
    })
    const lost = dealOf(book, 'Gate')
    expect(lost).toMatchObject({
      status: 'lost',
      value: 80_000,
      currency: 'USD',
      closedAt: expect.stringContaining('2024-01'),
    })
    expect(book.items.find(({ id }) => id === lost?.['lostReason'])?.name).toBe('Too dear')
    expect(dealOf(book, 'Fence')).toMatchObject({ status: 'won', value: 9_050 })
  })

  it('makes interactions of what is done and tasks of what is not', async () => {
    const book = await newBook('pipedrivePeople', 'pipedriveDeals', 'pipedriveActivities')
    expect(rows(book, 'tasks')).toEqual([
      expect.objectContaining({
        title: 'Call about the gate',
        due: '2026-12-01',
        customerId: named(book, 'Bo Ray')?.id,
        dealId: dealOf(book, 'Gate')?.id,
      }),
    ])
    const [measured, lunch] = rows(book, 'interactions')
    expect(measured).toMatchObject({
      channel: 'channel:meeting',
      subject: 'Measure the hall',
      text: 'All fine',
      at: new Date('2024-04-05T09:30:00').toISOString(),
      customerId: named(book, 'Ann Lee')?.id,
      companyId: named(book, 'Lee & Sons')?.id,
      dealId: dealOf(book, 'Stairs')?.id,
    })
    expect(lunch).toMatchObject({ channel: 'channel:meeting', customerId: named(book, 'Bo Ray')?.id })
  })

  it('makes notes of notes', async () => {
    const book = await newBook('pipedrivePeople', 'pipedriveDeals', 'pipedriveNotes')
    expect(rows(book, 'interactions')[0]).toMatchObject({ channel: 'channel:note', text: 'First line\nsecond line' })
  })

  it('does not bring in a note about someone who is not there, and says so', async () => {
    const { outcomes, planned } = await importInto(createMemoryBook(), samples.pipedriveNotes.text)
    expect(outcomes).toEqual(['failed', 'failed'])
    expect(planned[0]?.problems[0]).toMatchObject({ code: 'unknownLink', value: 'Ann Lee' })
  })

  it('links a task to someone who came later, without making a second one', async () => {
    const book = createMemoryBook()
    const text = 'Task,Due date,Contact\nPaint,2026-12-01,Ann Lee\n'
    const first = await importInto(book, text)
    expect(first.planned[0]).toMatchObject({ outcome: 'created', table: 'tasks', problems: [{ code: 'unlinked' }] })
    await importInto(book, samples.pipedrivePeople.text)
    await importInto(book, text)
    expect(rows(book, 'tasks')).toEqual([
      expect.objectContaining({ title: 'Paint', customerId: named(book, 'Ann Lee')?.id }),
    ])
  })
})

describe('Zoho', () => {
  it('knows ids with and without their prefix, of people, companies and deals', async () => {
    const book = await newBook('zohoAccounts', 'zohoContacts', 'zohoDeals', 'zohoNotes')
    const company = named(book, 'Field & Sons')
    const nora = named(book, 'Nora Field')
    expect(nora?.companyId).toBe(company?.id)
    expect(dealOf(book, 'Windows')).toMatchObject({
      companyId: company?.id,
      customerId: nora?.id,
      stageId: 'stage:negotiation',
    })
    expect(rows(book, 'interactions')).toEqual([
      expect.objectContaining({
        dealId: dealOf(book, 'Windows')?.id,
        customerId: nora?.id,
        text: 'Wants triple glass\nand blinds',
      }),
      expect.objectContaining({ customerId: nora?.id, companyId: company?.id }),
      expect.objectContaining({ customerId: company?.id }),
    ])
  })
})

describe('the others', () => {
  it('take the first of joined values where one is held, and no sex, no false, no empty date', async () => {
    const book = await newBook('googleNew', 'outlookRussian', 'outlook', 'linkedin')
    expect(named(book, 'Milda Kalnienė')).toMatchObject({ website: 'https://a.example', tags: { Partners: true } })
    const anna = named(book, 'Анна Сергеевна Берёзкина')
    expect(anna).not.toHaveProperty('birthday')
    expect(JSON.stringify(anna)).not.toMatch(/Ложь|Не определен/)
    expect(named(book, 'Nora Lake')).toMatchObject({ birthday: '1980-12-25', tags: { Fair: true, Oak: true } })
    expect(Object.keys(named(book, 'Nora Brook')?.sourceIds ?? {})).toEqual([
      'linkedin:https://www.linkedin.com/in/nora-brook',
    ])
  })

  it('are mapped by plain headers in any language to the noun they are', async () => {
    const nounOf = async (text: string) => (await importInto(createMemoryBook(), text)).mapping.noun
    expect(await nounOf('Сделка,Сумма,Этап\nОкна,100,Новая\n')).toBe('deals')
    expect(await nounOf('Užduotis,Terminas\nPaskambinti,2026-12-01\n')).toBe('tasks')
    expect(await nounOf('Name,Email,Status\nAnn,a@example.org,Lead\n')).toBe('customers')
    expect(await nounOf('Date,Type,Subject,Contact\n2026-01-01,Call,Hello,Ann\n')).toBe('interactions')
  })
})
