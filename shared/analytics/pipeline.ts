import { currenciesOf } from './currencies.ts'
import { amountsOf, type Column, type Grouped, type Report, type Row, totalOf } from './report.ts'

/** A stage where it stands in its pipeline. */
export type StagePlace = { pipelineId: string; stageId: string }

const PIPELINE = 0
const STAGE = 1
const CURRENCY = 2
const [COUNT, VALUE, WEIGHTED] = [0, 1, 2]

const columnsOf = (currencies: readonly string[]): Column[] => [
  { key: 'deals', kind: 'count' },
  ...currencies.flatMap((currency): Column[] => [
    { key: 'value', kind: 'money', currency },
    { key: 'weighted', kind: 'money', currency },
  ]),
]

/**
 * Open deals by stage: how many, their value, and their value times probability.
 * @param rows keys pipeline, stage, currency; values count, value, weighted
 * @param stages all stages in their order; each gets a row, and deals in a stage that is none of them get one after
 * @param book the currency that stands in front
 */
export const pipelineReport = (rows: readonly Grouped[], stages: readonly StagePlace[], book: string): Report => {
  const nameOf = (pipelineId: string, stageId: string) => `${pipelineId}\n${stageId}`
  const places = new Map(stages.map((place) => [nameOf(place.pipelineId, place.stageId), place]))
  for (const { keys } of rows) {
    const [pipelineId = '', stageId = ''] = [keys[PIPELINE], keys[STAGE]]
    const name = nameOf(pipelineId, stageId)
    if (!places.has(name)) places.set(name, { pipelineId, stageId })
  }
  const currencies = currenciesOf(rows, CURRENCY, VALUE, book)
  const columns = columnsOf(currencies)
  const cellsOf = (own: readonly Grouped[]): number[] => [
    totalOf(own, COUNT),
    ...currencies.flatMap((currency) => {
      const same = own.filter(({ keys }) => (keys[CURRENCY] || book) === currency)
      return [totalOf(same, VALUE), totalOf(same, WEIGHTED)]
    }),
  ]
  const tableRows: Row[] = [...places.values()].map(({ pipelineId, stageId }) => ({
    key: stageId,
    group: pipelineId,
    cells: cellsOf(rows.filter(({ keys }) => keys[PIPELINE] === pipelineId && keys[STAGE] === stageId)),
  }))
  const cells = cellsOf(rows)
  const drawn = currencies.length > 0 ? columns.slice(1) : columns
  return {
    count: cells[0] ?? 0,
    table: { columns, rows: tableRows, total: cells },
    chart: {
      type: 'stages',
      categories: tableRows.map(({ key }) => key),
      series: drawn.map((column) => ({
        column,
        values: tableRows.map((row) => row.cells[columns.indexOf(column)] ?? 0),
      })),
    },
    figures: [
      { key: 'openDeals', kind: 'count', value: cells[0] ?? 0 },
      { key: 'openValue', kind: 'money', amounts: amountsOf(columns, cells, 'value') },
      { key: 'weightedValue', kind: 'money', amounts: amountsOf(columns, cells, 'weighted') },
    ],
  }
}
