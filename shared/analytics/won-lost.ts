import { currenciesOf } from './currencies.ts'
import {
  amountsOf,
  type Cell,
  type Column,
  type Days,
  type Grouped,
  type Report,
  type Row,
  shareOf,
  totalOf,
} from './report.ts'
import { byStretch } from './stretches.ts'

const STATUS = 1
const CURRENCY = 2
const [COUNT, VALUE] = [0, 1]

/**
 * Won and lost deals by when they were closed. The win rate is won ÷ (won + lost), of deals, not of money.
 * @param rows keys day of closing, status (`won` or `lost`), currency; values count, value
 * @param stretches of the calendar, in order; each gets a row. Deals outside of all, or closed on no known day, get one
 * more.
 */
export const wonLostReport = (rows: readonly Grouped[], stretches: readonly Days[], book: string): Report => {
  const currencies = currenciesOf(rows, CURRENCY, VALUE, book)
  const columns: Column[] = [
    { key: 'won', kind: 'count' },
    { key: 'lost', kind: 'count' },
    { key: 'winRate', kind: 'share' },
    ...currencies.flatMap((currency): Column[] => [
      { key: 'wonValue', kind: 'money', currency },
      { key: 'lostValue', kind: 'money', currency },
    ]),
  ]
  const cellsOf = (own: readonly Grouped[]): Cell[] => {
    const [won, lost] = ['won', 'lost'].map((status) => own.filter(({ keys }) => keys[STATUS] === status))
    const [wins, losses] = [totalOf(won ?? [], COUNT), totalOf(lost ?? [], COUNT)]
    const valueIn = (some: readonly Grouped[] | undefined, currency: string) =>
      totalOf(
        (some ?? []).filter(({ keys }) => (keys[CURRENCY] || book) === currency),
        VALUE,
      )
    return [
      wins,
      losses,
      shareOf(wins, wins + losses),
      ...currencies.flatMap((currency) => [valueIn(won, currency), valueIn(lost, currency)]),
    ]
  }
  const tableRows = byStretch(rows, stretches).map(
    ({ days, rows: own }): Row => ({ key: days?.from ?? '', ...(days && { days }), cells: cellsOf(own) }),
  )
  const cells = cellsOf(rows)
  const drawn = columns.filter(({ key }) =>
    currencies.length > 0 ? key !== 'won' && key !== 'lost' : key === 'won' || key === 'lost' || key === 'winRate',
  )
  const [wins, losses, rate] = [cells[0] ?? 0, cells[1] ?? 0, cells[2] ?? null]
  return {
    count: wins + losses,
    table: { columns, rows: tableRows, total: cells },
    chart: {
      type: 'sides',
      categories: tableRows.map(({ key }) => key),
      series: drawn.map((column) => ({
        column,
        values: tableRows.map((row) => row.cells[columns.indexOf(column)] ?? null),
      })),
    },
    figures: [
      { key: 'wonDeals', kind: 'count', value: wins },
      { key: 'lostDeals', kind: 'count', value: losses },
      { key: 'winRate', kind: 'share', value: rate },
      { key: 'wonValue', kind: 'money', amounts: amountsOf(columns, cells, 'wonValue') },
      { key: 'lostValue', kind: 'money', amounts: amountsOf(columns, cells, 'lostValue') },
    ],
  }
}
