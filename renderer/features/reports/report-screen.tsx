import { type ReactNode, useId, useMemo } from 'react'

import type { Report } from '../../../shared/analytics/index.ts'
import { useLookups } from '../../fields/index.ts'
import { errorText, type I18n, useI18n } from '../../i18n/index.ts'
import { Card, ErrorState, PageHeader, Segmented, Skeleton } from '../../ui/index.ts'
import { ReportChart } from './chart/report-chart.tsx'
import { Controls } from './controls.tsx'
import { ExportButtons } from './export/export-buttons.tsx'
import { Figures } from './figures.tsx'
import type { ReportId } from './kinds.ts'
import { LostNote } from './lost-note.tsx'
import { withoutLost } from './lost-parts.ts'
import { NoRecords } from './no-records.tsx'
import { ReportTable } from './report-table.tsx'
import { type ReportView, setReportView, useReportView } from './report-view.ts'
import { useReport } from './use-report.ts'
import { useReportLabels } from './use-report-labels.ts'
import { type ReportWords, reportWords } from './words.ts'

const currenciesOf = ({ table }: Report): string[] => [
  ...new Set(table.columns.flatMap(({ currency }) => (currency === undefined ? [] : [currency]))),
]

const inMoney = ({ column }: Report['chart']['series'][number]): boolean => column.kind === 'money'

const Loading = () => (
  <div className="flex flex-col gap-5" aria-hidden>
    <Skeleton className="h-16 w-full" />
    <Skeleton className="h-72 w-full" />
    <Skeleton className="h-40 w-full" />
  </div>
)

const Found = ({
  id,
  report,
  words,
  currencies,
  currency,
  i18n,
}: {
  id: ReportId
  report: Report
  words: ReportWords
  currencies: readonly string[]
  currency: string | undefined
  i18n: I18n
}) => {
  const { t } = i18n
  const [tableId, noteId] = [useId(), useId()]
  const input = useMemo(
    () => ({ chart: report.chart, rows: report.table.rows, words, i18n, currency }),
    [report, words, i18n, currency],
  )
  return (
    <>
      <Figures figures={report.figures} words={words} />
      <Card>
        {currencies.length > 1 && currency !== undefined && report.chart.series.some(inMoney) && (
          <div className="mb-2 flex justify-end">
            <Segmented
              label={t('reports.chartCurrency')}
              value={currency}
              onChange={(next) => setReportView(id, { currency: next })}
              options={currencies.map((each) => ({ id: each, label: each }))}
            />
          </div>
        )}
        <ReportChart
          input={input}
          label={t('reports.chart', { title: words.title })}
          describedBy={noteId}
          tableId={tableId}
        />
        <p id={noteId} className="sr-only">
          {t('reports.inTable')}
        </p>
      </Card>
      <ReportTable id={tableId} table={report.table} words={words} />
    </>
  )
}

/** One report: its question, and the answer as key figures, chart and table. `nav` leads to the others. */
export const ReportScreen = ({ id, nav }: { id: ReportId; nav: ReactNode }) => {
  const i18n = useI18n()
  const { t } = i18n
  const stored: ReportView = useReportView(id)
  const { catalog, settings } = useLookups()
  // Until the book's own fields are known none of them is lost.
  const isKnown = settings !== undefined
  const { view, lost } = useMemo(
    () => (isKnown ? withoutLost(id, stored, catalog) : { view: stored, lost: [] }),
    [isKnown, id, stored, catalog],
  )
  const labels = useReportLabels(id, view)
  const state = useReport(id, view)
  const { report, error, period } = state
  const currencies = report ? currenciesOf(report) : []
  const several = currencies.length > 1
  const words = useMemo(() => reportWords(i18n, labels, id, state, several), [i18n, labels, id, state, several])
  const currency = currencies.find((each) => each === view.currency) ?? currencies[0]
  const answer = () => {
    if (error) return <ErrorState message={errorText(i18n, error)} />
    if (!report) return <Loading />
    if (report.count === 0) return <NoRecords id={id} view={view} />
    return <Found {...{ id, report, words, currencies, currency, i18n }} />
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('reports.title')}>
        <ExportButtons {...{ id, view, period, words, report, currency }} />
      </PageHeader>
      <div className="grid min-h-0 flex-1 grid-cols-[196px_minmax(0,1fr)] border-line border-t max-[820px]:grid-cols-[minmax(0,1fr)] max-[820px]:grid-rows-[auto_minmax(0,1fr)]">
        {nav}
        <div className="min-h-0 overflow-auto">
          <div className="flex max-w-[1080px] flex-col gap-5 p-[18px]">
            <div className="flex flex-col gap-1">
              <h2 className="font-[640] text-lg">{words.title}</h2>
              <p className="max-w-[80ch] text-ink-muted">{t(`reports.about.${id}`)}</p>
            </div>
            <Controls id={id} view={view} period={period} />
            <LostNote id={id} view={view} lost={lost} />
            {answer()}
          </div>
        </div>
      </div>
    </div>
  )
}
