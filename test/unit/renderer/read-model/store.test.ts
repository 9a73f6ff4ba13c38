import { describe, expect, it } from 'vitest'

import type { SelectQuery } from '../../../../renderer/read-model/api.ts'
import { createReadModelService } from '../../../../renderer/read-model/service.ts'
import { createMemorySource, type MemorySource } from './memory-source.ts'

const options = { locale: 'en' }
const people = { noun: 'customers', offset: 0, limit: 10 } as const

const filled = async (): Promise<MemorySource> => {
  const source = createMemorySource()
  for (const [index, givenName] of ['Cora', 'Ada', 'Berta'].entries())
    source.put('customers', { id: `c${index}`, stamp: '', kind: 'person', givenName, status: 'lead' })
  await createReadModelService(source, options).save()
  return source
}
const named = (source: MemorySource, id: string, givenName: string) =>
  source.put('customers', { id, stamp: '', kind: 'person', givenName, status: 'lead' })

/** Counts what is read of the rows. */
const watched = (source: MemorySource) => {
  const read = { scans: 0, blobs: [] as string[] }
  const watching: MemorySource = {
    ...source,
    scan: (...given) => {
      read.scans += 1
      return source.scan(...given)
    },
    loadBlobs: (keys) => {
      read.blobs.push(...keys)
      return source.loadBlobs(keys)
    },
  }
  return { watching, read }
}

describe('what the read model saves', () => {
  it('gives the first page without reading rows or columns', async () => {
    const { watching, read } = watched(await filled())
    const page = await createReadModelService(watching, options).select(people)
    expect(page).toEqual({ ids: ['c1', 'c2', 'c0'], count: 3 })
    expect(read).toEqual({ scans: 0, blobs: ['readModel', 'readModel:customers:front'] })
  })

  it('writes only the columns that an edit changed', async () => {
    const source = await filled()
    const service = createReadModelService(source, options)
    await service.select({ ...people, text: 'ada' })
    const before = new Map([...source.blobs].map(([key, { seq }]) => [key, seq]))
    source.put('customers', { id: 'c0', stamp: '', kind: 'person', givenName: 'Cora', status: 'customer' })
    await service.refresh()
    await service.save()
    const written = [...source.blobs].flatMap(([key, { seq }]) => (before.get(key) === seq ? [] : [key]))
    expect(written.sort()).toEqual(['readModel', 'readModel:customers:column:status'])
  })

  it.each([
    ['a missing part', (source: MemorySource) => source.blobs.delete('readModel:customers:column:status')],
    ['a missing beginning', (source: MemorySource) => source.blobs.delete('readModel:customers:front')],
    [
      'another format',
      (source: MemorySource) => {
        const manifest = source.blobs.get('readModel')
        if (manifest) source.blobs.set('readModel', { ...manifest, data: { format: 'older' } })
      },
    ],
  ])('is built anew after %s', async (_, damage) => {
    const source = await filled()
    damage(source)
    const service = createReadModelService(source, options)
    const leads: SelectQuery = { ...people, filter: [{ column: 'status', op: 'is', values: ['lead'] }] }
    expect((await service.select(people)).count).toBe(3)
    expect(await service.select(leads)).toEqual({ ids: ['c1', 'c2', 'c0'], count: 3 })
    await service.save()
    const { watching, read } = watched(source)
    await createReadModelService(watching, options).search('ada', 5)
    expect(read.scans).toBe(0)
  })

  it('stays whole when two windows save over the same book', async () => {
    const source = await filled()
    const [first, second] = [createReadModelService(source, options), createReadModelService(source, options)]
    await first.select(people)
    await second.select(people)
    named(source, 'x1', 'Dora')
    await first.refresh()
    named(source, 'x2', 'Emma')
    await second.refresh()
    await first.refresh()
    await second.save()
    await first.save()
    const third = createReadModelService(source, options)
    expect((await third.select({ ...people, text: 'emma' })).ids).toEqual(['x2'])
    expect((await third.select({ ...people, text: 'dora' })).ids).toEqual(['x1'])
  })

  it('sorts anew for another language', async () => {
    const source = createMemorySource()
    for (const name of ['Yla', 'Jonas', 'Ivas']) named(source, name, name)
    await createReadModelService(source, options).save()
    const inLithuanian = createReadModelService(source, { locale: 'lt' })
    expect((await inLithuanian.select(people)).ids).toEqual(['Yla', 'Ivas', 'Jonas'])
    await inLithuanian.setLocale('en')
    expect((await inLithuanian.select(people)).ids).toEqual(['Ivas', 'Jonas', 'Yla'])
    await inLithuanian.save()
    expect((await createReadModelService(source, options).select(people)).ids).toEqual(['Ivas', 'Jonas', 'Yla'])
  })
})

