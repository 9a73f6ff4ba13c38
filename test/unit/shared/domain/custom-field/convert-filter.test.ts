import { describe, expect, test } from 'vitest'

import { createConverter } from '../../../../../shared/domain/custom-field/convert.ts'
import { convertDefinition } from '../../../../../shared/domain/custom-field/convert-definition.ts'
import { convertFilter } from '../../../../../shared/domain/custom-field/convert-filter.ts'
import type { Condition, CustomField, CustomFieldType, FilterNode } from '../../../../../shared/domain/index.ts'

const roofs = { a: { name: 'Flat', order: 'a0' }, b: { name: 'Pitched roof', order: 'a1' } }
const conversionOf = (from: CustomFieldType, to: CustomFieldType, options?: CustomField['options']) => ({
  from,
  to,
  currency: 'EUR',
  converter: createConverter({
    from,
    to,
    options,
    newId: () => 'new',
    words: { yes: 'Yes', no: 'No' },
    phoneNumber: () => undefined,
    nameOf: (id) => (id === 'ann' ? 'Ann Lee' : undefined),
    idOf: () => undefined,
  }),
})
const turn = (from: CustomFieldType, to: CustomFieldType, nodes: FilterNode[], options?: CustomField['options']) =>
  convertFilter(nodes, 'f', conversionOf(from, to, options))

const is = (...values: string[]): Condition => ({ column: 'f', op: 'is', values })
const range = (from?: number | string, to?: number | string): Condition => ({ column: 'f', op: 'range', from, to })
const contains = (text: string): Condition => ({ column: 'f', op: 'contains', text })
const empty: Condition = { column: 'f', op: 'empty' }

describe('a condition after a change of type', () => {
  test.each<[CustomFieldType, CustomFieldType, Condition, FilterNode]>([
    ['choice', 'text', is('a', ''), is('Flat', '')],
    ['choice', 'choices', is('a', 'b'), is('a', 'b')],
    ['choices', 'text', is('a', ''), { op: 'any', of: [contains('Flat'), empty] }],
    ['choices', 'text', { column: 'f', op: 'isNot', values: ['b'] }, { op: 'none', of: [contains('Pitched roof')] }],
    ['text', 'choice', is('pitched ROOF'), is('b')],
    ['text', 'choice', contains('Roof'), is('b')],
    ['text', 'choice', is('Green'), is('new')],
    ['text', 'number', is('12'), is('12')],
    ['boolean', 'text', is('1'), is('Yes')],
    ['boolean', 'number', is('1'), is('1')],
    ['link', 'text', is('ann'), is('Ann Lee')],
    ['text', 'email', contains('@'), contains('@')],
    ['number', 'money', range(5, undefined), range(500, undefined)],
    ['money', 'number', range(undefined, 250), range(undefined, 2.5)],
    ['day', 'text', range('2026-01-01', '2026-12-31'), range('2026-01-01', '2026-12-31')],
    ['text', 'day', empty, empty],
  ])('%s to %s', (from, to, before, after) => {
    expect(turn(from, to, [before], roofs)).toEqual({ filter: [after], lost: 0 })
  })

  test.each<[CustomFieldType, CustomFieldType, Condition]>([
    ['text', 'number', contains('1')],
    ['text', 'choice', contains('xyz')],
    ['text', 'day', is('soon')],
    ['number', 'text', range(5)],
    ['number', 'boolean', range(5)],
    ['day', 'text', { column: 'f', op: 'within', days: 30 }],
    ['day', 'choice', { column: 'f', op: 'before', days: 30 }],
  ])('%s to %s: is left out where nothing sensible answers it', (from, to, before) => {
    expect(turn(from, to, [before], roofs)).toEqual({ filter: [], lost: 1 })
  })

  test('is turned at any depth, and other conditions are left alone', () => {
    const other: Condition = { column: 'status', op: 'is', values: ['a'] }
    const related = { op: 'related', noun: 'customers', measure: 'count', from: 1 } as const
    const nodes: FilterNode[] = [
      other,
      { op: 'any', of: [is('a'), { op: 'none', of: [{ column: 'f', op: 'next', days: 3 }] }] },
      { ...related, filter: [is('b')] },
      { op: 'in', segment: 'f' },
    ]
    expect(turn('choice', 'text', nodes, roofs)).toEqual({
      filter: [
        other,
        { op: 'any', of: [is('Flat')] },
        { ...related, filter: [is('Pitched roof')] },
        { op: 'in', segment: 'f' },
      ],
      lost: 1,
    })
  })

  test('a measure goes on where the new field can be summed up, and a link where there is one', () => {
    const sum: FilterNode = { op: 'related', noun: 'deals', filter: [], measure: 'sum', column: 'f', from: 7 }
    expect(turn('number', 'money', [sum])).toEqual({ filter: [{ ...sum, from: 700 }], lost: 0 })
    expect(turn('number', 'text', [sum])).toEqual({ filter: [], lost: 1 })
    const linked: FilterNode = { op: 'related', noun: 'customers', by: 'f', filter: [], measure: 'count', from: 1 }
    expect(turn('link', 'text', [linked])).toEqual({ filter: [], lost: 1 })
  })
})

describe('a definition after a change of type', () => {
  const turned = (before: Partial<CustomField> & { type: CustomFieldType }, to: CustomFieldType) =>
    convertDefinition(
      { id: 'f', createdAt: '', scope: 'deals', order: 'a0', ...before },
      conversionOf(before.type, to, before.options),
    )

  test('keeps default, limits and pattern as they are meant', () => {
    expect(turned({ type: 'number', min: 1, max: 9, defaultValue: 2 }, 'money')).toMatchObject({
      min: 100,
      max: 900,
      defaultValue: 200,
    })
    const coded = { min: 2, max: 4, pattern: '[A-Z]+', patternMessage: { en: 'Capitals' }, defaultValue: 'AB' }
    expect(turned({ type: 'text', ...coded }, 'longText')).toMatchObject(coded)
    expect(turned({ type: 'choice', options: roofs, defaultValue: 'a' }, 'choices').defaultValue).toEqual(['a'])
    expect(turned({ type: 'text', defaultValue: 'Green' }, 'choice')).toMatchObject({
      defaultValue: 'new',
      options: { new: { name: 'Green' } },
    })
  })

  test('drops what means nothing to the new type', () => {
    const after = turned({ type: 'text', min: 2, pattern: '[A-Z]+', defaultValue: 'AB' }, 'number')
    for (const key of ['min', 'pattern', 'defaultValue']) expect(after).not.toHaveProperty(key)
    expect(turned({ type: 'number', min: 5 }, 'text')).not.toHaveProperty('min')
  })
})
