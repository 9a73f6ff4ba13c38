import { describe, expect, it } from 'vitest'

import type { ErrorCode } from '../../../../../shared/app-error.ts'
import { fold } from '../../../../../shared/import/fold.ts'
import { readSheet } from '../../../../../shared/import/xlsx/index.ts'
import { zipOf } from '../zip-of.ts'
import { rowsXml, type WorkbookXml, workbookOf } from './workbook-of.ts'

const names = ['Name', 'First name', 'Last name', 'Email', 'Mobile', 'Phone', 'City', 'Street', 'Shipping street']
const known = new Set(names.map(fold))
const read = async (bytes: Uint8Array, options?: Parameters<typeof readSheet>[2]) =>
  readSheet(bytes, (key) => known.has(key), options)

/** The texts of one row of cells, below a header. */
const cellsOf = async (cells: readonly string[], rest: Omit<WorkbookXml, 'sheets'> = {}) => {
  const letters = cells.map((_, at) => String.fromCharCode('A'.charCodeAt(0) + at))
  const header = rowsXml([letters.map((letter) => `column ${letter}`)])
  const row = cells.map((cell, at) => cell.replace('<c', `<c r="${letters[at]}2"`)).join('')
  const bytes = workbookOf({ sheets: [{ rows: `${header}<row r="2">${row}</row>` }], ...rest })
  return (await read(bytes, { headerRow: 0 })).rows[0]
}

const code = async (promise: Promise<unknown>): Promise<ErrorCode | undefined> =>
  promise.then(
    () => undefined,
    (error) => error.code,
  )

describe('cells of a workbook', () => {
  it('become days and times by their format', async () => {
    const formats = ['yyyy-mm-dd', 'dd.mm.yyyy hh:mm', 'h:mm', '[$-419]d mmmm yyyy" г."', '[h]:mm', '0.00" d"']
    expect(
      await cellsOf(
        [
          '<c s="1"><v>45363</v></c>',
          '<c s="2"><v>45363.5451388889</v></c>',
          '<c s="3"><v>0.75</v></c>',
          '<c s="4"><v>45363.9</v></c>',
          '<c s="5"><v>1.5</v></c>',
          '<c s="6"><v>45363</v></c>',
          '<c s="1"><v>99999999999</v></c>',
          '<c s="1"><v>59</v></c>',
          '<c><v>1</v></c>',
        ],
        { formats },
      ),
    ).toEqual(['2024-03-12', '2024-03-12T13:05', '18:00', '2024-03-12', '36:00', '45363', '', '1900-02-28', '1'])
  })

  it('stand one after the other where they do not say where', async () => {
    const cell = (text: string) => `<c t="str"><v>${text}</v></c>`
    const rows = `<row>${cell('Name')}${cell('City')}</row><row>${cell('Ona')}<c/>${cell('Kaunas')}</row>`
    const table = await read(workbookOf({ sheets: [{ rows }] }))
    expect([table.headers, table.rows, table.numbers]).toEqual([['Name', 'City', ''], [['Ona', '', 'Kaunas']], [2]])
  })

  it('count their days from 1904 where the workbook does', async () => {
    const formats = ['yyyy-mm-dd', 'h:mm']
    const cells = ['<c s="1"><v>43901</v></c>', '<c s="2"><v>0.75</v></c>']
    expect(await cellsOf(cells, { formats, date1904: true })).toEqual(['2024-03-12', '18:00'])
  })

  it('become numbers without noise', async () => {
    expect(
      await cellsOf(
        [
          '<c><v>0.30000000000000004</v></c>',
          '<c><v>1E+21</v></c>',
          '<c><v>37061234567</v></c>',
          '<c><v>9007199254740991</v></c>',
          '<c><v>-1.5E-7</v></c>',
          '<c s="1"><v>0.125</v></c>',
          '<c s="1"><v>0.07</v></c>',
          '<c s="2"><v>1234.5</v></c>',
          '<c s="3"><v>123</v></c>',
        ],
        { formats: ['0.0%', '#,##0.00\\ "€"', '00000'] },
      ),
    ).toEqual([
      '0.3',
      '1000000000000000000000',
      '37061234567',
      '9007199254740991',
      '-0.00000015',
      '12.5%',
      '7%',
      '1234.5',
      '00123',
    ])
  })

  it('become text whatever way they are kept', async () => {
    const strings = ['<si><r><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>read so</t></rPh></si>', '<si/>']
    expect(
      await cellsOf(
        [
          '<c t="s"><v>0</v></c>',
          '<c t="inlineStr"><is><t>in &amp; line</t></is></c>',
          '<c t="str"><f>A1&amp;"x"</f><v>resultx</v></c>',
          '<c t="b"><v>1</v></c>',
          '<c t="b"><v>0</v></c>',
          '<c t="e"><v>#N/A</v></c>',
          '<c><f>SUM(A1:A9)</f><v>42</v></c>',
          '<c t="s"><v>1</v></c>',
          '<c t="s"><v>77</v></c>',
          '<c t="inlineStr"><is><t>_x0041_ end</t></is></c>',
        ],
        { strings },
      ),
    ).toEqual(['rich text', 'in & line', 'resultx', 'true', 'false', '', '42', '', '', 'A end'])
  })
})

