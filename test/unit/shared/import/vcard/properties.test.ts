import { describe, expect, it } from 'vitest'

import { card, cardsIn, cardText, recordsIn, tableIn } from './read-text.ts'

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const values = (entries: readonly { value: string; label: string }[]) =>
  entries.map(({ value, label }) => [value, label])

describe('phones and e-mails', () => {
  it('have labels in every version', () => {
    const { phones, emails } = card(
      'TEL;WORK;VOICE:1',
      'TEL;CELL;WORK:2',
      'TEL;TYPE="home,voice":3',
      'TEL;TYPE=home;TYPE=fax:4',
      'TEL;TYPE=MAIN:5',
      'item1.TEL:6',
      'ITEM1.X-ABLabel:_$!<AssistantPhone>!$_',
      'TEL:7',
      'EMAIL;TYPE=INTERNET,HOME:mailto:a@example.org',
      'item2.EMAIL;type=INTERNET:b@example.org',
      'item2.X-ABLabel:darbo',
    )
    expect(values(phones)).toEqual([
      ['1', 'work'],
      ['2', 'mobile'],
      ['3', 'home'],
      ['4', 'other'],
      ['5', 'work'],
      ['6', 'AssistantPhone'],
      ['7', ''],
    ])
    expect(values(emails)).toEqual([
      ['a@example.org', 'home'],
      ['b@example.org', 'darbo'],
    ])
  })

  it('are read from tel: URIs', () => {
    const tel = (value: string) => card(`TEL;VALUE=uri;TYPE="work,voice";PREF=1:${value}`).phones[0]?.value
    expect(tel('tel:+1-418-656-9254;ext=102')).toBe('+1-418-656-9254 ext. 102')
    expect(tel('TEL:+370%20612%2034567')).toBe('+370 612 34567')
    expect(tel('tel:7042;phone-context=+1-914-555')).toBe('+1-914-5557042')
    expect(tel('tel:%zz')).toBe('%zz')
  })

  it('are primary where they are preferred most', () => {
    const [record] = recordsIn(
      cardText(
        'FN:Ona',
        'TEL;PREF=50:1',
        'TEL;PREF=2;TYPE=cell:2',
        'TEL:3',
        'EMAIL:a@example.org',
        'EMAIL;TYPE=pref:b@example.org',
        'URL:https://second.example',
        'URL;PREF=1:http\\://first.example',
      ),
    )
    expect(record).toMatchObject({ 'Phone 2 - Label': '* mobile', 'E-mail 2 - Label': '* ' })
    expect(record).not.toHaveProperty('Phone 1 - Label')
    expect(record?.['Website 1 - Value']).toBe('http://first.example')
  })
})

describe('names and places', () => {
  it('are taken apart at separators that are none of their text', () => {
    expect(card('N:Doe\\; the\\\\1st;John,Jack;Philip\\, Paul;Dr.;Jr.,M.D.')).toMatchObject({
      familyName: 'Doe; the\\1st',
      givenName: 'John Jack',
      middleName: 'Philip, Paul',
      prefix: 'Dr.',
      suffix: 'Jr. M.D.',
    })
    expect(card('ORG:Company\\, The;North\\nSouth;Sales', 'NICKNAME:Joe,Joey')).toMatchObject({
      company: 'Company, The',
      department: 'North\nSouth, Sales',
      nickname: 'Joe, Joey',
    })
  })

  it('give a street with what is written beside it', () => {
    expect(card('ADR;TYPE=HOME:PO 1;Flat 2;Main St 3;Kaunas;;44280;LT').addresses).toMatchObject([
      {
        label: 'home',
        street: 'Main St 3, Flat 2, PO 1',
        city: 'Kaunas',
        region: '',
        postcode: '44280',
        country: 'LT',
      },
    ])
    expect(card('ADR;LABEL="Main St 3^nKaunas ^^ ^\'LT^\'":;;;;;;').addresses).toMatchObject([
      { street: 'Main St 3\nKaunas ^ "LT"' },
    ])
  })

  it('take an address as printed only where there is no other', () => {
    expect(card('LABEL;WORK:Main St 3\\nKaunas').addresses).toMatchObject([
      { street: 'Main St 3\nKaunas', label: 'work' },
    ])
    expect(card('LABEL;WORK:Main St 3', 'ADR;WORK:;;Main St 3;;;;').addresses).toHaveLength(1)
  })

  it('are one where they are the same in several scripts', () => {
    const read = card(
      'N;ALTID=1;LANGUAGE=en:Kim;Ana',
      'N;ALTID=1;LANGUAGE=ko:김;아나',
      'TITLE;ALTID=2:Head',
      'TITLE;ALTID=2:Chef',
    )
    expect(read).toMatchObject({ familyName: 'Kim', givenName: 'Ana', title: 'Head' })
    expect([...cardsIn(cardText('TITLE;ALTID=2:Head', 'TITLE;ALTID=2:Chef')).leftOut]).toEqual([])
  })
})

