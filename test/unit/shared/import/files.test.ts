import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { displayName } from '../../../../shared/domain/index.ts'
import { knowsHeader, readTable } from '../../../../shared/import/index.ts'
import { createMemoryBook, decode, importInto, vocabulary } from './helpers.ts'

const fixture = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../../fixtures/import/${name}`, import.meta.url)))
const read = (bytes: Uint8Array | string, language?: string) =>
  readTable(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, decode, knowsHeader(vocabulary), {
    language,
  })
const importFixture = async (name: string) => {
  const book = createMemoryBook()
  const result = await importInto(book, await fixture(name))
  return { ...result, book, byName: new Map(book.customers().map((customer) => [displayName(customer), customer])) }
}
const values = (map: object | undefined) => Object.values(map ?? {})

describe('a file from another program', () => {
  it('is read from Google', async () => {
    const { mapping, byName, outcomes, planned } = await importFixture('google.csv')
    expect(mapping.source).toBe('google')
    expect(outcomes).toEqual(['created', 'created', 'created'])
    const milda = byName.get('Milda Kalnienė')
    expect(milda).toMatchObject({
      kind: 'person',
      companyId: byName.get('Šilo baldai')?.id,
      role: 'Head of purchasing',
      birthday: '1984-05-06',
      notes: 'Met at the spring fair.\nLikes oak.',
      tags: { Partners: true },
      website: 'https://silobaldai.example',
    })
    expect(values(milda?.emails)).toEqual([
      { value: 'milda@silobaldai.example', label: 'work', primary: true },
      { value: 'milda@home.example', label: 'home' },
      { value: 'mk@home.example', label: 'home' },
    ])
    expect(values(milda?.phones)).toEqual([{ value: '+370 612 34567', e164: '+37061234567', label: 'mobile' }])
    expect(values(milda?.addresses)).toEqual([
      { kind: 'billing', street: 'Ąžuolų g. 3', city: 'Kaunas', postcode: '44280', country: 'LT' },
    ])
    expect(byName.get('Peter J. Marsh')?.companyId).toBe(byName.get('Šilo baldai')?.id)
    expect(planned[1]?.problems.map(({ code }) => code)).toEqual(['dateWithoutYear'])
    expect(byName.has('nobody@example.org')).toBe(true)
    expect(mapping.columns.filter(({ path }) => path === '').map(({ header }) => header)).toContain('Photo')
  })

  it('is read from Outlook in Russian and Windows-1251', async () => {
    const { table, mapping, byName, outcomes } = await importFixture('outlook-russian-1251.csv')
    expect([table.encoding, mapping.source]).toEqual(['windows-1251', 'outlook'])
    expect(outcomes).toEqual(['created', 'created'])
    expect(byName.get('Анна Сергеевна Берёзкина')).not.toHaveProperty('birthday')
    expect(byName.get('Пётр Осокин')).toMatchObject({
      birthday: '1979-02-14',
      companyId: byName.get('ООО «Лесной двор»')?.id,
    })
  })

  it('is read from a Lithuanian spreadsheet in Windows-1257, with a line of totals', async () => {
    const { table, byName } = await importFixture('lithuanian-1257.csv')
    expect(table).toMatchObject({ encoding: 'windows-1257', delimiter: ';', totals: 1 })
    expect(byName.get('Žydrė Šaltenytė')).toMatchObject({ birthday: '1990-12-24', notes: 'Ūkio įranga' })
    expect(values(byName.get('Žydrė Šaltenytė')?.phones)).toEqual([{ value: '8 612 00001', e164: '+37061200001' }])
  })

  it('is read from LinkedIn, below its notes', async () => {
    const { table, mapping, byName } = await importFixture('linkedin.csv')
    expect([table.headerRow, mapping.source]).toEqual([3, 'linkedin'])
    expect(byName.get('Nora Field')).toMatchObject({ role: 'Owner', companyId: byName.get('Field & Sons')?.id })
  })

  it('is read from a Persian sheet in UTF-16, with Persian digits and days', async () => {
    const book = createMemoryBook()
    await importInto(book, await fixture('persian-utf16le.csv'), { country: 'IR' })
    const sara = book.customers().find((customer) => displayName(customer) === 'سارا محمدی')
    expect(sara).toMatchObject({ birthday: '1989-07-03', tags: { نمایشگاه: true } })
    expect(values(sara?.phones)).toEqual([{ value: '۰۹۱۲۳۴۵۶۷۸۹', e164: '+989123456789', label: 'mobile' }])
  })

  it.each([
    [
      'hubspotContacts',
      'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner',
    ],
    ['hubspotCompanies', 'Record ID,Company name,Website URL,Company owner,Create Date'],
    [
      'google',
      'Name,Given Name,Additional Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name',
    ],
    [
      'outlook',
      'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Phone,Mobile Phone,E-mail Address,E-mail 2 Address,Notes,Web Page',
    ],
    ['pipedrivePeople', 'Person - Name*,Person - Phone,Person - Email (Work),Organization - Name,Deal - Title'],
    [
      'zohoPeople',
      'Record Id,Contact Owner,First Name,Last Name,Account Name,Account Name.id,Email,Phone,Mobile,Mailing Street,Mailing City,Mailing State,Mailing Zip,Description',
    ],
    [
      'zohoAccounts',
      'Record Id,Account Owner,Account Name,Phone,Website,Account Type,Billing Street,Billing City,Billing State,Billing Code,Description',
    ],
  ])('is recognised as of %s in any case and order of its headers', async (source, header) => {
    const columns = header
      .split(',')
      .reverse()
      .map((name) => name.toUpperCase())
    const row = columns.map((name) => (/MAIL|WEB|URL/.test(name) ? 'a@example.org' : 'x'))
    const { mapping } = await importInto(createMemoryBook(), `${columns.join(',')}\n${row.join(',')}\n`)
    expect(mapping.source).toBe(source)
  })
})

describe('the shape of a file', () => {
  it.each([',', ';', '\t', '|'])('is found with %j between cells', (delimiter) => {
    const text = ['First name|Last name|Notes', 'Ann|Lee|"a, b; c"', 'Bo|Ray|x, y, z']
      .map((line) => line.replaceAll('|', delimiter))
      .join('\n')
    expect(read(text)).toMatchObject({
      delimiter,
      headers: ['First name', 'Last name', 'Notes'],
      rows: [['Ann', 'Lee', 'a, b; c'], expect.anything()],
    })
  })

  it.each(['\r', '\n', '\r\n'])('is found with lines that end in %j, and others inside quotes', (end) => {
    expect(read(['Name,Notes', 'Ann,"one\ntwo\r\nthree"', 'Bo,""""'].join(end)).rows).toEqual([
      ['Ann', 'one\ntwo\r\nthree'],
      ['Bo', '"'],
    ])
  })

  it('takes lines of mixed ends, blank ones and ragged ones', () => {
    expect(read('Name,Email,Phone\r\nAnn,a@example.org\n\n,,\rBo,b@example.org,1,2\n').rows).toEqual([
      ['Ann', 'a@example.org'],
      ['Bo', 'b@example.org', '1', '2'],
    ])
  })

  it('does not let a quote that never closes swallow the file', () => {
    expect(read('Name,Email\n"Ann,a@example.org\nBo,b@example.org').rows).toHaveLength(2)
  })

  it('knows a file without a row of names', async () => {
    const { mapping, outcomes, table } = await importInto(
      createMemoryBook(),
      'Ann,ann@example.org,+370 612 34567\nBo,bo@example.org,+370 612 34568\n',
    )
    expect(table.headerRow).toBeNull()
    expect(mapping.columns.map(({ path }) => path)).toEqual(['', 'email', 'phone'])
    expect(outcomes).toEqual(['created', 'created'])
  })

  it('reads the second of two equal headers only where both can be held', async () => {
    const book = createMemoryBook()
    await importInto(book, 'First name,Email,Email,First name\nAnn,a@example.org,b@example.org,Other\n')
    expect(book.customers()[0]).toMatchObject({ givenName: 'Ann' })
    expect(values(book.customers()[0]?.emails).map((entry) => entry.value)).toEqual(['a@example.org', 'b@example.org'])
  })

  it.each([
    ['windows-1252', 'Name,City\nRenée Müller,Besançon\n'],
    ['windows-1257', 'Vardas,Miestas\nŽygimantas,Šiauliai\n'],
    ['windows-1251', 'Имя,Город\nПётр,Псков\n'],
  ])('is decoded from %s even when it is short', async (encoding, text) => {
    const codes = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(new Uint8Array([byte])), byte]),
    )
    const bytes = new Uint8Array([...text].map((letter) => codes.get(letter) ?? 63))
    expect(read(bytes).encoding).toBe(encoding)
  })
})
