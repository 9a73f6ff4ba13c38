import { readFile } from 'node:fs/promises'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { AppError } from '../../../../shared/app-error.ts'
import { readCardFile, type Table } from '../../../../shared/import/index.ts'
import { createMemoryBook, decode, importInto, tableFrom } from './helpers.ts'
import { sampleNames, samples } from './preset-samples.ts'
import { publicFile, publicFilesAreThere } from './vcard/public-files.ts'

const names = ['google.csv', 'outlook-russian-1251.csv', 'lithuanian-1257.csv', 'linkedin.csv', 'persian-utf16le.csv']
const files = await Promise.all(
  names.map(
    async (name) => new Uint8Array(await readFile(new URL(`../../../fixtures/import/${name}`, import.meta.url))),
  ),
)

const ofPresets = sampleNames.map((name) => new TextEncoder().encode(samples[name].text))
const cardNames = [
  'John_Doe_ANDROID.vcf',
  'John_Doe_IPHONE.vcf',
  'gmail-list.vcf',
  'outlook-2003.vcf',
  'rfc2426-example.vcf',
]
const cards = publicFilesAreThere ? await Promise.all(cardNames.map(publicFile)) : []

/** Imports a file twice; every row must have an outcome, none may come in twice, or the file be refused by name. */
const survives = async (bytes: Uint8Array, read: (bytes: Uint8Array) => Uint8Array | Table = (same) => same) => {
  try {
    const book = createMemoryBook()
    const file = read(bytes)
    const { planned, table } = await importInto(book, file, { rules: { badCells: 'skipCell' } })
    expect(planned).toHaveLength(table.rows.length)
    const again = await importInto(book, file, { rules: { badCells: 'skipCell' } })
    for (const [at, outcome] of again.outcomes.entries()) {
      const { outcome: first, problems } = planned[at] ?? { outcome: 'failed', problems: [] }
      // What could not come in, or not be linked, may be able to when the rest of the file is there.
      const waits = first === 'failed' || problems.some(({ code }) => code === 'unlinked' || code === 'manyLinks')
      if (!waits) expect(outcome).toBe('unchanged')
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(['fileEmpty', 'fileUnreadable']).toContain(error.code)
  }
}

const mutationsOf = (originals: readonly Uint8Array[]) =>
  fc
    .record({
      file: fc.constantFrom(...originals),
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
  ...sampleNames.flatMap((name) => tableFrom(samples[name].text).headers.slice(0, 40)),
)
const table = fc
  .tuple(
    fc.array(headers, { minLength: 1, maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 9 }), { minLength: 1, maxLength: 6 }),
  )
  .map(([head, rows]) => [head, ...rows].map((row) => row.join(',')).join('\n'))

describe('no file crashes an import', { timeout: 120_000 }, () => {
  it('of arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => survives(bytes)),
      { numRuns: 300 },
    )
  })
  it('of damaged real shapes', async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(files), (bytes) => survives(bytes)),
      { numRuns: 200 },
    )
  })
  it('of damaged files of every program', async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(ofPresets), (bytes) => survives(bytes)),
      { numRuns: 300 },
    )
  })
  it.skipIf(!publicFilesAreThere)('of damaged cards', async () => {
    const read = (bytes: Uint8Array) => readCardFile(bytes, decode).table
    await fc.assert(
      fc.asyncProperty(mutationsOf(cards), (bytes) => survives(bytes, read)),
      { numRuns: 200 },
    )
  })
  it('of known headers over hostile cells', async () => {
    await fc.assert(
      fc.asyncProperty(table, (text) => survives(new TextEncoder().encode(text))),
      { numRuns: 300 },
    )
  })
})
