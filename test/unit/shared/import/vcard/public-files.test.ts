import { describe, expect, it } from 'vitest'

import { publicFile, publicFilesAreThere } from './public-files.ts'
import { recordsIn, tableIn } from './read-text.ts'

describe.skipIf(!publicFilesAreThere)('public vCards (beside the project)', () => {
  it('of an iPhone', async () => {
    const file = await publicFile('John_Doe_IPHONE.vcf')
    expect(recordsIn(file)).toMatchObject([
      {
        'First Name': 'John',
        'Middle Name': 'Richter James',
        'Last Name': 'Doe',
        Nickname: 'Johny',
        'Organization Name': 'IBM',
        'Organization Department': 'Accounting',
        'Organization Title': 'Money Counter',
        Birthday: '2012-06-06',
        'E-mail 1 - Label': '* ',
        'E-mail 1 - Value': 'john.doe@ibm.com',
        'Phone 1 - Label': '* mobile',
        'Phone 3 - Label': 'work',
        'Phone 3 - Value': '905-777-1234',
        'Address 1 - Label': 'home',
        'Address 1 - Street': 'Silicon Alley 5',
        'Address 1 - Country': 'United States of America',
        'Address 2 - Street': 'Street4\nBuilding 6\nFloor 8',
        'Website 1 - Value': 'http://www.ibm.com',
      },
    ])
    const { photos, leftOut } = tableIn(file)
    expect(photos.get(0)).toMatchObject({ type: 'image/jpeg', name: 'Mr. John Richter James Doe Sr.jpg' })
    expect([...(photos.get(0)?.bytes.subarray(-2) ?? [])]).toEqual([0xff, 0xd9])
    expect(leftOut).toEqual([])
  })

  it('of an Android', async () => {
    const file = await publicFile('John_Doe_ANDROID.vcf')
    const records = recordsIn(file)
    expect(records).toHaveLength(6)
    expect(records[3]).toMatchObject({
      'Last Name': 'Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ',
      'Phone 4 - Value': '45678901',
      Notes: 'Ñ Ñ Ñ Ñ Ñ Ñ Ñ ÑÑ Ñ Ñ Ñ Ñ Ñ Ñ ÑÑ Ñ Ñ Ñ Ñ',
    })
    expect(records[4]).toMatchObject({ 'First Name': 'Ñ Ñ Ñ', 'Last Name': 'Ñ Ñ', 'E-mail 1 - Label': '* work' })
    expect(records[5]?.['Organization Name']).toMatch(/^Ñ+$/)
    expect(tableIn(file).photos.get(4)?.type).toBe('image/jpeg')
    expect(records.some((record) => 'Labels' in record)).toBe(false)
  })

  it('of Google', async () => {
    expect(recordsIn(await publicFile('John_Doe_GMAIL.vcf'))).toMatchObject([
      {
        'Middle Name': 'Richter, James',
        'Name Prefix': 'Mr.',
        Anniversary: '1975-03-01',
        Birthday: '1980-03-22',
        'Address 1 - Street':
          'Crescent moon drive\n555-asd\nNice Area, Albaney, New York 12345\nUnited States of America',
        'Website 1 - Value': 'http://www.ibm.com',
      },
    ])
    expect(tableIn(await publicFile('John_Doe_GMAIL.vcf')).leftOut.map(({ property }) => property)).toEqual([
      'X-PHONETIC-FIRST-NAME',
      'X-PHONETIC-LAST-NAME',
      'X-ABRELATEDNAMES',
    ])
    expect(recordsIn(await publicFile('gmail-list.vcf')).map((record) => record['E-mail 1 - Value'])).toEqual([
      'asmithk@gmail.com',
      'chrisy55d@yahoo.com',
      'dwhite@gmail.com',
    ])
  })

  it('of Outlook', async () => {
    const file = await publicFile('outlook-2003.vcf')
    expect(recordsIn(file)).toMatchObject([
      {
        'Organization Name': 'Company, The',
        'Organization Department': 'TheDepartment',
        'Organization Role': 'TheProfession',
        Birthday: '1980-03-21',
        Notes: 'This is the note field!!\nSecond line\n\nThird line is empty',
        'Address 1 - Street': '123 Main St, TheOffice',
        'E-mail 1 - Value': 'jdoe@hotmail.com',
        'Phone 4 - Label': 'other',
        Revised: '20121012T210525Z',
      },
    ])
    expect(tableIn(file).leftOut).toEqual([
      { property: 'KEY', count: 1 },
      { property: 'FBURL', count: 1 },
    ])
  })

  it('of RFC 2426', async () => {
    expect(recordsIn(await publicFile('rfc2426-example.vcf'))).toMatchObject([
      {
        Name: 'Frank Dawson',
        'Address 1 - Street': '6544 Battleford Drive',
        'Address 1 - Postal Code': '27613-3502',
        'E-mail 1 - Label': '* ',
        'E-mail 2 - Value': 'fdawson@earthlink.net',
      },
      { Name: 'Tim Howes', 'Address 1 - City': 'Mountain View', 'Address 1 - Region': 'CA' },
    ])
  })
})
