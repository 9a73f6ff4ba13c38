import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type Customer,
  customerKinds,
  customerStatuses,
  labels,
  orderedEntries,
  plainCatalog,
} from '../../../../shared/domain/index.ts'
import { allColumns, exportRows } from '../../../../shared/export/index.ts'
import type { BookRow } from '../../../../shared/import/index.ts'
import { createMemoryBook, essence, exportContext, importInto } from '../import/helpers.ts'

/** Without the characters by which a program or a picture is told from a text file, and refused. Nobody types them. */
const asTyped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
  text.replace(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g, '\u00a4')

/** Text that breaks careless writers: quotes, line ends, delimiters, formulas, apostrophes, marks of direction. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).map(asTyped),
  fc
    .array(
      fc.constantFrom(
        '"',
        '\r',
        '\n',
        '\r\n',
        ',',
        ';',
        '\t',
        '|',
        "'",
        '=',
        '+',
        '-',
        '@',
        '\\',
        ' ',
        '*',
        '\u200f',
        '\ufeff',
        'ąž',
        'ی',
        'x',
        '1',
        '＝',
      ),
      { minLength: 1, maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const label = optional(fc.constantFrom(...labels))
const primary = fc.constantFrom(undefined, true as const)
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })

const defined = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
const entries = <E extends Record<string, unknown>>(entry: fc.Arbitrary<E>) =>
  fc
    // The same address or number twice in one record comes back as one.
    .uniqueArray(entry, { maxLength: 3, selector: (each) => String(each['value'] ?? JSON.stringify(each)).trim() })
    .map((list) =>
      list.length === 0 ? undefined : Object.fromEntries(list.map((each, at) => [`e${at}`, defined({ ...each })])),
    )

const customer = fc.record({
  kind: fc.constantFrom(...customerKinds),
  givenName: fc.tuple(fc.constant('n'), hostile).map(([head, rest]) => rest + head),
  familyName: optional(hostile),
  companyName: optional(hostile),
  role: optional(hostile),
  status: fc.constantFrom(...customerStatuses),
  emails: entries(fc.record({ value: hostile, label, primary })),
  phones: entries(fc.record({ value: hostile, label, primary })),
  addresses: entries(
    fc.record({
      kind: fc.constantFrom('billing', 'shipping', 'other'),
      street: optional(hostile),
      city: optional(hostile),
      country: optional(hostile),
    }),
  ),
  website: optional(hostile),
  preferredChannel: optional(fc.constant('channel:email')),
  source: optional(fc.constantFrom('source:fair', 'source:other')),
  language: optional(fc.constantFrom('lt', 'fa-IR')),
  birthday: optional(day.map((date) => date.toISOString().slice(0, 10))),
  lastContactAt: optional(day.map((date) => date.toISOString())),
  tags: optional(
    fc
      .uniqueArray(hostile, { minLength: 1, maxLength: 4 })
      .map((tags) => Object.fromEntries(tags.filter((tag) => tag !== '__proto__').map((tag) => [tag, true]))),
  ),
  notes: optional(hostile),
})

const book = fc
  .array(customer, { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map((record, at): BookRow => ({ ...defined(record), id: `id-${at}`, createdAt: '2025-03-04T05:06:07.089Z' })),
  )

/** Without what a phone's e164 adds, and with entries as lists. */
const comparable = (record: Record<string, unknown>) => {
  const { emails, phones, addresses, ...rest } = essence('customers', record)
  const list = (map: unknown) => orderedEntries(map as Customer['phones']).map(({ id: _, e164: __, ...entry }) => entry)
  return { ...rest, emails: list(emails), phones: list(phones), addresses: list(addresses) }
}

describe('an export', () => {
  it('imports into an empty book as it was', async () => {
    await fc.assert(
      fc.asyncProperty(book, fc.constantFrom(',', ';'), fc.boolean(), async (records, delimiter, bom) => {
        const csv = exportRows(allColumns('customers', records, plainCatalog), records, exportContext, {
          delimiter,
          bom,
        })
        const target = createMemoryBook()
        const { outcomes } = await importInto(target, csv)
        expect(outcomes).toEqual(records.map(() => 'created'))
        expect(target.customers().map(comparable)).toEqual(records.map(comparable))
      }),
      { numRuns: 300 },
    )
  })

  it('changes nothing in the book it came from', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (records) => {
        const csv = exportRows(allColumns('customers', records, plainCatalog), records, exportContext, {
          delimiter: ',',
          bom: true,
        })
        const { planned } = await importInto(createMemoryBook(records), csv)
        expect(planned.map(({ outcome, problems }) => ({ outcome, problems }))).toEqual(
          records.map(() => ({ outcome: 'unchanged', problems: [] })),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('never begins a cell with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const record = { id: 'a', kind: 'person', status: 'lead', givenName: name }
        const column = allColumns('customers', [record], plainCatalog).filter(({ path }) => path === 'givenName')
        const csv = exportRows(column, [record], exportContext, { delimiter: ',', bom: false })
        const cell = csv.slice(csv.indexOf('\r\n') + 2).replace(/^"/, '')
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
    )
  })
})
