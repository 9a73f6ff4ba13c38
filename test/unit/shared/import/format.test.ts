import { describe, expect, it } from 'vitest'

import { AppError } from '../../../../shared/app-error.ts'
import { detectFormat, type FileFormat, refuseFormat } from '../../../../shared/import/format.ts'
import { bytesOf, latin } from './vcard/read-text.ts'
import { workbookOf } from './xlsx/workbook-of.ts'
import { type ZipPart, zipOf } from './zip-of.ts'

const zip = (...names: string[]) => zipOf(names.map((name): ZipPart => ({ name, content: '{}' })))
const compound = (...streams: string[]) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1024),
      ...streams.map((stream) => Buffer.from(stream, 'utf16le')),
    ]),
  )
const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const workbook = workbookOf({ sheets: [{ rows: '' }] })

describe('the format of a file', () => {
  it.each<[string, Uint8Array, string, FileFormat]>([
    ['a list', bytesOf('Name,Phone\nOna,1'), 'a.csv', 'delimited'],
    ['nothing', new Uint8Array(), 'a.xlsx', 'delimited'],
    ['a list that begins like a zip', bytesOf('PK,Name\n1,Ona'), 'a.csv', 'delimited'],
    ['a list with a card in a cell', bytesOf('Name,Card\nOna,"\nBEGIN:VCARD\nEND:VCARD"'), 'a.csv', 'delimited'],
    ['a list in XML of no kind known', bytesOf('<note>a</note>'), 'a.xml', 'delimited'],
    ['a workbook', workbook, 'a.csv', 'xlsx'],
    ['a workbook that was cut', workbook.subarray(0, 200), 'A.XLSX', 'xlsx'],
    ['a zip that was cut', workbook.subarray(0, 200), 'a.zip', 'otherBinary'],
    ['a backup', zip('manifest.json', 'tables/customers.ndjson'), 'a.xlsx', 'fairbookBackup'],
    ['another zip', zip('manifest.json', 'readme.txt'), 'a.xlsx', 'otherBinary'],
    ['a document of Word', zip('[Content_Types].xml', 'word/document.xml'), 'a.docx', 'otherBinary'],
    ['an old workbook', compound('Root Entry', 'Workbook'), 'a.xlsx', 'oldExcel'],
    ['an older workbook', latin('\x09\x04\x06\x00\x00\x00\x10\x00'), 'a.xls', 'oldExcel'],
    ['a web page called a workbook', bytesOf('\n<html><body><table><tr>'), 'a.xls', 'oldExcel'],
    [
      'a workbook in XML',
      bytesOf('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'a.xml',
      'oldExcel',
    ],
    ['a protected workbook', compound('EncryptionInfo', 'EncryptedPackage'), 'a.xlsx', 'encryptedExcel'],
    ['an old document', compound('WordDocument'), 'a.doc', 'otherBinary'],
    ['a picture', latin('\xff\xd8\xff\xe0'), 'a.vcf', 'otherBinary'],
    ['cards', bytesOf('\ufeff\r\nBegin:vCard\r\nEND:VCARD'), 'a.csv', 'vcard'],
    ['cards after other text', bytesOf('Dear Ona\nBEGIN:VCARD\nEND:VCARD'), 'a.txt', 'vcard'],
    ['cards in UTF-16', wide('\ufeffBEGIN:VCARD'), 'a.txt', 'vcard'],
    ['what is called cards', bytesOf('FN:Ona'), 'a.VCF', 'vcard'],
    ['a code', bytesOf(' mecard:N:Ona;;'), 'a.txt', 'mecard'],
  ])('is known for %s', (_, bytes, name, format) => {
    expect(detectFormat(bytes, name)).toBe(format)
  })

  it('is refused by name where it cannot be imported', () => {
    const refusals = (['oldExcel', 'encryptedExcel', 'fairbookBackup', 'otherBinary'] as const).map((format) => {
      try {
        refuseFormat(format)
        return undefined
      } catch (error) {
        return error instanceof AppError ? error.code : error
      }
    })
    expect(refusals).toEqual(['fileIsOldExcel', 'fileIsEncrypted', 'fileIsBackup', 'fileUnreadable'])
    expect(() => refuseFormat('xlsx')).not.toThrow()
  })
})
