import { describe, expect, test } from 'vitest'

import { byFieldReport, FURTHER } from '../../../../shared/analytics/index.ts'

const base = { order: ['b', 'a'], several: false, currency: 'EUR' } as const

describe('records by a field', () => {
  test('stand in the order of the list, then by their count, those without a value last', () => {
    const rows = ['', 'z', 'a', 'y', 'b'].map((key, at) => ({ keys: [key], values: [at + 1] }))
    const { table, figures, count } = byFieldReport(rows, { ...base, noun: 'customers' })
    expect(table.rows.map(({ key, cells }) => [key, ...cells])).toEqual([
      ['b', 5, 5 / 15],
      ['a', 3, 3 / 15],
      ['y', 4, 4 / 15],
      ['z', 2, 2 / 15],
      ['', 1, 1 / 15],
    ])
    expect(table.total).toEqual([15, 1])
    expect(figures.at(-1)).toMatchObject({ of: 'b', value: 5, share: 5 / 15 })
    expect(count).toBe(15)
  })

  test('money of deals stays apart by currency; one without a currency counts as the book’s', () => {
    const rows = [
      { keys: ['a', 'EUR'], values: [2, 1_000, 7] },
      { keys: ['a', ''], values: [1, 500, 1] },
      { keys: ['a', 'USD'], values: [1, 300, 2] },
    ]
    const measured = { column: 'own', kind: 'count' } as const
    const { table } = byFieldReport(rows, { ...base, noun: 'deals', measured })
    expect(table.columns.map(({ key, currency }) => currency ?? key)).toEqual([
      'deals',
      'share',
      'EUR',
      'USD',
      'measured',
    ])
    expect(table.rows).toEqual([{ key: 'a', cells: [4, 1, 1_500, 300, 10] }])
  })

  test('who holds several values is not added up to a whole', () => {
    const rows = ['a', 'b'].map((key) => ({ keys: [key], values: [3] }))
    const { table, figures } = byFieldReport(rows, { ...base, noun: 'customers', several: true })
    expect(table.columns.map(({ key }) => key)).toEqual(['customers'])
    expect(table.total).toEqual([null])
    expect(figures).toEqual([{ key: 'topSeries', kind: 'count', value: 3, of: 'b' }])
  })

  test('many values end in one row for all further ones', () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({ keys: [`v${at}`], values: [60 - at] }))
    const { table } = byFieldReport(rows, { ...base, noun: 'customers' })
    expect(table.rows).toHaveLength(41)
    expect(table.rows.at(-1)).toMatchObject({ group: FURTHER })
    expect(table.rows.reduce((sum, { cells }) => sum + (cells[0] ?? 0), 0)).toBe(1_830)
  })
})
