import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { overTimeReport, stretchesOf } from '../../../../shared/analytics/index.ts'
import { MOST_SERIES } from '../../../../shared/analytics/over-time.ts'
import { anyDay, anyRows, oneOf, sumOf, week } from './rows.ts'

const stretches = stretchesOf({ from: '2026-11-01', to: '2026-11-22' }, week)

describe('a report by time and series', () => {
  const rows = [
    { keys: ['2026-11-01', 'mail'], values: [2] },
    { keys: ['2026-11-10', 'call'], values: [5] },
    { keys: ['2026-11-14', 'call'], values: [1] },
    { keys: ['2026-11-15', ''], values: [3] },
  ]
  const { table, figures } = overTimeReport(rows, stretches, ['call', 'visit', 'mail'])

  it('has the series in the order of their list, without empty ones, the unknown last', () => {
    expect(table.columns.map(({ key, of }) => of ?? key)).toEqual(['call', 'mail', '', 'total'])
  })
  it('has every week, cut off at the ends, also one without records', () => {
    expect(table.rows.map(({ days, cells }) => [days?.from, days?.to, ...cells])).toEqual([
      ['2026-11-01', '2026-11-01', 0, 2, 0, 2],
      ['2026-11-02', '2026-11-08', 0, 0, 0, 0],
      ['2026-11-09', '2026-11-15', 6, 0, 3, 9],
      ['2026-11-16', '2026-11-22', 0, 0, 0, 0],
    ])
  })
  it('tells how many a week by days, what most is, and when', () => {
    expect(figures).toEqual([
      { key: 'records', kind: 'count', value: 11 },
      { key: 'perWeek', kind: 'count', value: 11 / (22 / 7) },
      { key: 'topSeries', kind: 'count', value: 6, of: 'call', share: 6 / 11 },
      { key: 'topTime', kind: 'count', value: 9, days: { from: '2026-11-09', to: '2026-11-15' } },
    ])
  })

  it('loses nothing: totals are the sums of rows and of series, and the chart draws them all', () => {
    const many = Array.from({ length: 12 }, (_, at) => `s${at}`)
    fc.assert(
      fc.property(anyRows(anyDay, oneOf(...many, '')), (given) => {
        const report = overTimeReport(given, stretches, many.slice(0, 8))
        const all = sumOf(given.map(({ values }) => values[0]))
        expect(report.count).toBe(all)
        expect(report.table.total.at(-1)).toBe(all)
        for (const row of [...report.table.rows, { cells: report.table.total }])
          expect(row.cells.at(-1)).toBe(sumOf(row.cells.slice(0, -1)))
        for (const at of report.table.columns.keys())
          expect(report.table.total[at]).toBe(sumOf(report.table.rows.map(({ cells }) => cells[at])))
        expect(report.chart.series.length).toBeLessThanOrEqual(MOST_SERIES)
        expect(sumOf(report.chart.series.flatMap(({ values }) => values))).toBe(all)
      }),
    )
  })
})
