import { groupBy } from '../group.ts'
import {
  type Cell,
  type Column,
  type Figure,
  type Grouped,
  type Report,
  type Row,
  shareOf,
  sum,
  totalOf,
} from './report.ts'

const [COUNT, OPEN, WON_VALUE] = [0, 1, 2]

/** How many won deals a group's customers have each: its second key. */
const wonEach = ({ keys }: Grouped): number => Number(keys[1] ?? 0) || 0

const cellsOf = (rows: readonly Grouped[]): Cell[] => {
  const customers = totalOf(rows, COUNT)
  const converted = totalOf(
    rows.filter((row) => wonEach(row) > 0),
    COUNT,
  )
  return [
    customers,
    converted,
    shareOf(converted, customers),
    totalOf(rows, OPEN),
    sum(rows.map((row) => wonEach(row) * (row.values[COUNT] ?? 0))),
    // A sum over no amounts is none.
    sum(rows.map(({ values }) => values[WON_VALUE] || 0)),
  ]
}

/**
 * Where customers come from and what became of them. A customer is converted who has a won deal; the conversion is
 * converted ÷ all, of customers.
 * @param rows keys source, number of won deals of each customer; values customers, their open deals, their won value in
 * the book's currency
 * @param groupOf the row that a source counts in: itself, or its kind; '' for customers without a source
 * @param order the rows in the order of the owner's list; others follow, those without a source last
 */
export const sourcesReport = (
  rows: readonly Grouped[],
  groupOf: (source: string) => string,
  order: readonly string[],
  currency: string,
): Report => {
  const columns: Column[] = [
    { key: 'customers', kind: 'count' },
    { key: 'converted', kind: 'count' },
    { key: 'conversion', kind: 'share' },
    { key: 'openDeals', kind: 'count' },
    { key: 'won', kind: 'count' },
    { key: 'wonValue', kind: 'money', currency },
  ]
  const groups = groupBy(rows, ({ keys: [source] }) => (source ? groupOf(source) : ''))
  const known = order.filter((key) => groups.has(key))
  const others = [...groups.keys()].filter((key) => key !== '' && !known.includes(key)).sort()
  const keys = [...known, ...others, ...(groups.has('') ? [''] : [])]
  const tableRows = keys.map((key): Row => ({ key, cells: cellsOf(groups.get(key) ?? []) }))
  const total = cellsOf(rows)
  const at = (key: Column['key']) => columns.findIndex((column) => column.key === key)
  const cell = (cells: Row['cells'], key: Column['key']): number => cells[at(key)] ?? 0
  const top = tableRows
    .filter(({ key }) => key !== '')
    .reduce<Row | undefined>(
      (best, row) => (best === undefined || cell(row.cells, 'customers') > cell(best.cells, 'customers') ? row : best),
      undefined,
    )
  const count = cell(total, 'customers')
  const figures: Figure[] = [
    { key: 'records', kind: 'count', value: count },
    { key: 'conversion', kind: 'share', value: shareOf(cell(total, 'converted'), count) },
    { key: 'wonValue', kind: 'money', amounts: [{ currency, minor: cell(total, 'wonValue') }] },
    ...(top
      ? [
          {
            key: 'topSeries',
            kind: 'count',
            value: cell(top.cells, 'customers'),
            of: top.key,
            share: cell(top.cells, 'customers') / count,
          } as const,
        ]
      : []),
  ]
  return {
    count,
    table: { columns, rows: tableRows, total },
    chart: {
      type: 'stages',
      categories: keys,
      series: (['customers', 'converted'] as const).map((key) => ({
        column: { key, kind: 'count' },
        values: tableRows.map(({ cells }) => cell(cells, key)),
      })),
    },
    figures,
  }
}
