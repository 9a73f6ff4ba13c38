import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { stretchesOf, wonLostReport } from '../../../../shared/analytics/index.ts'
import { anyDay, anyRows, month, oneOf, sumOf } from './rows.ts'

const stretches = stretchesOf({ from: '2026-09-01', to: '2026-11-30' }, month)

describe('the report of won and lost deals', () => {
  it('has every month, also one without deals, whose win rate is no number', () => {
    const rows = [
      { keys: ['2026-09-03', 'won', 'EUR'], values: [3, 900_00] },
      { keys: ['2026-09-30', 'lost', 'EUR'], values: [1, 50_00] },
      { keys: ['2026-11-01', 'lost', 'EUR'], values: [2, 80_00] },
    ]
    const { table, figures } = wonLostReport(rows, stretches, 'EUR')
    expect(table.rows.map(({ key, cells }) => [key, ...cells])).toEqual([
      ['2026-09-01', 3, 1, 0.75, 900_00, 50_00],
      ['2026-10-01', 0, 0, null, 0, 0],
      ['2026-11-01', 0, 2, 0, 0, 80_00],
    ])
    expect(table.total).toEqual([3, 3, 0.5, 900_00, 130_00])
    expect(figures).toContainEqual({ key: 'winRate', kind: 'share', value: 0.5 })
  })

  it('keeps deals closed on no known day in a row of their own', () => {
    const { table } = wonLostReport([{ keys: ['', 'won', 'EUR'], values: [1, 10_00] }], stretches, 'EUR')
    expect(table.rows.at(-1)).toEqual({ key: '', cells: [1, 0, 1, 10_00, 0] })
  })

  it('loses nothing and never adds two currencies', () => {
    fc.assert(
      fc.property(anyRows(anyDay, oneOf('won', 'lost'), oneOf('EUR', 'USD', 'IRR')), (given) => {
        const { table, count } = wonLostReport(given, stretches, 'EUR')
        expect(count).toBe(sumOf(given.map(({ values }) => values[0])))
        for (const [at, { key, kind, currency }] of table.columns.entries()) {
          if (kind === 'share') continue
          const whole = given.filter(({ keys }) => key.startsWith(String(keys[1])))
          const own = whole.filter(({ keys }) => currency === undefined || keys[2] === currency)
          const measure = kind === 'money' ? 1 : 0
          expect(table.total[at]).toBe(sumOf(own.map(({ values }) => values[measure])))
          expect(table.total[at]).toBe(sumOf(table.rows.map(({ cells }) => cells[at])))
        }
      }),
    )
  })
})
