import { expect, it } from 'vitest'

import { mailUrl, mapUrl, telUrl, webUrl } from '../../../../renderer/fields/reach.ts'

it('dials the international form, else the digits as typed', () => {
  expect(telUrl({ value: '8 612 34567', e164: '+37061234567' })).toBe('tel:+37061234567')
  expect(telUrl({ value: '(021) 8888-1234' })).toBe('tel:02188881234')
  expect(telUrl({ value: '۰۹۱۲ ۳۴۵ ۶۷۸۹' })).toBe('tel:09123456789')
})

it('lets no header into a mail address and no other scheme into a web address', () => {
  expect(mailUrl(' a@b.example?bcc=c@d.example ')).toBe('mailto:a@b.example%3Fbcc%3Dc@d.example')
  expect(webUrl('fairbook.example')).toBe('https://fairbook.example')
  expect(webUrl('http://fairbook.example')).toBe('http://fairbook.example')
  expect(webUrl('javascript:alert(1)')).toBe('https://javascript:alert(1)')
})

it('asks the map for the address in one line', () => {
  expect(mapUrl({ street: 'Tilžės g. 56', city: 'Vilnius' })).toBe(
    'https://www.openstreetmap.org/search?query=Til%C5%BE%C4%97s%20g.%2056%2C%20Vilnius',
  )
})
