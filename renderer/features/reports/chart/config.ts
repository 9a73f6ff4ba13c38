import type { ChartConfiguration, ChartDataset } from 'chart.js'

import type { Chart, Column, Row, Series } from '../../../../shared/analytics/index.ts'
import type { I18n } from '../../../i18n/index.ts'
import type { ReportWords } from '../words.ts'
import type { Palette } from './palette.ts'

export type ReportChart = ChartConfiguration<'bar' | 'line', (number | null)[], string>

export type ChartInput = {
  chart: Chart
  rows: readonly Row[]
  words: ReportWords
  i18n: Pick<I18n, 'dir' | 'format'>
  palette: Palette
  /** Of the several of a report, the one that is drawn: sums of two can't share an axis. */
  currency: string | undefined
}

const CHART_FONT = '"Inter Variable", "Vazirmatn Variable", sans-serif'
const FONT_SIZE = 12

const isDrawn = ({ column }: Series, currency: string | undefined) =>
  column.currency === undefined || column.currency === currency

const colorOf = ({ key }: Column, at: number, palette: Palette): string => {
  switch (key) {
    case 'value':
    case 'weighted':
      return palette[key]
    case 'won':
    case 'wonValue':
      return palette.won
    case 'lost':
    case 'lostValue':
      return palette.lost
    case 'winRate':
      return palette.rate
    case 'other':
      return palette.rest
    default:
      return palette.series[at] ?? palette.rest
  }
}

const datasetOf = (
  { column, values }: Series,
  at: number,
  { chart, words, palette }: ChartInput,
): ChartDataset<'bar' | 'line', (number | null)[]> => {
  const color = colorOf(column, at, palette)
  const common = { label: words.name(column), data: [...values] }
  if (column.kind === 'share')
    return {
      ...common,
      type: 'line',
      yAxisID: 'share',
      borderColor: color,
      backgroundColor: color,
      borderWidth: 2,
      pointRadius: 3,
      pointHoverRadius: 4,
      spanGaps: true,
      // A whole dot at the very top.
      clip: 8,
      // Drawn over the bars.
      order: 0,
    }
  return {
    ...common,
    type: 'bar',
    order: 1,
    backgroundColor: color,
    borderRadius: chart.type === 'stacked' ? 1 : 3,
    maxBarThickness: chart.type === 'stages' ? 18 : 34,
    categoryPercentage: chart.type === 'stacked' ? 0.86 : 0.72,
    barPercentage: 0.9,
    ...(chart.type === 'stacked' && { stack: 'all' }),
  }
}

const axisLook = ({ palette }: ChartInput, grid: boolean) => ({
  ticks: { color: palette.muted, font: { family: CHART_FONT, size: FONT_SIZE }, padding: 6 },
  grid: { display: grid, color: palette.grid, drawTicks: false },
  border: { display: false },
})

/**
 * A report's chart for Chart.js: in a right-to-left language time runs from right to left and the axis of values stands
 * at the right.
 */
export const chartConfig = (input: ChartInput): ReportChart => {
  const { chart, rows, words, palette, currency } = input
  const { format, dir } = input.i18n
  const rtl = dir === 'rtl'
  const [near, far] = rtl ? (['right', 'left'] as const) : (['left', 'right'] as const)
  const series = chart.series
    .filter((each) => isDrawn(each, currency))
    .toSorted((a, b) => Number(a.column.kind === 'share') - Number(b.column.kind === 'share'))
  const main = series.find(({ column }) => column.kind !== 'share')
  const lying = chart.type === 'stages'
  const ticks = words.ticks(rows)
  const valueText = (value: number | string) =>
    main?.column.kind === 'money'
      ? format.money(Number(value), currency ?? '', 'compact')
      : format.number(Number(value), { notation: 'compact' })
  const categories = axisLook(input, false)
  const values = axisLook(input, true)
  const categoryAxis = {
    ...categories,
    ticks: { ...categories.ticks, autoSkip: !lying, autoSkipPadding: 8, maxRotation: 0 },
    stacked: chart.type === 'stacked',
    ...(lying ? { position: near } : { reverse: rtl }),
  }
  const valueAxis = {
    ...values,
    beginAtZero: true,
    stacked: chart.type === 'stacked',
    ticks: { ...values.ticks, maxTicksLimit: 6, precision: 0, callback: valueText },
    ...(lying ? { reverse: rtl } : { position: near }),
  }
  const shareAxis = {
    ...axisLook(input, false),
    min: 0,
    max: 1,
    position: far,
    ticks: { ...values.ticks, maxTicksLimit: 6, callback: (value: number | string) => format.percent(Number(value)) },
  }
  const hasShare = series.some(({ column }) => column.kind === 'share')
  const font = { family: CHART_FONT, size: FONT_SIZE }
  return {
    type: 'bar',
    data: { labels: ticks, datasets: series.map((each, at) => datasetOf(each, at, input)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: lying ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: lying ? 'y' : 'x' },
      font,
      scales: {
        [lying ? 'y' : 'x']: categoryAxis,
        [lying ? 'x' : 'y']: valueAxis,
        ...(hasShare && { share: shareAxis }),
      },
      plugins: {
        legend: {
          display: series.length > 1,
          position: 'top',
          align: 'start',
          rtl,
          textDirection: dir,
          labels: {
            color: palette.text,
            font,
            sort: (a, b) => (a.datasetIndex ?? 0) - (b.datasetIndex ?? 0),
            usePointStyle: true,
            pointStyle: 'rectRounded',
            boxWidth: 9,
            boxHeight: 9,
            padding: 14,
          },
        },
        tooltip: {
          rtl,
          textDirection: dir,
          backgroundColor: palette.text,
          titleColor: palette.surface,
          bodyColor: palette.surface,
          titleFont: { ...font, weight: 600 },
          bodyFont: font,
          padding: 10,
          cornerRadius: 6,
          boxPadding: 5,
          itemSort: (a, b) => a.datasetIndex - b.datasetIndex,
          usePointStyle: true,
          filter: ({ raw }) => raw !== null && (chart.type !== 'stacked' || raw !== 0),
          callbacks: {
            title: ([item]) => {
              const row = item && rows[item.dataIndex]
              return row ? words.row(row) : ''
            },
            label: ({ datasetIndex, dataset, raw }) => {
              const column = series[datasetIndex]?.column
              const text = column ? words.cell(column, typeof raw === 'number' ? raw : null) : ''
              return ` ${dataset.label ?? ''}  ${text}`
            },
          },
        },
      },
    },
  }
}
