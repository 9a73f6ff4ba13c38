import { expect, it } from 'vitest'

import { sourcesReport } from '../../../../shared/analytics/index.ts'

/** Customers of a source who have so many won deals each: how many they are, their open deals, their won value. */
const group = (source: string, wonEach: string, customers: number, open: number, wonValue: number) => ({
  keys: [source, wonEach],
  values: [customers, open, wonValue],
})

const rows = [
  group('source:fair', '0', 6, 4, Number.NaN),
  group('source:fair', '2', 2, 1, 90_000),
  group('own', '1', 2, 0, 10_000),
  group('', '0', 5, 0, Number.NaN),
]
const order = ['source:website', 'own', 'source:fair']

it('says of each source how many came, how many bought, and for how much', () => {
  const report = sourcesReport(rows, (source) => source, order, 'EUR')
  expect(report.table.columns.map(({ key }) => key)).toEqual([
    'customers',
    'converted',
    'conversion',
    'openDeals',
    'won',
    'wonValue',
  ])
  expect(report.table.rows).toEqual([
    { key: 'own', cells: [2, 2, 1, 0, 2, 10_000] },
    { key: 'source:fair', cells: [8, 2, 0.25, 5, 4, 90_000] },
    { key: '', cells: [5, 0, 0, 0, 0, 0] },
  ])
  expect(report.table.total).toEqual([15, 4, 4 / 15, 5, 6, 100_000])
  expect(report.count).toBe(15)
  expect(report.figures.find(({ key }) => key === 'topSeries')).toMatchObject({ of: 'source:fair', value: 8 })
})

it('adds sources of one kind up', () => {
  const report = sourcesReport(rows, () => 'kind:fair', ['kind:fair'], 'EUR')
  expect(report.table.rows.map(({ key, cells }) => [key, cells[0]])).toEqual([
    ['kind:fair', 10],
    ['', 5],
  ])
})

it('has no conversion where nobody came', () => {
  const report = sourcesReport([], (source) => source, order, 'EUR')
  expect(report.table.total[2]).toBeNull()
  expect(report.figures.find(({ key }) => key === 'conversion')).toMatchObject({ value: null })
})
