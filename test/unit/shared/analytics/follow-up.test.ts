import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bucketDays, followUpReport } from '../../../../shared/analytics/index.ts'
import { addDays } from '../../../../shared/domain/day.ts'
import { anyDay, anyRows, oneOf, sumOf, TODAY } from './rows.ts'

const ago = (days: number) => ({ keys: [addDays(TODAY, -days), 'lead'], values: [1] })

describe('the report of follow-up', () => {
  it.each([
    [-3, '0-7'],
    [0, '0-7'],
    [7, '0-7'],
    [8, '8-30'],
    [30, '8-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, 'over'],
  ])('puts a contact of %i days ago into %s', (days, bucket) => {
    const { table } = followUpReport([ago(days)], ['lead'], TODAY)
    expect(table.rows.filter(({ cells }) => cells[0] === 1).map(({ key }) => key)).toEqual([bucket])
  })

  it('counts those never contacted apart from those silent for long', () => {
    const rows = [ago(3), ago(200), ago(300), { keys: ['', 'customer'], values: [4] }]
    expect(followUpReport(rows, ['lead', 'customer'], TODAY).figures).toEqual([
      { key: 'records', kind: 'count', value: 7 },
      { key: 'recent', kind: 'count', value: 1, share: 1 / 7 },
      { key: 'silent', kind: 'count', value: 2, share: 2 / 7 },
      { key: 'never', kind: 'count', value: 4, share: 4 / 7 },
    ])
  })

  it('counts everyone once, in six buckets, by any status', () => {
    fc.assert(
      fc.property(anyRows(anyDay, oneOf('lead', 'customer', 'odd', '')), (given) => {
        const { table, count } = followUpReport(given, ['lead', 'customer'], TODAY)
        expect(table.rows).toHaveLength(6)
        expect(count).toBe(sumOf(given.map(({ values }) => values[0])))
        const totalAt = table.columns.length - 2
        expect(table.total[totalAt]).toBe(count)
        expect(sumOf(table.rows.map(({ cells }) => cells[totalAt]))).toBe(count)
        for (const { cells } of table.rows) expect(cells[totalAt]).toBe(sumOf(cells.slice(0, totalAt)))
      }),
    )
  })

  it('says which days a bucket holds', () => {
    expect(['0-7', '8-30', '61-90', 'over', 'never'].map(bucketDays)).toEqual([
      { from: 0, to: 7 },
      { from: 8, to: 30 },
      { from: 61, to: 90 },
      { from: 91 },
      {},
    ])
  })
})
