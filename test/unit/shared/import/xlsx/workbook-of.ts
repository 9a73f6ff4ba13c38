import { type ZipPart, zipOf } from '../zip-of.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

type SheetXml = {
  name?: string
  state?: 'hidden' | 'veryHidden'
  /** The rows, as they stand inside `sheetData`. */
  rows: string
  /** References such as `A1:C1`. */
  merges?: readonly string[]
}

export type WorkbookXml = {
  sheets: readonly SheetXml[]
  date1904?: boolean
  /** Number formats of the cell styles 1, 2, 3 …; style 0 has none. */
  formats?: readonly string[]
  /** The items of the table of strings, as XML. */
  strings?: readonly string[]
  /** Other parts, or parts in place of those made here. */
  parts?: readonly ZipPart[]
}

const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const sheetXml = ({ rows, merges = [] }: SheetXml) =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${
    merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  }</worksheet>`

const stylesXml = (formats: readonly string[]) => {
  const codes = formats.map((code) => code.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
  const xfs = codes.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes
    .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`)
    .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`
}

/** A workbook made of XML by hand: what other programs write, and what none should. */
export const workbookOf = ({ sheets, date1904, formats = [], strings = [], parts = [] }: WorkbookXml): Uint8Array => {
  const own: ZipPart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONSHIPS}">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name = 'Sheet', state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${RELATIONSHIPS}">${sheets
        .map((_, at) => relationship(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
        .join(
          '',
        )}${relationship('rId901', 'styles', 'styles.xml')}${relationship('rId902', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', content: stylesXml(formats) },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${strings.join('')}</sst>` },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
  ]
  return zipOf([...own.filter(({ name }) => !parts.some((part) => part.name === name)), ...parts])
}

const column = (at: number): string => String.fromCharCode('A'.charCodeAt(0) + at)

/** Rows of texts as XML, from row `first` on; an empty text is no cell. */
export const rowsXml = (rows: readonly (readonly string[])[], first = 1): string =>
  rows
    .map(
      (row, y) =>
        `<row r="${first + y}">${row
          .map((text, x) =>
            text === '' ? '' : `<c r="${column(x)}${first + y}" t="inlineStr"><is><t>${text}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('')
