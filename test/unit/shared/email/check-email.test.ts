import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { checkEmail } from '../../../../shared/email/index.ts'
import { common, known, real } from '../../../../shared/email/providers.ts'

describe('syntax', () => {
  test.each([
    'anna@example.com',
    ' anna@example.com ',
    'first.last+tag@sub.example.co.uk',
    "o'neil@example.ie",
    '"anna b"@example.com',
    '"a\\"b"@example.com',
    'ąžuolas@miškas.lt',
    'иван@почта.рф',
    'علی@مثال.ایران',
    'a@[192.0.2.1]',
    `${'x'.repeat(64)}@example.com`,
  ])('%s is one', (text) => expect(checkEmail(text).valid).toBe(true))

  test.each([
    '',
    'anna',
    '@example.com',
    'anna@',
    'anna@example',
    'anna@@example.com',
    'anna b@example.com',
    '.anna@example.com',
    'anna.@example.com',
    'an..na@example.com',
    'anna@-example.com',
    'anna@example-.com',
    'anna@example..com',
    'anna@192.0.2.1',
    'a@[300.0.2.1]',
    `${'x'.repeat(65)}@example.com`,
    `anna@${'x'.repeat(64)}.com`,
    `anna@${'long.'.repeat(60)}com`,
  ])('%s is none', (text) => expect(checkEmail(text).valid).toBe(false))
})

describe('slips', () => {
  test.each([
    ['gmial.com', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmai.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmial.con', 'gmail.com'],
    ['gmail.cm', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.ru', 'gmail.com'],
    ['gmail', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['gmail,com', 'gmail.com'],
    ['gmail..com', 'gmail.com'],
    ['GMIAL.COM', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmal.com', 'hotmail.com'],
    ['yaho.com', 'yahoo.com'],
    ['outlok.com', 'outlook.com'],
    ['yadnex.ru', 'yandex.ru'],
    ['mial.ru', 'mail.ru'],
    ['inobx.lv', 'inbox.lv'],
    ['dlefi.lt', 'delfi.lt'],
    ['chmial.ir', 'chmail.ir'],
    ['baltwood.con', 'baltwood.com'],
  ])('%s meant %s', (typed, meant) => expect(checkEmail(`Anna.B+x@${typed}`).suggestion).toBe(`Anna.B+x@${meant}`))

  test.each([
    ...common,
    ...known,
    ...real,
    'fastenal.com',
    'acme.lt',
    'delfin.lt',
    'elfi.lt',
    'male.ru',
    'gmx.org',
    'hail.lt',
    'example.co',
    'tele2.lt',
    'sub.gmial.example.org',
  ])('%s is left alone', (domain) => expect(checkEmail(`anna@${domain}`).suggestion).toBeUndefined())

  test('a domain that many in the book have is right, and its slips are found', () => {
    expect(checkEmail('a@gmial.com', ['gmial.com']).suggestion).toBeUndefined()
    expect(checkEmail('a@baltwodo.lt', ['baltwood.lt']).suggestion).toBe('a@baltwood.lt')
    expect(checkEmail('a@boltwood.lt', ['baltwood.lt']).suggestion).toBeUndefined()
  })

  test('what is suggested needs no further suggestion, whatever was typed', () => {
    const ending = fc.constantFrom('com', 'con', 'co', 'ru', 'lt', 'comm', 'cm', 'net')
    const name = fc.stringMatching(/^[a-z]{0,3}(gmail|mail|yahoo|inbox|hotmail)[a-z]?$/)
    fc.assert(
      fc.property(name, ending, (start, end) => {
        const { suggestion } = checkEmail(`a@${start}.${end}`)
        if (suggestion !== undefined) expect(checkEmail(suggestion)).toEqual({ valid: true })
      }),
    )
    fc.assert(fc.property(fc.string(), (text) => void checkEmail(text)))
  })
})