describe('a sheet', () => {
  it('is listed in its order, hidden ones last, and read by its index', async () => {
    const one = (text: string) => rowsXml([['Name'], [text]])
    const bytes = workbookOf({
      sheets: [
        { name: 'Secret', state: 'veryHidden', rows: one('a') },
        { name: '__proto__', rows: '' },
        { name: 'Žmonės &amp; kt.', rows: one('b') },
        { name: 'Old', state: 'hidden', rows: one('c') },
      ],
    })
    expect((await read(bytes)).sheets).toEqual([
      { index: 1, name: '__proto__', hidden: false },
      { index: 2, name: 'Žmonės & kt.', hidden: false },
      { index: 0, name: 'Secret', hidden: true },
      { index: 3, name: 'Old', hidden: true },
    ])
    expect(await read(bytes, { sheet: 3 })).toMatchObject({ sheet: 3, headers: ['Name'], rows: [['c']] })
    expect(await read(bytes)).toMatchObject({ sheet: 2, rows: [['b']] })
    expect(await code(read(bytes, { sheet: 1 }))).toBe('fileEmpty')
    expect(await code(read(bytes, { sheet: 9 }))).toBe('fileUnreadable')
  })

  it('is passed over where it is a chart', async () => {
    const name = 'xl/_rels/workbook.xml.rels'
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const content = `<Relationships><Relationship Id="rId1" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`
    const charted = workbookOf({
      sheets: [
        { name: 'Chart', rows: '' },
        { name: 'People', rows: rowsXml([['Name'], ['Ona']]) },
      ],
      parts: [{ name, content }],
    })
    expect(await read(charted)).toMatchObject({ sheet: 1, rows: [['Ona']] })
  })

  it('is passed over where it only has notes, unless there is nothing else', async () => {
    const notes = { name: 'Info', rows: rowsXml([['Customers of the fair'], ['Asked by Ona']]) }
    const people = {
      name: 'People',
      rows: rowsXml([
        ['First name', 'City'],
        ['Ona', 'Kaunas'],
      ]),
    }
    expect(await read(workbookOf({ sheets: [notes, people] }))).toMatchObject({ sheet: 1, rows: [['Ona', 'Kaunas']] })
    expect(await read(workbookOf({ sheets: [notes, { name: 'None', rows: '' }] }))).toMatchObject({ sheet: 0 })
  })

  it('is read from its header to its totals, with the row numbers of the spreadsheet', async () => {
    const rows = rowsXml(
      [
        ['Customers of 2026'],
        [],
        ['', 'First name', 'Last name', 'Phone'],
        ['', 'Ona', 'Kalnienė', '+37061234567'],
        [],
        ['', 'Jonas', 'Petraitis'],
        ['', 'Total', '2'],
      ],
      3,
    )
    const table = await read(workbookOf({ sheets: [{ rows: `${rows}<row r="40"/>`, merges: ['A3:D3'] }] }))
    expect(table.headers).toEqual(['', 'First name', 'Last name', 'Phone'])
    expect(table.rows).toEqual([
      ['', 'Ona', 'Kalnienė', '+37061234567'],
      ['', 'Jonas', 'Petraitis', ''],
    ])
    expect([table.headerRow, table.numbers, table.totals]).toEqual([4, [6, 8], 1])
  })

  it('joins a header of two rows', async () => {
    const rows = rowsXml([
      ['Client name', 'Shipping', '', '', 'Contact', ''],
      ['', 'Street', 'City', 'ZIP', 'Email', 'Mobile'],
      ['Ona', 'Vilniaus g. 1', 'Kaunas', '44280', 'ona@example.org', '+37061234567'],
    ])
    const table = await read(workbookOf({ sheets: [{ rows, merges: ['A1:A2', 'B1:D1', 'E1:F1'] }] }))
    expect(table.headers).toEqual([
      'Client name',
      'Shipping Street',
      'Shipping City',
      'Shipping ZIP',
      'Email',
      'Mobile',
    ])
    expect(table.numbers).toEqual([3])
  })

  it('leaves the name of a group out only where a column is known and told apart without it', async () => {
    const rows = rowsXml([
      ['Name', 'Base', '', 'Depot', '', 'Reach', ''],
      ['', 'Street', 'When', 'Street', 'When', 'Phone', 'Hours'],
      ['Ona', 'a', 'b', 'c', 'd', 'e', 'f'],
    ])
    const table = await read(workbookOf({ sheets: [{ rows, merges: ['B1:C1', 'D1:E1', 'F1:G1'] }] }))
    expect(table.headers.slice(0, 5)).toEqual(['Name', 'Base Street', 'Base When', 'Depot Street', 'Depot When'])
    expect(table.headers.slice(5)).toEqual(['Phone', 'Reach Hours'])
  })

  it('leaves merged cells of its data as they are', async () => {
    const data = [
      ['Name', 'City', 'Phone'],
      ['Ona', 'Kaunas', ''],
      ['Jonas', 'Vilnius', '+37061234567'],
    ]
    const table = await read(workbookOf({ sheets: [{ rows: rowsXml(data), merges: ['B2:C2'] }] }))
    expect([table.headers, ...table.rows]).toEqual(data)
  })

  it('takes a title over the whole table for no part of the header', async () => {
    const rows = rowsXml([
      ['Our customers', '', ''],
      ['Name', 'Email', 'City'],
      ['Ona', 'ona@example.org', 'Kaunas'],
    ])
    const table = await read(workbookOf({ sheets: [{ rows, merges: ['A1:C1'] }] }))
    expect(table.headers).toEqual(['Name', 'Email', 'City'])
  })
})