describe('days', () => {
  it.each([
    ['BDAY:19960415', '1996-04-15'],
    ['BDAY:1996-04-15', '1996-04-15'],
    ['BDAY;VALUE=date-and-or-time:1996-04-15T10:00:00-05:00', '1996-04-15'],
    ['BDAY:19531015T231000Z', '1953-10-15'],
    ['BDAY;VALUE=text:15.04.1996', ''],
    ['BDAY:15.04.1996', '15.04.1996'],
  ])('of %s are %s', (line, birthday) => {
    expect(card(line).birthday).toBe(birthday)
  })

  it.each([
    ['BDAY:--0203', '--0203'],
    ['BDAY:--02-03', '--02-03'],
    ['BDAY:1985', '1985'],
    ['BDAY:1985-04', '1985-04'],
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-03', '--02-03'],
    ['BDAY;VALUE=text:circa 1800', 'circa 1800'],
  ])('of %s are kept as written, no year made up', (line, note) => {
    expect(card(line)).toMatchObject({ birthday: '', notes: [`BDAY: ${note}`] })
  })

  it('of a wedding are found under two names', () => {
    expect(card('ANNIVERSARY:20090808').anniversary).toBe('2009-08-08')
    expect(card('item1.X-ABDATE:1975-03-01', 'item1.X-ABLabel:_$!<Anniversary>!$_').anniversary).toBe('1975-03-01')
    expect([...cardsIn(cardText('item1.X-ABDATE:1975-03-01')).leftOut]).toEqual([['X-ABDATE', 1]])
  })
})

describe('pictures', () => {
  it('come out of base64 and data: URIs with the type that they are', () => {
    for (const line of [
      `PHOTO;ENCODING=b;TYPE=JPEG:${pixel}`,
      `PHOTO:data:image/jpeg;base64,${pixel}`,
      `PHOTO:data:image/png\\;base64\\,${pixel}`,
    ])
      expect(card(line).photo, line).toEqual({ type: 'image/png', bytes: new Uint8Array(Buffer.from(pixel, 'base64')) })
  })

  it('are told where they cannot come along', () => {
    for (const line of [
      'PHOTO;VALUE=uri:https://example.org/a.jpg',
      'PHOTO;ENCODING=b:aGVsbG8gd29ybGQ=',
      'PHOTO;ENCODING=b:http://example.org/a.jpg',
      'PHOTO:',
    ])
      expect([...cardsIn(cardText('FN:Ona', line)).leftOut], line).toEqual([['PHOTO', 1]])
  })

  it('are kept by row, with a name for a file', () => {
    const { table, photos } = tableIn(
      cardText('FN:', 'UID:1') + cardText('FN:Ona/../"K"', `PHOTO;ENCODING=b:${pixel}`) + cardText('FN:Jonas'),
    )
    expect([...photos].map(([row, { name, type }]) => [row, name, type])).toEqual([[0, 'Ona .. K.png', 'image/png']])
    expect(table.rows[0]?.[table.headers.indexOf('Photo')]).toBe('Ona .. K.png')
    expect(table.numbers).toEqual([2, 3])
  })

  it('are the logo of a company', () => {
    expect(card(`LOGO;ENCODING=b:${pixel}`, 'FN:Šilas', 'KIND:org').photo).toBeDefined()
    expect(card(`LOGO;ENCODING=b:${pixel}`, 'FN:Ona').photo).toBeUndefined()
  })
})