describe('what the read model follows', () => {
  it('covers every write that was there before the question', async () => {
    const service = createReadModelService(await filled(), options)
    const source = await filled()
    const followed = createReadModelService(source, options)
    await followed.select(people)
    named(source, 'new', 'Aaron')
    expect((await followed.select(people)).ids[0]).toBe('new')
    expect((await service.select(people)).count).toBe(3)
  })

  it('takes any row without failing', async () => {
    const source = await filled()
    const odd = [null, 5, [], {}, 'x', { a: null }, { a: 5 }, { a: { value: 7 } }, Number.NaN, true]
    const service = createReadModelService(source, options)
    for (const [index, value] of odd.entries())
      for (const table of [
        'customers',
        'deals',
        'interactions',
        'tasks',
        'pipelines',
        'listItems',
        'settings',
        'unheardOf',
      ]) {
        const fields = [
          'kind',
          'givenName',
          'emails',
          'phones',
          'tags',
          'addresses',
          'birthday',
          'at',
          'value',
          'title',
          'stages',
          'customerId',
          'createdAt',
          'notes',
          'currency',
          'order',
        ]
        source.put(table, {
          ...Object.fromEntries(fields.map((field) => [field, value])),
          id: `odd${index}`,
          stamp: '',
        })
      }
    expect((await service.select(people)).count).toBe(3 + odd.length)
    expect(
      (await service.aggregate({ noun: 'deals', groupBy: [{ column: 'stageId' }], measures: [{ kind: 'weighted' }] }))
        .length,
    ).toBe(1)
    await service.search('x', 10)
  })

  it('tells its subscribers, once for each time it read on', async () => {
    const source = await filled()
    const service = createReadModelService(source, options)
    let told = 0
    const stop = service.subscribe(() => {
      told += 1
    })
    await service.select(people)
    named(source, 'n', 'N')
    await Promise.all([service.refresh(), service.select(people)])
    expect(told).toBe(1)
    stop()
    named(source, 'm', 'M')
    await service.refresh()
    expect(told).toBe(1)
  })
})

describe('search', () => {
  it('shows those whose name fits first, customers before all, and leaves room for the others', async () => {
    const source = createMemorySource()
    source.put('customers', { id: 'in notes', stamp: '', kind: 'person', givenName: 'Aaron', notes: 'knows Nora' })
    source.put('customers', { id: 'family', stamp: '', kind: 'person', givenName: 'Bea', familyName: 'Nora' })
    source.put('customers', { id: 'given', stamp: '', kind: 'person', givenName: 'Nora', familyName: 'Z' })
    source.put('deals', { id: 'deal', stamp: '', title: 'Tables', customerId: 'given', status: 'open' })
    const service = createReadModelService(source, options)
    const ids = async (limit: number) => (await service.search('nora', limit)).map(({ id }) => id)
    expect(await ids(10)).toEqual(['given', 'family', 'in notes', 'deal'])
    expect(await ids(2)).toEqual(['given', 'deal'])
    expect(await ids(0)).toEqual([])
    expect(await service.search('  ', 10)).toEqual([])
  })
})