describe('a file that is no workbook', () => {
  const good = workbookOf({ sheets: [{ rows: rowsXml([['Name'], ['Ona']]) }] })

  it('is refused by what it is', async () => {
    expect(await code(read(new Uint8Array()))).toBe('fileEmpty')
    expect(await code(read(new TextEncoder().encode('Name\nOna')))).toBe('fileUnreadable')
    expect(await code(read(zipOf([{ name: 'a.txt', content: 'a' }])))).toBe('fileUnreadable')
    expect(await code(read(good.subarray(0, good.length - 100)))).toBe('fileUnreadable')
    expect(await code(read(workbookOf({ sheets: [] })))).toBe('fileUnreadable')
    expect(await code(read(workbookOf({ sheets: [{ rows: '' }] })))).toBe('fileEmpty')
  })

  it('is refused where a part is not what it was packed as', async () => {
    const name = 'xl/worksheets/sheet1.xml'
    const bytes = workbookOf({ sheets: [{ rows: '' }], parts: [{ name, content: '<worksheet/>', crc: 1 }] })
    expect(await code(read(bytes))).toBe('fileUnreadable')
  })

  it('is refused where it claims to unpack to more than memory holds, or unpacks to more than it claims', async () => {
    const name = 'xl/worksheets/sheet1.xml'
    const content = `<worksheet><sheetData>${rowsXml([['Name'], ['Ona']])}</sheetData></worksheet>`
    const claiming = (unpacked: number) =>
      code(read(workbookOf({ sheets: [{ rows: '' }], parts: [{ name, content, unpacked }] })))
    expect(await claiming(300 * 1024 ** 2)).toBe('fileTooLarge')
    expect(await claiming(10)).toBe('fileUnreadable')
    expect(await claiming(content.length)).toBeUndefined()
  })

  it('is refused where its elements stand in one another without end', async () => {
    expect(await code(read(workbookOf({ sheets: [{ rows: '<row>'.repeat(200_000) }] })))).toBe('fileEmpty')
  })

  it('is refused where its cells span milliards', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(await code(read(workbookOf({ sheets: [{ rows }] })))).toBe('fileTooLarge')
  })

  it('is refused where a cell stands where none can', async () => {
    for (const place of ['A1048577', 'XFE1', 'A0', '__proto__'])
      expect(await code(read(workbookOf({ sheets: [{ rows: `<row><c r="${place}"><v>1</v></c></row>` }] })))).toBe(
        'fileUnreadable',
      )
  })
})
