import { describe, expect, it } from 'vitest'

import { createReadModelService } from '../../../../renderer/read-model/service.ts'
import type { FilterNode } from '../../../../shared/domain/index.ts'
import { createMemorySource, type MemorySource } from './memory-source.ts'

const options = { locale: 'en', now: () => new Date('2026-03-15T12:00:00Z') }
const AT = '2026-01-01T00:00:00.000Z'

const person = (source: MemorySource, id: string, values: Record<string, unknown> = {}) =>
  source.put('customers', { id, stamp: '', kind: 'person', givenName: id, status: 'lead', createdAt: AT, ...values })
const segment = (source: MemorySource, id: string, filter: FilterNode[], values: Record<string, unknown> = {}) =>
  source.put('segments', {
    id,
    stamp: '',
    noun: 'customers',
    name: id,
    kind: 'live',
    order: 'a',
    createdAt: AT,
    filter,
    ...values,
  })
const definition = (source: MemorySource, values: { id: string; [field: string]: unknown }) =>
  source.put('customFields', { stamp: '', scope: 'customers', order: 'a', createdAt: AT, ...values })

const isLead: FilterNode = { column: 'status', op: 'is', values: ['lead'] }
const inSegment = (id: string): FilterNode => ({ op: 'in', segment: id })

const asking = (source: MemorySource) => {
  const service = createReadModelService(source, options)
  return {
    service,
    ids: async (filter: FilterNode[]) =>
      (await service.select({ noun: 'customers', filter, offset: 0, limit: 100 })).ids,
  }
}

describe('segments', () => {
  it('fit nobody when one is missing or comes back to itself, however it is asked', async () => {
    const source = createMemorySource()
    person(source, 'Ada')
    segment(source, 'a', [{ op: 'any', of: [isLead, inSegment('b')] }])
    segment(source, 'b', [{ op: 'none', of: [inSegment('a')] }])
    segment(source, 'deleted', [isLead], { deletedAt: AT })
    segment(source, 'odd', [], { filter: [{ op: 'unheardOf' }] })
    segment(source, 'fine', [isLead])
    const { ids } = asking(source)
    expect(await ids([inSegment('fine')])).toEqual(['Ada'])
    for (const id of ['a', 'b', 'deleted', 'odd', 'gone']) {
      expect(await ids([inSegment(id)]), id).toEqual([])
      expect(await ids([{ op: 'notIn', segment: id }]), id).toEqual([])
      expect(await ids([{ op: 'none', of: [inSegment(id)] }]), id).toEqual([])
      expect(await ids([{ op: 'any', of: [isLead, inSegment(id)] }]), id).toEqual([])
    }
  })

  it('are followed: a change of one changes what the others answer', async () => {
    const source = createMemorySource()
    person(source, 'Ada')
    person(source, 'Bea', { status: 'customer' })
    segment(source, 'leads', [isLead])
    segment(source, 'others', [{ op: 'notIn', segment: 'leads' }])
    const { ids } = asking(source)
    expect(await ids([inSegment('others')])).toEqual(['Bea'])
    segment(source, 'leads', [], { kind: 'fixed', members: { Bea: true } })
    expect(await ids([inSegment('others')])).toEqual(['Ada'])
    source.remove('segments', 'leads')
    expect(await ids([inSegment('others')])).toEqual([])
  })

  it('of customers hold for their deals', async () => {
    const source = createMemorySource()
    person(source, 'Ada')
    person(source, 'Bea', { status: 'customer' })
    const deal = { stamp: '', title: 'x', status: 'open', createdAt: AT }
    source.put('deals', { ...deal, id: 'd1', customerId: 'Ada' })
    source.put('deals', { ...deal, id: 'd2', companyId: 'Bea' })
    source.put('deals', { ...deal, id: 'd3' })
    segment(source, 'leads', [isLead])
    const { service } = asking(source)
    const count = (filter: FilterNode[]) =>
      service.aggregate({ noun: 'deals', filter, groupBy: [{ column: 'customerId' }], measures: [{ kind: 'count' }] })
    expect(await count([inSegment('leads')])).toEqual([{ keys: ['Ada'], values: [1] }])
    expect(
      (await service.select({ noun: 'deals', filter: [{ op: 'notIn', segment: 'leads' }], offset: 0, limit: 9 })).count,
    ).toBe(2)
  })
})

describe('explaining a filter', () => {
  it('tells what failed and what was found, inside groups and segments too', async () => {
    const source = createMemorySource()
    source.put('settings', { id: 'book', currency: 'EUR', stamp: '' })
    person(source, 'Ada', { tags: { vip: true } })
    source.put('deals', {
      id: 'd1',
      stamp: '',
      title: 'x',
      status: 'won',
      value: 70_000,
      currency: 'EUR',
      customerId: 'Ada',
    })
    source.put('deals', {
      id: 'd2',
      stamp: '',
      title: 'y',
      status: 'won',
      value: 90_000,
      currency: 'USD',
      customerId: 'Ada',
    })
    segment(source, 'vips', [{ column: 'tags', op: 'is', values: ['vip'] }])
    const { service } = asking(source)
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
      within: 90,
    }
    const verdicts = await service.explain('customers', 'Ada', [
      { op: 'any', of: [won, silent] },
      inSegment('vips'),
      inSegment('gone'),
    ])
    expect(verdicts).toEqual([
      {
        fits: false,
        of: [
          { fits: false, value: 70_000 },
          { fits: false, value: null },
        ],
      },
      { fits: true, of: [{ fits: true, value: 'vip' }] },
      { fits: false, broken: 'missing' },
    ])
  })
})

