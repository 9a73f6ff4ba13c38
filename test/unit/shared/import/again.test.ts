import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ImportRules } from '../../../../shared/import/index.ts'
import { createMemoryBook, importInto, type MemoryBook } from './helpers.ts'

const csvOf = (rows: readonly Readonly<Record<string, string>>[]) =>
  [Object.keys(rows[0] ?? {}).join(';'), ...rows.map((row) => Object.values(row).join(';'))].join('\n')
const rowsOf = (shape: Record<string, fc.Arbitrary<string>>) =>
  fc
    .array(fc.record(shape), { minLength: 1, maxLength: 9 })
    .filter((rows) => rows.some((row) => Object.values(row).some((cell) => cell !== '')))
const oneOf = (...values: string[]) => fc.constantFrom(...values)
const name = oneOf('Ona', 'Jonas', 'Ona Vasarė', 'Vasarė', '')

const files = {
  people: rowsOf({
    'First name': oneOf('Ona', 'Jonas', 'Eva', ''),
    'Last name': oneOf('Vasarė', 'Ruduo', ''),
    Email: oneOf('a@x.example', 'b@x.example', 'a@x.example, c@x.example', 'none', ''),
    Phone: oneOf('+37061200001', '8 612 00002', ''),
    Company: oneOf('UAB Medis', 'Medis UAB', 'Šilo baldai', ''),
    Status: oneOf('Lead', 'Customer', ''),
    Tags: oneOf('a, b', 'b', ''),
    City: oneOf('Kaunas', 'Vilnius', ''),
    Notes: oneOf('one', 'two', ''),
    'Job title': oneOf('Buyer', 'Owner', ''),
  }),
  companies: rowsOf({
    'Company name': oneOf('UAB Medis', 'Medis', 'Šilo baldai', ''),
    'Website URL': oneOf('medis.example', ''),
    'Company owner': oneOf('Rasa', ''),
    'Record ID': oneOf('1', '2', ''),
  }),
  deals: rowsOf({
    'Deal name': oneOf('Tables', 'Chairs', 'tables', ''),
    Amount: oneOf('100', '1 200,50', '€5', ''),
    Stage: oneOf('New', 'Negotiation', 'Odd', 'Closed won', 'Lost', ''),
    'Close date': oneOf('2026-01-02', '2026-03-04', ''),
    Contact: name,
    Company: oneOf('UAB Medis', 'Nobody', ''),
    Source: oneOf('Fair', ''),
  }),
  interactions: rowsOf({
    Date: oneOf('2026-01-02', '2026-01-02 10:00', '45631', ''),
    Type: oneOf('Call', 'E-mail', 'Odd', ''),
    Subject: oneOf('Hello', 'Again', ''),
    Text: oneOf('<p>Hello</p>', 'more', ''),
    Contact: name,
    Deal: oneOf('Tables', 'Nothing', ''),
  }),
  tasks: rowsOf({
    Task: oneOf('Paint', 'Call', ''),
    'Due date': oneOf('2026-01-02', '2026-05-06', ''),
    Done: oneOf('yes', 'no', ''),
    Contact: name,
    Owner: oneOf('Rasa', ''),
  }),
} as const

const startOf = async (): Promise<MemoryBook> => {
  const book = createMemoryBook()
  await importInto(book, 'First name;Last name;Email;Company\nOna;Vasarė;a@x.example;UAB Medis\nJonas;;b@x.example;\n')
  await importInto(book, 'Deal name;Amount;Stage\nTables;7;New\n')
  return book
}
const tables = ['customers', 'deals', 'interactions', 'tasks'] as const
const contentOf = (book: MemoryBook) =>
  JSON.stringify([...tables.map((table) => [...book.table(table).values()]), book.items])

const someRules = fc.record<Partial<ImportRules>>({
  badCells: fc.constantFrom('skipRow', 'skipCell'),
  wins: fc.constantFrom('file', 'book'),
  tag: fc.constantFrom('', 'fair'),
})

describe.each(Object.keys(files) as (keyof typeof files)[])('any file of %s', (kind) => {
  it('changes nothing when it comes a second time, whatever its rows', { timeout: 120_000 }, async () => {
    const rows: fc.Arbitrary<Record<string, string>[]> = files[kind]
    await fc.assert(
      fc.asyncProperty(rows, someRules, fc.integer({ min: 1, max: 5 }), async (list, rules, chunk) => {
        const book = await startOf()
        const file = csvOf(list)
        const { outcomes } = await importInto(book, file, { rules, chunk })
        const before = contentOf(book)
        const again = await importInto(book, file, { rules })
        // A row that could not come in may be able to, now that the others are there.
        const changed = again.outcomes.filter((outcome) => outcome === 'created' || outcome === 'updated')
        if (outcomes.includes('failed'))
          expect(changed.length).toBeLessThanOrEqual(outcomes.filter((one) => one === 'failed').length)
        else {
          expect(changed).toEqual([])
          expect(contentOf(book)).toBe(before)
        }
      }),
      { numRuns: 150 },
    )
  })
})
