import { readFile } from 'node:fs/promises'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { AppError } from '../../../../shared/app-error.ts'
import { createMemoryBook, importInto } from './helpers.ts'

const names = ['google.csv', 'outlook-russian-1251.csv', 'lithuanian-1257.csv', 'linkedin.csv', 'persian-utf16le.csv']
const files = await Promise.all(
  names.map(
    async (name) => new Uint8Array(await readFile(new URL(`../../../fixtures/import/${name}`, import.meta.url))),
  ),
)

/** Imports a file; every row must have an outcome, or the file be refused by name. */
const survives = async (bytes: Uint8Array) => {
  try {
    const { planned, table } = await importInto(createMemoryBook(), bytes)
    expect(planned).toHaveLength(table.rows.length)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(['fileEmpty', 'fileUnreadable']).toContain(error.code)
  }
}

const mutated = fc
  .record({
    file: fc.constantFrom(...files),
    edits: fc.array(fc.record({ at: fc.nat(2_000), drop: fc.nat(40), insert: fc.uint8Array({ maxLength: 8 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({ file, edits }) =>
    edits.reduce<Uint8Array>((bytes, { at, drop, insert }) => {
      const start = at % Math.max(1, bytes.length)
      return new Uint8Array([...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + drop)])
    }, file),
  )

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '"',
    '=1+1',
    '2024-02-31',
    '99999',
    '+1',
    'a@b.co',
    '__proto__',
    'constructor',
    '0.0.00',
    '1e400',
    '-',
  ),
)
const headers = fc.constantFrom(
  'Name',
  'First name',
  'Email',
  'Phone',
  'Birthday',
  'Status',
  'Tags',
  'Company',
  'Language',
  'Country',
  'Website',
  'Last contact',
  'Source',
  'E-mail 1 - Value',
  'Address 1 - Street',
  '__proto__',
  'constructor',
  'Fairbook ID',
  'Fairbook deal ID',
  'the value',
  'the currency',
)
const table = fc
  .tuple(
    fc.array(headers, { minLength: 1, maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 9 }), { minLength: 1, maxLength: 6 }),
  )
  .map(([head, rows]) => [head, ...rows].map((row) => row.join(',')).join('\n'))

describe('no file crashes an import', () => {
  it('of arbitrary bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: 300 })
  })
  it('of damaged real shapes', async () => {
    await fc.assert(fc.asyncProperty(mutated, survives), { numRuns: 300 })
  })
  it('of known headers over hostile cells', async () => {
    await fc.assert(
      fc.asyncProperty(table, (text) => survives(new TextEncoder().encode(text))),
      { numRuns: 300 },
    )
  })
})
