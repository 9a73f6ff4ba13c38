import { describe, expect, it } from 'vitest'

import { createMatchingService } from '../../../../renderer/workers/matching-service.ts'
import type { Row } from '../../../../shared/change/index.ts'
import { createMemorySource, type MemorySource } from '../read-model/memory-source.ts'

const customer = (id: string, values: Record<string, unknown>): Row => ({
  id,
  stamp: '1',
  kind: 'person',
  status: 'lead',
  createdAt: '2026-01-01T00:00:00.000Z',
  ...values,
})

const email = (value: string) => ({ emails: { x: { value } } })

/** Many strangers, so that a name is worth something, and some who are not. */
const bookOf = (...rows: Row[]): MemorySource => {
  const source = createMemorySource()
  const given = ['Rasa', 'Tomas', 'Ieva', 'Marius', 'Greta', 'Paulius', 'Asta', 'Vytautas']
  const family = ['Stone', 'Vance', 'Brook', 'Field', 'Marsh', 'Heath', 'Glenn', 'Forde', 'Quill', 'Wynne']
  for (const [at, first] of given.entries())
    for (const [index, last] of family.entries())
      source.put(
        'customers',
        customer(`s${at}-${index}`, {
          givenName: first,
          familyName: last,
          ...email(`${first}.${last}${at}@s${index}.lt`),
        }),
      )
  for (const row of rows) source.put('customers', row)
  return source
}

const serviceOf = (source: MemorySource) =>
  createMatchingService(source, async (companyIds) =>
    source
      .rowsOf('customers')
      .filter((row) => companyIds.includes(String(row['companyId'])))
      .map(({ id }) => id),
  )

const fedor = { givenName: 'Фёдор', familyName: 'Королёв' }
const pairsOf = (pairs: readonly { a: string; b: string }[]) => pairs.map(({ a, b }) => [a, b].sort().join('+')).sort()
const LIMIT = 5

describe('the matching service', () => {
  it('finds who is like a typed record, in another script too, and an e-mail whatever the name', async () => {
    const source = bookOf(customer('f', { ...fedor, ...email('info@korolev.ru') }))
    const { similar } = serviceOf(source)
    const typed = { id: 'typed', givenName: 'Fyodor', familyName: 'Korolyov' }
    expect((await similar(typed, 'person', LIMIT)).map(({ id }) => id)).toEqual(['f'])
    const other = { id: 'typed', givenName: 'Rasa', familyName: 'Nobody', emails: ['tomas.vance1@s1.lt'] }
    expect((await similar(other, 'person', LIMIT)).map(({ id }) => id)).toContain('s1-1')
    expect(await similar(typed, 'company', LIMIT), 'people are no companies').toEqual([])
  })

  it('follows the book: what is added, changed, deleted, and the names of companies', async () => {
    const source = bookOf()
    const { similar } = serviceOf(source)
    const typed = { id: 'typed', ...fedor, company: 'Северный ветер' }
    const found = async () => (await similar(typed, 'person', LIMIT)).map(({ id }) => id)
    expect(await found()).toEqual([])
    source.put('customers', customer('f', { ...fedor, companyId: 'c' }))
    expect(await found()).toEqual(['f'])
    const [before] = await similar(typed, 'person', LIMIT)
    source.put('customers', customer('c', { kind: 'company', companyName: 'Северный ветер' }))
    const [after] = await similar(typed, 'person', LIMIT)
    expect(after?.reasons.map(({ field }) => field)).toContain('company')
    expect(after?.probability).toBeGreaterThan(before?.probability ?? 1)
    source.put('customers', customer('f', { ...fedor, deletedAt: '2026-02-02T00:00:00.000Z' }))
    expect(await found()).toEqual([])
    source.put('customers', customer('f', fedor))
    source.put('customers', { id: 'f', erasedAt: '2026-02-02T00:00:00.000Z', stamp: '2' })
    expect(await found()).toEqual([])
  })

  it('scans all, archived ones included, without the trash, and never a person with a company', async () => {
    const at = '2026-02-02T00:00:00.000Z'
    const { scan, similarTo } = serviceOf(
      bookOf(
        customer('a', { ...fedor, ...email('f@k.ru') }),
        customer('b', { givenName: 'Fedor', familyName: 'Korolev', archivedAt: at, ...email('f@k.ru') }),
        customer('gone', { ...fedor, ...email('f@k.ru'), deletedAt: at }),
        customer('firm', { kind: 'company', companyName: 'Королёв', ...email('f@k.ru') }),
      ),
    )
    const seen: { done: number; total: number }[] = []
    const { pairs } = await scan((done, total) => seen.push({ done, total }))
    expect(pairsOf(pairs)).toEqual(['a+b'])
    expect(seen.at(-1)).toEqual({ done: 83, total: 83 })
    expect((await similarTo('b', LIMIT)).map(({ id }) => id)).toEqual(['a'])
    expect(await similarTo('gone', LIMIT)).toEqual([])
  })

  it('looks again only at what changed since a scan, unless that is much or unknown', async () => {
    const source = bookOf(customer('a', { ...fedor, ...email('f@k.ru') }))
    const { scan, rescan } = serviceOf(source)
    const { pairs, seq } = await scan(() => undefined)
    expect(pairs).toEqual([])
    expect(await rescan(seq)).toEqual({ pairs: [], changed: [], seq })
    source.put('customers', customer('b', { ...fedor, ...email('f@k.ru') }))
    source.put('customers', customer('c', { ...fedor, ...email('f@k.ru') }))
    source.put('deals', { id: 'd', stamp: '1' })
    const next = await rescan(seq)
    expect(next?.changed.sort()).toEqual(['b', 'c'])
    expect(pairsOf(next?.pairs ?? [])).toEqual(['a+b', 'a+c', 'b+c'])
    expect(next?.seq).toBe(seq + 3)
    for (let index = 0; index < 400; index += 1)
      source.put('customers', customer(`n${index}`, { givenName: `N${index}` }))
    expect(await rescan(seq)).toBeUndefined()
  })

  it('scans anew when the fields of the book changed: which of them are unique counts', async () => {
    const source = bookOf()
    const { scan, rescan } = serviceOf(source)
    const { seq } = await scan(() => undefined)
    source.put('customFields', { id: 'custom_1', stamp: '1', scope: 'people', type: 'text', order: 'a', unique: true })
    expect(await rescan(seq)).toBeUndefined()
  })
})
