import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  dependsOn,
  inMode,
  modeOf,
  reachGroup,
  readReach,
  relatedChoices,
  relatedModes,
  startRelated,
  usable,
} from '../../../../renderer/fields/filter/node-model.ts'
import { type FilterWords, nodeText } from '../../../../renderer/fields/filter/node-text.ts'
import { createI18n, type Language } from '../../../../renderer/i18n/index.ts'
import { messages as en } from '../../../../renderer/i18n/messages/en/index.ts'
import { messages as fa } from '../../../../renderer/i18n/messages/fa/index.ts'
import { messages as lt } from '../../../../renderer/i18n/messages/lt/index.ts'
import { messages as ru } from '../../../../renderer/i18n/messages/ru/index.ts'
import {
  consentChannels,
  createCatalog,
  type FilterNode,
  filterSchema,
  type NounName,
  plainCatalog,
  type Segment,
} from '../../../../shared/domain/index.ts'

const all = { en, fa, lt, ru }
const nouns = ['customers', 'deals', 'interactions', 'tasks'] as const
const own = createCatalog([
  {
    id: 'custom_installer',
    scope: 'deals',
    type: 'link',
    order: 'a',
    createdAt: '2026-01-01T00:00:00.000Z',
    names: { en: 'Installer' },
  },
])

const words = (language: Language = 'en'): FilterWords => ({
  i18n: createI18n(language, all[language]),
  lookups: { items: new Map(), pipelines: new Map(), settings: undefined, catalog: own },
  segments: new Map([['s1', 'Worth a visit']]),
})
const read = (noun: NounName, node: FilterNode, language?: Language): string => {
  const { column, text } = nodeText(words(language), noun, node)
  return `${column} | ${text}`
}

describe('conditions on what is linked', () => {
  it('are offered for every link there is, either way, and by links of one’s own', () => {
    expect(relatedChoices(own, 'customers')).toEqual([
      { noun: 'deals' },
      { noun: 'deals', by: 'custom_installer' },
      { noun: 'interactions' },
      { noun: 'tasks' },
      { noun: 'customers' },
    ])
    expect(relatedChoices(plainCatalog, 'tasks').map(({ noun }) => noun)).toEqual(['customers', 'deals'])
  })

  it('begin complete, and stay so in every mode that needs no number', () => {
    for (const noun of nouns)
      for (const choice of relatedChoices(own, noun)) {
        const node = startRelated(choice)
        expect(filterSchema.safeParse([node]).success).toBe(true)
        expect(usable([node])).toEqual([node])
        for (const mode of relatedModes) {
          const changed = inMode(node, mode, { sum: 'value', last: 'createdAt' })
          expect(modeOf(changed)).toBe(mode)
          expect(changed.by).toBe(choice.by)
          expect(usable([changed]).length, mode).toBe(mode === 'sum' ? 0 : 1)
        }
      }
  })
})

describe('a filter that is being built', () => {
  it('counts only what is complete', () => {
    const lead: FilterNode = { column: 'status', op: 'is', values: ['lead'] }
    const empty: FilterNode = { column: 'status', op: 'is', values: [] }
    expect(
      usable([
        empty,
        { op: 'any', of: [] },
        { op: 'none', of: [{ op: 'any', of: [empty] }] },
        { op: 'any', of: [lead, empty] },
        { op: 'in', segment: '' },
      ]),
    ).toEqual([{ op: 'any', of: [lead] }])
  })

  it('reads back who may be written to, and takes nothing else for that', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...consentChannels),
        fc.option(fc.constantFrom('purpose:news', 'purpose:a:b'), { nil: undefined }),
        (channel, purpose) => {
          expect(readReach(reachGroup({ channel, purpose }))).toEqual({ channel, purpose })
          const group = reachGroup({ channel, purpose })
          expect(readReach({ ...group, of: [...group.of, { column: 'email', op: 'notEmpty' }] })).toBeUndefined()
          expect(readReach({ ...group, op: 'any' })).toBeUndefined()
        },
      ),
    )
  })

  it('is never made of the segment that it belongs to', () => {
    const segment = (id: string, filter: FilterNode[], kind: 'live' | 'fixed' = 'live'): Segment => ({
      id,
      noun: 'customers',
      name: id,
      kind,
      order: 'a',
      createdAt: '2026-01-01T00:00:00.000Z',
      filter,
    })
    const to = (id: string): FilterNode => ({ op: 'any', of: [{ op: 'notIn', segment: id }] })
    const segments = [
      segment('a', [to('b')]),
      segment('b', [to('c')]),
      segment('c', []),
      segment('f', [to('c')], 'fixed'),
    ]
    expect(dependsOn(segments, 'a', 'c')).toBe(true)
    expect(dependsOn(segments, 'c', 'a')).toBe(false)
    expect(dependsOn(segments, 'f', 'c')).toBe(false)
    expect(dependsOn([segment('x', [to('y')]), segment('y', [to('x')])], 'x', 'z')).toBe(false)
  })
})

describe('parts of a filter in words', () => {
  const won: FilterNode = {
    op: 'related',
    noun: 'deals',
    filter: [{ column: 'status', op: 'is', values: ['won'] }],
    measure: 'sum',
    column: 'value',
    from: 100_000,
  }
  const silent: FilterNode = {
    op: 'related',
    noun: 'interactions',
    filter: [],
    measure: 'last',
    column: 'at',
    before: 90,
  }

  it('read as one says them', () => {
    expect(read('customers', won)).toBe('Deals | Value in total from €1,000 · Status is Won')
    expect(read('customers', silent)).toBe('Interactions | last one more than 90 days ago or never')
    expect(read('customers', { op: 'in', segment: 's1' })).toBe('In segment | Worth a visit')
    expect(read('customers', { op: 'notIn', segment: 'x' })).toBe(
      'Not in segment | a segment that is gone: nobody fits',
    )
    expect(read('customers', reachGroup({ channel: 'email', purpose: 'purpose:newsletter' }))).toContain('by e-mail')
    expect(
      read('customers', {
        op: 'any',
        of: [
          { column: 'status', op: 'is', values: ['lead'] },
          { op: 'none', of: [{ column: 'phones', op: 'empty' }] },
        ],
      }),
    ).toBe('Any of | Status is Lead; (None of Phones is empty)')
    expect(
      read('customers', { op: 'related', noun: 'deals', by: 'custom_installer', filter: [], measure: 'count', to: 0 }),
    ).toBe('Deals by “Installer” | none')
    expect(read('customers', { column: 'custom_gone', op: 'empty' })).toBe('custom_gone | a field that is gone')
  })

  it('read in every language', () => {
    expect(read('customers', silent, 'lt')).toBe('Bendravimas | paskutinis daugiau nei prieš 90 dienų arba niekada')
    expect(read('customers', silent, 'ru')).toBe('Взаимодействия | последний раз больше 90 дней назад или никогда')
    expect(read('customers', silent, 'fa')).toBe('تعامل‌ها | آخرین مورد بیش از ۹۰ روز پیش یا هرگز')
  })
})
