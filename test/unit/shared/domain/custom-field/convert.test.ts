import { describe, expect, test } from 'vitest'

import {
  type ConversionContext,
  convertibleTo,
  createConverter,
} from '../../../../../shared/domain/custom-field/convert.ts'
import { reckon } from '../../../../../shared/domain/custom-field/convert-text.ts'
import { type CustomFieldType, customFieldTypes } from '../../../../../shared/domain/index.ts'

let made = 0
const newId = () => {
  made += 1
  return `new${made}`
}
const options = { a: { name: 'Flat', order: 'a0' }, b: { name: 'Pitched', order: 'a1', retired: true } }
const converterOf = (from: CustomFieldType, to: CustomFieldType, more: Partial<ConversionContext> = {}) =>
  createConverter({
    from,
    to,
    options,
    newId,
    words: { yes: 'Yes', no: 'No' },
    phoneNumber: (typed) => (/^\+?[\d ]{7,}$/.test(typed) ? typed.replaceAll(' ', '') : undefined),
    nameOf: (id) => (id === 'ann' ? 'Ann Lee' : undefined),
    idOf: (name) => (name === 'Ann Lee' ? 'ann' : undefined),
    ...more,
  })
const convert = (from: CustomFieldType, to: CustomFieldType, value: unknown, more?: Partial<ConversionContext>) =>
  converterOf(from, to, more).convert(value, 'EUR')

describe('text to numbers', () => {
  test.each([
    ['1 200,50', { decimalMark: ',' }, { value: 1200.5 }],
    ['1,200.50', { decimalMark: '.' }, { value: 1200.5 }],
    ['۱۲٫۵', {}, { value: 12.5 }],
    ['1.234', {}, { problem: 'ambiguousNumber' }],
    ['1.234', { decimalMark: ',' }, { value: 1234 }],
    ['1.234', { decimalMark: '.' }, { value: 1.234 }],
    ['about 3', {}, { problem: 'notANumber' }],
    ['15 %', {}, { value: 15 }],
  ] as const)('%s read with %o', (text, said, expected) =>
    expect(convert('text', 'number', text, said)).toEqual(expected),
  )

  test('one value that tells settles the mark for all', () => {
    expect(reckon(['1.234', '2,5'])).toEqual({ decimalMark: ',', dateOrder: 'dmy' })
    expect(reckon(['1.234']).decimalMark).toBeUndefined()
  })
})

describe('money', () => {
  test.each([
    ['€12.50', { value: 1250 }],
    ['12,50 EUR', { value: 1250 }],
    ['12 USD', { problem: 'otherCurrency' }],
    ['$12', { problem: 'otherCurrency' }],
    ['12.505', { problem: 'losesDigits' }],
  ] as const)('%s', (text, expected) => {
    const decimalMark = text.includes(',') ? ',' : '.'
    expect(convert('text', 'money', text, { decimalMark })).toEqual(expected)
  })

  test('minor units follow the currency of the record', () => {
    expect(converterOf('number', 'money').convert(12, 'JPY')).toEqual({ value: 12 })
    expect(converterOf('number', 'money').convert(12, 'EUR')).toEqual({ value: 1200 })
    expect(converterOf('money', 'number').convert(1250, 'EUR')).toEqual({ value: 12.5 })
    expect(converterOf('money', 'text').convert(1250, 'EUR')).toEqual({ value: '12.5' })
  })
})

describe('days', () => {
  test.each([
    ['2026-11-22', {}, { value: '2026-11-22' }],
    ['22.11.2026', {}, { value: '2026-11-22' }],
    ['3/4/2026', {}, { problem: 'ambiguousDay' }],
    ['3/4/2026', { dateOrder: 'dmy' }, { value: '2026-04-03' }],
    ['3/4/2026', { dateOrder: 'mdy' }, { value: '2026-03-04' }],
    ['4/4/2026', {}, { value: '2026-04-04' }],
    ['soon', {}, { problem: 'notADay' }],
  ] as const)('%s read with %o', (text, said, expected) => expect(convert('text', 'day', text, said)).toEqual(expected))

  test('one day past the twelfth settles the order for all', () => {
    expect(reckon(['3/4/2026', '13/4/2026']).dateOrder).toBe('dmy')
    expect(reckon(['3/4/2026', '4/13/2026']).dateOrder).toBe('mdy')
    expect(reckon(['3/4/2026']).dateOrder).toBeUndefined()
  })
})

