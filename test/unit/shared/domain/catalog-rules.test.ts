import { describe, expect, test } from 'vitest'

import {
  type CustomField,
  completeness,
  createCatalog,
  defaultOf,
  initialPipeline,
  uniqueKey,
} from '../../../../shared/domain/index.ts'

const definition = (id: string, more: Partial<CustomField> = {}): CustomField => ({
  id,
  scope: 'customers',
  type: 'text',
  order: 'a0',
  createdAt: '2026-01-01T00:00:00.000Z',
  names: { en: id },
  ...more,
})

const ann = { id: '1', kind: 'person', status: 'lead', givenName: 'Ann' }

describe('required', () => {
  const catalog = createCatalog(
    [
      definition('always', { required: 'always' }),
      definition('later', { required: 'from', requiredFrom: 'customer' }),
      definition('ofCompanies', { scope: 'companies', required: 'always' }),
      definition('old', { required: 'always', retired: true }),
      definition('delivery', { scope: 'deals', required: 'from', requiredFrom: 'stage:proposal' }),
    ],
    { pipelines: [initialPipeline] },
  )
  const missing = (record: Record<string, unknown>) => completeness('customers', record, catalog).missing

  test('follows the kind and the status', () => {
    expect(missing(ann)).toEqual(['always'])
    expect(missing({ ...ann, always: 'x' })).toEqual([])
    expect(missing({ ...ann, status: 'prospect' })).toEqual(['always'])
    expect(missing({ ...ann, status: 'customer' })).toEqual(['always', 'later'])
    expect(missing({ ...ann, status: 'former' })).toEqual(['always', 'later'])
    expect(missing({ ...ann, status: 'disqualified' })).toEqual(['always'])
    expect(missing({ kind: 'company', status: 'lead' })).toEqual(['companyName', 'always', 'ofCompanies'])
    expect(missing({ ...ann, always: '  ' })).toEqual(['always'])
  })

  test('follows the stage, of its own pipeline only', () => {
    const deal = { title: 'x', status: 'open', currency: 'EUR', pipelineId: initialPipeline.id }
    const lacks = (more: Record<string, unknown>) => completeness('deals', { ...deal, ...more }, catalog).missing
    expect(lacks({ stageId: 'stage:new' })).toEqual([])
    expect(lacks({ stageId: 'stage:proposal' })).toEqual(['delivery'])
    expect(lacks({ stageId: 'stage:negotiation' })).toEqual(['delivery'])
    expect(lacks({ stageId: 'stage:new', status: 'won' })).toEqual(['delivery'])
    expect(lacks({ stageId: 'stage:proposal', pipelineId: 'other' })).toEqual([])
    expect(lacks({ stageId: 'stage:proposal', delivery: '2026-01-01' })).toEqual([])
  })

  test('is a column of lists, whose basis changes with the rules', () => {
    const column = (of: ReturnType<typeof createCatalog>) =>
      of.columns('customers').find(({ key }) => key === 'missing')
    expect(column(catalog)?.derive?.({ ...ann, status: 'customer' })).toBe(2)
    expect(column(catalog)?.derive?.({ ...ann, always: 'x' })).toBeUndefined()
    const other = createCatalog([definition('always')])
    expect(column(other)?.basis).not.toBe(column(catalog)?.basis)
  })
})

describe('roles', () => {
  const catalog = createCatalog([
    definition('open'),
    definition('secret', { hiddenFrom: { seller: true } }),
    definition('read', { lockedFor: { seller: true } }),
    definition('once', { fixed: true }),
  ])

  test('what is hidden is in no form and no list, but keeps its name for the history', () => {
    const seen = catalog.forRole('seller')
    expect(seen.own.map(({ id }) => id)).toEqual(['once', 'open', 'read'])
    expect(seen.columns('customers').some(({ key }) => key === 'secret')).toBe(false)
    expect(seen.field('customers', 'secret')?.type).toBe('text')
    expect(seen.access('secret', undefined)).toBe('hidden')
    expect(catalog.forRole('owner').own).toHaveLength(4)
  })

  test('what is locked is only read, and what is fixed once it is filled in', () => {
    const seen = catalog.forRole('seller')
    expect(seen.access('read', undefined)).toBe('locked')
    expect(seen.access('open', 'x')).toBe('open')
    expect(seen.access('once', undefined)).toBe('open')
    expect(seen.access('once', 'x')).toBe('fixed')
    expect(seen.access('givenName', 'x')).toBe('open')
  })
})

test('a default that is no choice any more is none', () => {
  const options = { a: { name: 'A', order: 'a0' }, b: { name: 'B', order: 'a1', retired: true } }
  expect(defaultOf(definition('x', { type: 'choice', options, defaultValue: 'a' }))).toBe('a')
  expect(defaultOf(definition('x', { type: 'choice', options, defaultValue: 'b' }))).toBeUndefined()
  expect(defaultOf(definition('x', { type: 'choices', options, defaultValue: ['a', 'b', 'c'] }))).toEqual({ a: true })
  expect(defaultOf(definition('x', { type: 'number', defaultValue: 0 }))).toBe(0)
})

test.each([
  ['text', 'AB 12', 'ab12', true],
  ['text', 'ab\u00a012', 'AB12', true],
  ['text', 'ab12', 'ab13', false],
  ['phone', '+370 612-34567', '(+370)61234567', true],
  ['email', 'Ann@Example.org', 'mailto:ann@example.org', true],
  ['url', 'https://www.Example.org/', 'example.org', true],
  ['number', 12, '12', true],
] as const)('%s %s and %s: the same is %s', (type, a, b, same) =>
  expect(uniqueKey(type, a) === uniqueKey(type, b)).toBe(same),
)
