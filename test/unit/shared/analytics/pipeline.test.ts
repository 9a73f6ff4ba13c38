import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { pipelineReport } from '../../../../shared/analytics/index.ts'
import { anyRows, oneOf, sumOf } from './rows.ts'

const stages = [
  { pipelineId: 'p', stageId: 'new' },
  { pipelineId: 'p', stageId: 'offer' },
  { pipelineId: 'q', stageId: 'new' },
]

const rows = [
  { keys: ['p', 'offer', 'EUR'], values: [2, 500_00, 250_00] },
  { keys: ['p', 'offer', 'USD'], values: [1, 70_00, 35_00] },
  { keys: ['q', 'new', 'EUR'], values: [3, 90_00, 9_00] },
]

describe('the pipeline report', () => {
  it('has a row for every stage in order, empty ones too, and a column for each currency', () => {
    const { table, count } = pipelineReport(rows, stages, 'USD')
    expect(count).toBe(6)
    expect(table.columns.map(({ key, currency }) => [key, currency])).toEqual([
      ['deals', undefined],
      ['value', 'USD'],
      ['weighted', 'USD'],
      ['value', 'EUR'],
      ['weighted', 'EUR'],
    ])
    expect(table.rows.map(({ group, key, cells }) => [group, key, ...cells])).toEqual([
      ['p', 'new', 0, 0, 0, 0, 0],
      ['p', 'offer', 3, 70_00, 35_00, 500_00, 250_00],
      ['q', 'new', 3, 0, 0, 90_00, 9_00],
    ])
    expect(table.total).toEqual([6, 70_00, 35_00, 590_00, 259_00])
  })

  it('tells its sums by currency, the book’s in front', () => {
    expect(pipelineReport(rows, stages, 'EUR').figures).toEqual([
      { key: 'openDeals', kind: 'count', value: 6 },
      {
        key: 'openValue',
        kind: 'money',
        amounts: [
          { currency: 'EUR', minor: 590_00 },
          { currency: 'USD', minor: 70_00 },
        ],
      },
      {
        key: 'weightedValue',
        kind: 'money',
        amounts: [
          { currency: 'EUR', minor: 259_00 },
          { currency: 'USD', minor: 35_00 },
        ],
      },
    ])
  })

  it('draws how many deals there are where none has a value', () => {
    const { chart } = pipelineReport([{ keys: ['p', 'new', 'EUR'], values: [4, 0, 0] }], stages, 'EUR')
    expect(chart.series).toEqual([{ column: { key: 'deals', kind: 'count' }, values: [4, 0, 0] }])
  })

  it('loses no deal: a stage that is no longer there gets a row', () => {
    const any = anyRows(oneOf('p', 'q', 'gone'), oneOf('new', 'offer', 'old', ''), oneOf('EUR', 'USD', 'IRR', ''))
    fc.assert(
      fc.property(any, oneOf('EUR', 'JPY'), (given, book) => {
        const { table, count } = pipelineReport(given, stages, book)
        expect(count).toBe(sumOf(given.map(({ values }) => values[0])))
        for (const [at, column] of table.columns.entries())
          expect(table.total[at], column.key).toBe(sumOf(table.rows.map(({ cells }) => cells[at])))
        for (const [measure, key] of [
          [1, 'value'],
          [2, 'weighted'],
        ] as const)
          for (const [at, column] of table.columns.entries())
            if (column.key === key)
              expect(table.total[at]).toBe(
                sumOf(
                  given
                    .filter(({ keys }) => (keys[2] || book) === column.currency)
                    .map(({ values }) => values[measure]),
                ),
              )
      }),
    )
  })
})