test.each([
  ['Yes', true],
  ['taip', true],
  ['Да', true],
  ['بله', true],
  ['۱', true],
  ['no', false],
  ['Ne', false],
  ['нет', false],
  ['خیر', false],
])('%s is %s', (text, value) => expect(convert('text', 'boolean', text)).toEqual({ value }))

describe('choices', () => {
  test('texts find the choice of their name, and make one where there is none', () => {
    const converter = converterOf('text', 'choice')
    expect(converter.convert(' flat ', 'EUR')).toEqual({ value: 'a' })
    const green = converter.convert('Green  roof', 'EUR')
    expect(converter.convert('green roof', 'EUR')).toEqual(green)
    expect(Object.values(converter.options()).map(({ name }) => name)).toEqual(['Flat', 'Pitched', 'Green  roof'])
  })

  test('several in one text, and more than can be', () => {
    expect(convert('text', 'choices', 'Flat; Pitched')).toEqual({ value: { a: true, b: true } })
    const converter = converterOf('text', 'choice')
    for (let at = 0; at < 198; at += 1) converter.convert(`choice ${at}`, 'EUR')
    expect(converter.convert('one more', 'EUR')).toEqual({ problem: 'tooManyChoices' })
  })

  test('between one and several', () => {
    expect(convert('choice', 'choices', 'a')).toEqual({ value: { a: true } })
    expect(convert('choices', 'choice', { a: true })).toEqual({ value: 'a' })
    expect(convert('choices', 'choice', { a: true, b: true })).toEqual({ problem: 'severalValues' })
    expect(convert('choices', 'text', { a: true, b: true })).toEqual({ value: 'Flat; Pitched' })
    expect(convert('choice', 'text', 'b')).toEqual({ value: 'Pitched' })
  })
})

test.each([
  ['text', 'phone', '+370 612 34567', { value: '+370 612 34567' }],
  ['text', 'phone', 'home', { problem: 'notAPhone' }],
  ['text', 'email', 'a@b.lt', { value: 'a@b.lt' }],
  ['text', 'email', 'a at b', { problem: 'notAnEmail' }],
  ['text', 'url', 'example.org/x', { value: 'example.org/x' }],
  ['text', 'url', 'nowhere', { problem: 'notALink' }],
  ['text', 'link', 'Ann Lee', { value: 'ann' }],
  ['text', 'link', 'Bob', { problem: 'unknownCustomer' }],
  ['link', 'text', 'ann', { value: 'Ann Lee' }],
  ['link', 'text', 'gone', { problem: 'unknownCustomer' }],
  ['boolean', 'text', true, { value: 'Yes' }],
  ['boolean', 'number', false, { value: 0 }],
  ['number', 'boolean', 1, { value: true }],
  ['number', 'boolean', 2, { problem: 'notABoolean' }],
  ['longText', 'text', 'x'.repeat(501), { problem: 'tooLong' }],
] as const)('%s to %s: %s', (from, to, value, expected) => expect(convert(from, to, value)).toEqual(expected))

test('every offered way converts or says why not, whatever is held', () => {
  const held: unknown[] = ['', 'x', '12', 12, -0.5, true, false, 'a', { a: true }, {}, null]
  for (const from of customFieldTypes)
    for (const to of convertibleTo[from])
      for (const value of held) {
        const reading = convert(from, to, value)
        expect('value' in reading ? reading.value !== undefined : reading.problem !== undefined).toBe(true)
      }
})