describe('what is archived', () => {
  const archived = async () => {
    const source = createMemorySource()
    person(source, 'Ada', { archivedAt: AT })
    person(source, 'Adam')
    const deal = { stamp: '', title: 'x', status: 'open', createdAt: AT }
    source.put('deals', { ...deal, id: 'd1', customerId: 'Ada' })
    source.put('deals', { ...deal, id: 'd2', customerId: 'Ada', companyId: 'Adam' })
    return asking(source)
  }
  it('is left out of customers, unless the filter is about it', async () => {
    const { ids } = await archived()
    expect(await ids([])).toEqual(['Adam'])
    expect(await ids([{ column: 'archivedAt', op: 'notEmpty' }])).toEqual(['Ada'])
    expect(await ids([{ op: 'any', of: [{ column: 'archivedAt', op: 'empty' }, isLead] }])).toEqual(['Ada', 'Adam'])
  })
  it('is found by a search, after the others', async () => {
    const { service } = await archived()
    const hits = (await service.search('ada', 5)).filter(({ noun }) => noun === 'customers')
    expect(hits.map(({ id }) => id)).toEqual(['Adam', 'Ada'])
  })
  it('takes along the deals whose customers all are', async () => {
    const { service } = await archived()
    const count = async (way: 'out' | 'with' | 'only') =>
      (await service.select({ noun: 'deals', archived: way, offset: 0, limit: 9 })).ids
    expect(await count('out')).toEqual(['d2'])
    expect(await count('only')).toEqual(['d1'])
    expect((await count('with')).length).toBe(2)
  })
})

describe('fields of one’s own', () => {
  const withField = async () => {
    const source = createMemorySource()
    person(source, 'Ada', { custom_size: 'l', custom_hint: 'Tūbelė', custom_mobile: '+370 612 34567' })
    const asked = asking(source)
    expect(await asked.ids([{ column: 'custom_size', op: 'is', values: ['l'] }])).toEqual([])
    definition(source, {
      id: 'custom_size',
      type: 'choice',
      options: { s: { name: 'S', order: 'a' }, l: { name: 'L', order: 'b' } },
    })
    definition(source, { id: 'custom_hint', type: 'longText' })
    definition(source, { id: 'custom_mobile', type: 'phone' })
    return { source, ...asked }
  }
  it('are columns as soon as they are defined, and searched', async () => {
    const { ids, service } = await withField()
    expect(await ids([{ column: 'custom_size', op: 'is', values: ['l'] }])).toEqual(['Ada'])
    const found = async (text: string) => (await service.select({ noun: 'customers', text, offset: 0, limit: 9 })).count
    expect([await found('tubele'), await found('61234567'), await found('nothing')]).toEqual([1, 1, 0])
  })
  it('read the rows again only when columns come or go', async () => {
    const { source, ids } = await withField()
    await ids([])
    let scans = 0
    const { scan } = source
    source.scan = (...given) => {
      scans += 1
      return scan(...given)
    }
    definition(source, {
      id: 'custom_size',
      type: 'choice',
      names: { en: 'Size' },
      options: { xl: { name: 'XL', order: 'c' } },
    })
    expect(await ids([{ column: 'custom_size', op: 'is', values: ['l'] }])).toEqual(['Ada'])
    expect(scans).toBe(0)
    definition(source, { id: 'custom_size', type: 'choice', retired: true })
    expect(await ids([{ column: 'custom_size', op: 'is', values: ['l'] }])).toEqual([])
    expect(scans).toBeGreaterThan(0)
  })
  it('are not taken from what was saved before they were defined', async () => {
    const source = createMemorySource()
    person(source, 'Ada', { custom_size: 'l' })
    await createReadModelService(source, options).save()
    definition(source, { id: 'custom_size', type: 'text' })
    const { ids, service } = asking(source)
    expect(await ids([{ column: 'custom_size', op: 'contains', text: 'l' }])).toEqual(['Ada'])
    await service.save()
    expect(await asking(source).ids([{ column: 'custom_size', op: 'contains', text: 'l' }])).toEqual(['Ada'])
  })
})

describe('consents', () => {
  it('are the latest word of each purpose and channel', async () => {
    const source = createMemorySource()
    const statement = (state: string, at: string, channel = 'email') => ({
      purpose: 'purpose:news',
      channel,
      state,
      basis: 'consent',
      at,
    })
    person(source, 'Ada', {
      consents: {
        one: statement('given', '2026-01-02T00:00:00.000Z'),
        two: statement('withdrawn', '2026-02-02T00:00:00.000Z'),
        three: statement('given', '2026-01-01T00:00:00.000Z', 'phone'),
        odd: { purpose: 5 },
      },
    })
    const { ids } = asking(source)
    const agreed = (channel: string): FilterNode => ({
      column: 'consents',
      op: 'is',
      values: [`purpose:news:${channel}:given`],
    })
    expect(await ids([agreed('email')])).toEqual([])
    expect(await ids([agreed('phone')])).toEqual(['Ada'])
  })
})