describe('kinds', () => {
  it('tell people, companies, and what is neither', () => {
    const cards = [
      ['FN:Ona', 'ORG:Šilas'],
      ['FN:Šilas', 'ORG:Šilas;', 'N:;;;;'],
      ['FN:Medis', 'KIND:org'],
      ['FN:Ąžuolas', 'ORG:Ąžuolas', 'X-ABShowAs:COMPANY'],
      ['FN:Friends', 'X-ADDRESSBOOKSERVER-KIND:group'],
      ['FN:Town hall', 'KIND:location'],
      ['FN:', 'UID:7', 'REV:20240101'],
    ]
    const text = cards.map((lines) => cardText(...lines)).join('')
    expect(recordsIn(text)).toEqual([
      { Name: 'Ona', 'Organization Name': 'Šilas' },
      { Kind: 'company', 'Organization Name': 'Šilas' },
      { Kind: 'company', 'Organization Name': 'Medis' },
      { Kind: 'company', 'Organization Name': 'Ąžuolas' },
    ])
    expect(tableIn(text).skipped).toEqual([
      { number: 5, reason: 'group', name: 'Friends' },
      { number: 6, reason: 'place', name: 'Town hall' },
      { number: 7, reason: 'empty', name: '' },
    ])
  })

  it('leave a file of nothing but groups empty', () => {
    expect(() => tableIn(cardText('FN:Friends', 'KIND:group'))).toThrow(/fileEmpty/)
    expect(() => tableIn('nothing here')).toThrow(/fileEmpty/)
  })
})

describe('the rest', () => {
  it('has its columns', () => {
    expect(
      recordsIn(
        cardText(
          'FN:Ona',
          'UID:urn:uuid:4fbe8971',
          'TITLE:Head',
          'ROLE:Buyer',
          'CATEGORIES:fair,oak\\, ash',
          'CATEGORIES:myContacts',
          'LANG;PREF=1:lt',
          'GENDER:F',
          'NOTE:One\\nTwo',
          'NOTE:Three',
          'REV:20240101T000000Z',
        ),
      ),
    ).toEqual([
      {
        'vCard UID': 'urn:uuid:4fbe8971',
        Name: 'Ona',
        'Organization Title': 'Head',
        'Organization Role': 'Buyer',
        Labels: 'fair ::: oak, ash',
        Language: 'lt',
        Gender: 'F',
        Notes: 'One\nTwo\nThree',
        Revised: '20240101T000000Z',
      },
    ])
    expect(recordsIn(cardText('FN:Ona', 'CATEGORIES:oak\\, ash'))[0]?.['Labels']).toBe('* myContacts ::: oak, ash')
  })

  it('does not make columns without end', () => {
    const phones = Array.from({ length: 30 }, (_, at) => `TEL:+3706123456${at}`)
    const { table, leftOut } = tableIn(cardText('FN:Ona', ...phones) + cardText('FN:Jonas'))
    expect(table.headers).toContain('Phone 20 - Value')
    expect(table.headers).not.toContain('Phone 21 - Value')
    expect(leftOut).toEqual([{ property: 'TEL', count: 10 }])
    expect(table.rows[1]?.length).toBeLessThan(10)
  })

  it('is no object of JavaScript', () => {
    expect(card('FN;__proto__=1;constructor=2:Ona', '__proto__.TEL;__proto__:1', '__proto__:2')).toMatchObject({
      fullName: 'Ona',
      phones: [{ value: '1' }],
    })
  })
})

describe('MECARD', () => {
  it('is read as cards', () => {
    const text =
      'MECARD:N:Doe,John;TEL:+1234567;TEL:+7654321;EMAIL:me@example.org;NOTE:a\\;b;BDAY:19800322;SOUND:x;;\nMECARD:N:Ona;ADR:,,Main 3,Kaunas,,44280,LT;URL:https\\://a.example;ORG:Šilas;;'
    expect(recordsIn(text)).toEqual([
      {
        'First Name': 'John',
        'Last Name': 'Doe',
        'Phone 1 - Value': '+1234567',
        'Phone 2 - Value': '+7654321',
        'E-mail 1 - Value': 'me@example.org',
        Notes: 'a;b',
        Birthday: '1980-03-22',
      },
      {
        Name: 'Ona',
        'Organization Name': 'Šilas',
        'Address 1 - Street': 'Main 3',
        'Address 1 - City': 'Kaunas',
        'Address 1 - Postal Code': '44280',
        'Address 1 - Country': 'LT',
        'Website 1 - Value': 'https://a.example',
      },
    ])
    expect(tableIn(text).leftOut).toEqual([{ property: 'SOUND', count: 1 }])
  })
})
