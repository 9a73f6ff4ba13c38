import { describe, expect, it } from 'vitest'

import {
  filterColumns,
  isComplete,
  operatorsOf,
  startCondition,
} from '../../../../renderer/fields/filter/condition-model.ts'
import { conditionText } from '../../../../renderer/fields/filter/condition-text.ts'
import { createI18n, type Language } from '../../../../renderer/i18n/index.ts'
import { messages as en } from '../../../../renderer/i18n/messages/en/index.ts'
import { messages as fa } from '../../../../renderer/i18n/messages/fa/index.ts'
import { messages as lt } from '../../../../renderer/i18n/messages/lt/index.ts'
import { messages as ru } from '../../../../renderer/i18n/messages/ru/index.ts'
import { type Condition, filterSchema, type NounName, plainCatalog } from '../../../../shared/domain/index.ts'

const all = { en, fa, lt, ru }
const text = (noun: NounName, condition: Condition, language: Language = 'en'): string => {
  const column = filterColumns(plainCatalog, noun).find(({ key }) => key === condition.column)
  if (!column) throw new Error(`no column ${condition.column}`)
  const lookups = { items: new Map(), pipelines: new Map(), settings: undefined, catalog: plainCatalog }
  return conditionText({ i18n: createI18n(language, all[language]), lookups }, noun, column, condition)
}

describe('conditions', () => {
  it('offers comparisons for every column of every noun, each of which the filter understands', () => {
    for (const noun of ['customers', 'deals', 'interactions', 'tasks'] as const)
      for (const column of filterColumns(plainCatalog, noun)) {
        const operators = operatorsOf(column)
        expect(operators.length, column.key).toBeGreaterThan(0)
        for (const op of operators) expect(filterSchema.safeParse([startCondition(column, op)]).success).toBe(true)
      }
  })

  it('does not offer "empty" for what is always there', () => {
    const status = filterColumns(plainCatalog, 'customers').find(({ key }) => key === 'status')
    expect(status && operatorsOf(status)).toEqual(['is', 'isNot'])
  })

  it('holds only when it says enough', () => {
    expect(isComplete({ column: 'status', op: 'is', values: [] })).toBe(false)
    expect(isComplete({ column: 'name', op: 'contains', text: ' ' })).toBe(false)
    expect(isComplete({ column: 'openDealValue', op: 'range' })).toBe(false)
    expect(isComplete({ column: 'openDealValue', op: 'range', from: 0 })).toBe(true)
    expect(isComplete({ column: 'phones', op: 'empty' })).toBe(true)
  })

  it('reads as words', () => {
    expect(text('customers', { column: 'status', op: 'is', values: ['lead', 'former'] })).toBe(
      'is Lead or Former customer',
    )
    expect(text('customers', { column: 'lastContact', op: 'before', days: 60 })).toBe('more than 60 days ago or never')
    expect(text('deals', { column: 'expectedClose', op: 'range', from: '2026-11-01' })).toBe('from 1 Nov 2026')
    expect(text('customers', { column: 'lastContact', op: 'within', days: 21 }, 'lt')).toBe('per pastarąją 21 dieną')
    expect(text('customers', { column: 'lastContact', op: 'within', days: 3 }, 'ru')).toBe('за последние 3 дня')
    expect(text('customers', { column: 'lastContact', op: 'next', days: 7 }, 'fa')).toBe('در ۷ روز آینده')
  })
})
