import { describe, expect, it } from 'vitest'

import { type FormatContext, formatAtPath, formatValue, shownField } from '../../../../renderer/fields/format.ts'
import { createI18n, type Language } from '../../../../renderer/i18n/index.ts'
import { messages as en } from '../../../../renderer/i18n/messages/en/index.ts'
import { messages as fa } from '../../../../renderer/i18n/messages/fa/index.ts'
import { plainCatalog, type TableName } from '../../../../shared/domain/index.ts'

const context = (language: Language = 'en'): FormatContext => ({
  i18n: createI18n(language, language === 'fa' ? fa : en),
  lookups: {
    items: new Map([
      ['source:fair', { id: 'source:fair', list: 'source', name: 'Baltic Wood', order: 'a0', createdAt: '' }],
    ]),
    pipelines: new Map([
      [
        'p',
        {
          id: 'p',
          order: 'a0',
          createdAt: '',
          stages: { 'stage:new': { name: 'Fresh', order: 'a0', probability: 1 } },
        },
      ],
    ]),
    catalog: plainCatalog,
    settings: undefined,
  },
  names: new Map([['c1', 'Baltic Timber']]),
})

const shown = (
  table: TableName,
  key: string,
  value: unknown,
  options: { record?: object; short?: boolean } = {},
  language?: Language,
) => {
  const column = shownField(table, key)
  if (!column) throw new Error(`no field ${key}`)
  return formatValue(context(language), table, column, value, options)
}

describe('formatValue', () => {
  it('labels choices by the owner, by the list, or by the field', () => {
    expect(shown('customers', 'source', 'source:fair')).toBe('Baltic Wood')
    expect(shown('customers', 'source', 'source:website')).toBe('Website')
    expect(shown('customers', 'status', 'lead')).toBe('Lead')
    expect(shown('customers', 'status', 'of a newer version')).toBe('of a newer version')
    expect(shown('deals', 'stageId', 'stage:new', { record: { pipelineId: 'p' } })).toBe('Fresh')
    expect(shown('deals', 'stageId', 'stage:proposal', { record: { pipelineId: 'p' } })).toBe('Proposal')
  })

  it('shows money in the currency of its record', () => {
    expect(shown('deals', 'value', 123_450, { record: { currency: 'EUR' } })).toBe('€1,234.50')
    expect(shown('deals', 'value', 500, { record: { currency: 'JPY' } })).toBe('¥500')
  })

  it('shows days in the calendar of the language', () => {
    expect(shown('customers', 'birthday', '2026-11-22')).toBe('22 Nov 2026')
    expect(shown('customers', 'birthday', '2026-11-22', {}, 'fa')).toContain('آذر')
  })

  it('shows the first of several in a list and all of them elsewhere, the main one first', () => {
    const phones = { a: { value: '1' }, b: { value: '2', primary: true }, c: { value: '3' } }
    expect(shown('customers', 'phones', phones, { short: true })).toBe('2 +2')
    expect(shown('customers', 'phones', phones)).toBe('2\n1\n3')
  })

  it('names linked customers and countries', () => {
    expect(shown('customers', 'companyId', 'c1')).toBe('Baltic Timber')
    expect(shown('customers', 'addresses', { a: { kind: 'billing', city: 'Bremen', country: 'DE' } })).toBe(
      'Bremen, Germany',
    )
  })
})

describe('formatAtPath', () => {
  it('reads plain fields, entries and tags', () => {
    expect(formatAtPath(context(), 'customers', 'status', 'former')).toBe('Former customer')
    expect(formatAtPath(context(), 'customers', 'phones/x', { value: '+370 46 312 345' })).toBe('+370 46 312 345')
    expect(formatAtPath(context(), 'customers', 'tags/a/b', true)).toBe('a/b')
    expect(formatAtPath(context(), 'customers', 'phones/x', undefined)).toBe('')
  })
})
