import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { AppError } from '../../../../shared/app-error.ts'
import { detectFormat } from '../../../../shared/import/format.ts'
import type { Table } from '../../../../shared/import/table.ts'
import { readSheet } from '../../../../shared/import/xlsx/index.ts'
import { publicFile, publicFilesAreThere } from './vcard/public-files.ts'
import { bytesOf, cardText, tableIn } from './vcard/read-text.ts'
import { rowsXml, workbookOf } from './xlsx/workbook-of.ts'

const refusals = ['fileEmpty', 'fileUnreadable', 'fileTooLarge', 'fileIsOldExcel', 'fileIsEncrypted', 'fileIsBackup']

const isWhole = ({ headers, rows, numbers }: Table) => {
  expect(numbers).toHaveLength(rows.length)
  expect(rows.every((row) => row.length <= headers.length && row.every((cell) => typeof cell === 'string'))).toBe(true)
}

/** A table, or a refusal that can be told. */
const survives = async (read: () => Promise<Table> | Table): Promise<void> => {
  try {
    isWhole(await read())
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(refusals).toContain(error.code)
  }
}

const readCards = (bytes: Uint8Array) => survives(() => tableIn(bytes).table)
const readFirst = (bytes: Uint8Array) => survives(() => readSheet(bytes, () => false))

const richCard = cardText(
  'VERSION:4.0',
  'FN:Ona "K" Žydrūnė',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=BD;=',
  'Ona;;;',
  'item1.TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102',
  'item1.X-ABLabel:_$!<Work>!$_',
  'ADR;LABEL="a^nb":;;Main 3;Kaunas;;44280;LT',
  'BDAY:--0203',
  'PHOTO:data:image/gif;base64,R0lGODdhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs=',
  'CATEGORIES:a,b\\,c',
  'NOTE:long\r\n  folded',
)
const workbook = workbookOf({
  sheets: [
    {
      name: '__proto__',
      rows: `${rowsXml([
        ['Name', 'Contact', ''],
        ['', 'Email', 'Phone'],
      ])}<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>45363.5</v></c><c r="C3" t="e"><v>#N/A</v></c></row>`,
      merges: ['A1:A2', 'B1:C1'],
    },
    { state: 'hidden', rows: rowsXml([['Name'], ['Ona']]) },
  ],
  formats: ['yyyy-mm-dd hh:mm'],
  strings: ['<si><t>Ona</t></si>'],
})

type Edit = { kind: 'flip' | 'cut' | 'double' | 'insert'; at: number; length: number; bytes: Uint8Array }
const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'cut', 'double', 'insert'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(60),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom('BEGIN:VCARD\n', 'AGENT:\n', ';', ':', '"', '\\', '=\n', '\n ').map(bytesOf),
    ),
  }) satisfies fc.Arbitrary<Edit>,
  { minLength: 1, maxLength: 6 },
)

const damaged = (file: Uint8Array, list: readonly Edit[]): Uint8Array =>
  list.reduce<Uint8Array>((bytes, { kind, at, length, bytes: extra }) => {
    const from = Math.floor(at * bytes.length)
    const [before, part, after] = [
      bytes.subarray(0, from),
      bytes.subarray(from, from + length),
      bytes.subarray(from + length),
    ]
    if (kind === 'flip') return new Uint8Array([...before, ...part.map((byte) => byte ^ 0x55), ...after])
    if (kind === 'cut') return new Uint8Array([...before, ...after])
    if (kind === 'double') return new Uint8Array([...before, ...part, ...part, ...after])
    return new Uint8Array([...before, ...extra, ...part, ...after])
  }, file)

describe('no file crashes a reader', () => {
  it('of arbitrary bytes', async () => {
    const heads = fc.constantFrom('', 'PK\x03\x04', 'BEGIN:VCARD\n', 'MECARD:').map(bytesOf)
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        const bytes = new Uint8Array([...head, ...rest])
        detectFormat(bytes, 'a.xlsx')
        await readCards(bytes)
        await readFirst(bytes)
      }),
      { numRuns: 400 },
    )
  })

  it('of damaged cards', async () => {
    await fc.assert(
      fc.asyncProperty(edits, (list) => readCards(damaged(bytesOf(richCard + richCard), list))),
      { numRuns: 1000 },
    )
  })

  it.skipIf(!publicFilesAreThere)('of damaged public cards (beside the project)', async () => {
    const names = ['John_Doe_ANDROID.vcf', 'John_Doe_GMAIL.vcf', 'outlook-2003.vcf', 'rfc2426-example.vcf']
    const files = await Promise.all(names.map(publicFile))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), edits, (file, list) => readCards(damaged(file, list))),
      { numRuns: 400 },
    )
  })

  it('of damaged workbooks', async () => {
    await fc.assert(
      fc.asyncProperty(edits, (list) => readFirst(damaged(workbook, list))),
      { numRuns: 400 },
    )
  })

  it('of workbooks with damaged sheets', async () => {
    const sheet = bytesOf(
      `<worksheet><sheetData>${rowsXml([
        ['Name', 'Email'],
        ['Ona', 'a'],
      ])}<row r="9"><c r="A9" s="1" t="n"><f>A1</f><v>45363</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
    )
    await fc.assert(
      fc.asyncProperty(edits, (list) =>
        readFirst(
          workbookOf({
            sheets: [{ rows: '' }],
            formats: ['yyyy-mm-dd'],
            parts: [{ name: 'xl/worksheets/sheet1.xml', content: damaged(sheet, list) }],
          }),
        ),
      ),
      { numRuns: 400 },
    )
  })
})

describe('a file without end is read to its end', () => {
  const size = 5_000_000
  it.each([
    ['one line', `BEGIN:VCARD\nFN:a\nNOTE:${'a'.repeat(size)}`],
    ['a line of colons', `BEGIN:VCARD\nFN:a\n${':'.repeat(size)}`],
    ['a line of backslashes', `BEGIN:VCARD\nFN:a\nNOTE:${'\\'.repeat(size)}`],
    ['params', `BEGIN:VCARD\nFN:a\nTEL${';TYPE=a'.repeat(size / 7)}:1`],
    ['quotes', `BEGIN:VCARD\nFN:a\nTEL;TYPE="${'a"'.repeat(size / 2)}:1`],
    ['folds', `BEGIN:VCARD\nFN:a\nNOTE:${'\n a'.repeat(size / 3)}`],
    ['soft breaks', `BEGIN:VCARD\nFN:a\nNOTE;QUOTED-PRINTABLE:${'=\na'.repeat(size / 3)}`],
    ['blank lines', `BEGIN:VCARD\nFN:a${'\r'.repeat(size)}`],
    ['cards in cards', `BEGIN:VCARD\nFN:a\nAGENT:\n${'BEGIN:VCARD\nAGENT:\n'.repeat(200_000)}`],
    ['properties', `BEGIN:VCARD\nFN:a\n${'TEL:1\n'.repeat(300_000)}`],
    ['empty lines of a code', `MECARD:N:a;${'\n'.repeat(size)};`],
  ])('of %s', (_, text) => {
    expect(tableIn(text).table.rows).toHaveLength(1)
  })

  it('of empty cards', () => {
    expect(() => tableIn('BEGIN:VCARD\nEND:VCARD\n'.repeat(100_000))).toThrow(/fileEmpty/)
  })

  it('of a workbook that unpacks to much', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    const filler = `<!--${' '.repeat(60_000_000)}-->`
    const bytes = workbookOf({ sheets: [{ rows: rows + filler }] })
    expect(bytes.length).toBeLessThan(100_000)
    await readFirst(bytes)
  })
})
