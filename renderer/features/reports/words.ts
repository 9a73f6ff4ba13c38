import {
  type Amount,
  bucketDays,
  type Cell,
  type Column,
  type Days,
  type Figure,
  FURTHER,
  type Row,
} from '../../../shared/analytics/index.ts'
import { addDays } from '../../../shared/domain/day.ts'
import type { I18n } from '../../i18n/index.ts'
import { KIND } from './build-report.ts'
import { isByField } from './by-field-choice.ts'
import type { ReportId } from './kinds.ts'
import type { ReportState } from './use-report.ts'

export type Labels = {
  item: (id: string) => string
  stage: (id: string, pipelineId?: string) => string
  pipeline: (id: string) => string
  /** Of a report by a field: one of its values, '' for none. */
  value: (key: string) => string
  /** The field that it counts by. */
  by: string
  /** A column of the report's noun. */
  field: (key: string) => string
}

/** What a report's raw keys are called in the reader's language. */
export type ReportWords = {
  title: string
  /** The heading of the column that names the rows. */
  rowsHeading: string
  row: (row: Row) => string
  /** Shorter, under a chart: of time, each with its year only where there are many, else where a year begins. */
  ticks: (rows: readonly Row[]) => string[]
  /** With its currency where a report has several. */
  column: (column: Column) => string
  name: (column: Column) => string
  cell: (column: Column, value: Cell | undefined) => string
  figure: (figure: Figure) => { label: string; value: string; detail: string }
}

/** Up to so many rows a chart names no year at each: readers know which week of this year it is. */
const FEW = { week: 53, month: 18, year: 0 } as const

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** Days as one text: “2 – 8 Nov 2026”. */
export const daysText = ({ from, to }: Days, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
    noon(from),
    noon(to),
  )

/** What a report is called, and its numbers as texts. `several` currencies are named in the headings. */
export const reportWords = (
  i18n: I18n,
  labels: Labels,
  id: ReportId,
  { unit, pipelines, period }: Pick<ReportState, 'unit' | 'pipelines' | 'period'>,
  several: boolean,
): ReportWords => {
  const { t, tx, format, locale } = i18n
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const yearOf = dates({ year: 'numeric' })
  const tickFormats = {
    week: [dates({ day: 'numeric', month: 'short' }), dates({ day: 'numeric', month: 'short', year: 'numeric' })],
    month: [dates({ month: 'short' }), dates({ month: 'short', year: 'numeric' })],
    year: [yearOf, yearOf],
  } as const

  const whole = (day: string): string => (unit === 'month' ? format.calendarMonth(day) : yearOf.format(noon(day)))
  /** Whether the period begins or ends in the middle of the month or year of these days. */
  const isCut = ({ from, to }: Days): boolean =>
    (from === period.from && whole(addDays(from, -1)) === whole(from)) ||
    (to === period.to && whole(addDays(to, 1)) === whole(to))
  const time = (days: Days): string => (unit === 'week' || isCut(days) ? daysText(days, locale) : whole(days.from))
  const bucket = (key: string): string => {
    const { from, to } = bucketDays(key)
    if (from === undefined) return t('reports.bucket.never')
    return to === undefined ? t('reports.bucket.over', { days: from - 1 }) : t('reports.bucket.range', { from, to })
  }
  const row = ({ key, group = '', days }: Row): string => {
    if (days) return time(days)
    if (id === 'followUp') return bucket(key)
    if (group === FURTHER) return t('reports.column.other')
    if (id === 'sources' || isByField(id)) return series(key)
    if (id !== 'pipeline') return t('reports.noDate')
    const stage = key === '' ? t('reports.noStage') : labels.stage(key, group)
    return pipelines > 1 ? `${labels.pipeline(group)} · ${stage}` : stage
  }
  const ticks = (rows: readonly Row[]): string[] => {
    const [plain, withYear] = tickFormats[unit]
    return rows.map((each, at) => {
      if (!each.days) return row(each)
      const day = noon(each.days.from)
      const before = rows[at - 1]?.days
      const isFirst = before === undefined || yearOf.format(noon(before.from)) !== yearOf.format(day)
      const named = rows.length > FEW[unit] || (isFirst && unit === 'month')
      return (named ? withYear : plain).format(day)
    })
  }
  const series = (of: string): string => {
    if (id === 'followUp') return tx(`option.customers.status.${of}`, of)
    if (isByField(id)) return labels.value(of)
    if (of.startsWith(KIND)) return tx(`option.listItems.kind.${of.slice(KIND.length)}`, of)
    return of === '' ? t('reports.notKnown') : labels.item(of)
  }
  const name = ({ key, of = '' }: Column): string => {
    if (key === 'measured') return labels.field(of)
    return key === 'series' ? series(of) : t(`reports.column.${key}`)
  }
  const column = (each: Column): string =>
    several && each.currency !== undefined
      ? t('reports.inCurrency', { name: name(each), currency: each.currency })
      : name(each)
  const share = (value: Cell): string => (value === null ? '–' : format.percent(value))
  const cell = ({ kind, currency = '' }: Column, value: Cell = null): string => {
    if (value === null) return '–'
    // With several currencies most rows hold nothing of most.
    if (kind === 'money') return several && value === 0 ? '–' : format.money(value, currency)
    return kind === 'share' ? share(value) : format.number(value)
  }
  const amounts = (all: readonly Amount[]): { value: string; detail: string } => {
    const [first, ...others] = all
    const more = others.filter(({ minor }) => minor !== 0)
    return {
      value: first ? format.money(first.minor, first.currency, 'rounded') : '–',
      detail: more.map(({ minor, currency }) => `+ ${format.money(minor, currency, 'compact')}`).join(' '),
    }
  }
  const figureLabel = (key: Figure['key']): string =>
    key === 'records' || key === 'topSeries' || key === 'topTime'
      ? tx(`reports.figure.${key}.${id}`, key)
      : t(`reports.figure.${key}`)
  const figure = (each: Figure): { label: string; value: string; detail: string } => {
    const label = figureLabel(each.key)
    if (each.kind === 'money') return { label, ...amounts(each.amounts) }
    if (each.kind === 'share') return { label, value: share(each.value), detail: '' }
    const number = format.number(each.value, { maximumFractionDigits: 1 })
    const part = each.share === undefined ? '' : share(each.share)
    if (each.of !== undefined)
      return { label, value: series(each.of), detail: [number, part].filter(Boolean).join(' · ') }
    if (each.days !== undefined) return { label, value: time(each.days), detail: number }
    return { label, value: number, detail: part }
  }
  const rowsHeading = (): string => {
    if (id === 'pipeline') return t('reports.column.stage')
    if (id === 'sources') return t('reports.column.source')
    if (isByField(id)) return labels.by
    return id === 'followUp' ? t('reports.column.days') : t(`reports.column.${unit}`)
  }
  return {
    title: isByField(id) ? t(`reports.${id}.title`, { field: labels.by }) : t(`reports.${id}`),
    rowsHeading: rowsHeading(),
    row,
    ticks,
    column,
    name,
    cell,
    figure,
  }
}
