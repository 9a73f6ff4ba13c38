import { FileDown, Table2 } from 'lucide-react'
import { useState } from 'react'

import type { Days, Report } from '../../../../shared/analytics/index.ts'
import { download, useDesktop } from '../../../desktop/index.ts'
import { fileName, useLookups, useTellError, useToday } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Spinner } from '../../../ui/index.ts'
import type { ReportId } from '../kinds.ts'
import type { ReportView } from '../report-view.ts'
import type { ReportWords } from '../words.ts'
import { reportCsv } from './report-csv.ts'
import { reportPdf } from './report-pdf.ts'
import { useFacts } from './use-facts.ts'

/** Takes the report away: its table as CSV, all of it as PDF. */
export const ExportButtons = ({
  id,
  view,
  period,
  words,
  report,
  currency,
}: {
  id: ReportId
  view: ReportView
  period: Partial<Days>
  words: ReportWords
  report: Report | undefined
  currency: string | undefined
}) => {
  const i18n = useI18n()
  const { t } = i18n
  const desktop = useDesktop()
  const { settings } = useLookups()
  const tellError = useTellError()
  const today = useToday()
  const facts = useFacts(id, view, period)
  const [busy, setBusy] = useState(false)
  const nothing = report === undefined || report.count === 0
  const name = (ending: string) => fileName(words.title, today, ending)

  const saveCsv = () => {
    if (!report) return
    download(name('csv'), new Blob([reportCsv(report, words, i18n)], { type: 'text/csv;charset=utf-8' }))
  }
  const savePdf = async () => {
    if (!report) return
    setBusy(true)
    try {
      const company = settings?.companyName ?? ''
      const about = t(`reports.about.${id}`)
      download(name('pdf'), await reportPdf(desktop, { report, words, i18n, currency, about, company, facts }))
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {busy && <Spinner label={t('reports.makingPdf')} />}
      <Button icon={Table2} aria-label={t('reports.csvHelp')} isDisabled={nothing} onPress={saveCsv}>
        {t('reports.csv')}
      </Button>
      <Button
        icon={FileDown}
        aria-label={t('reports.pdfHelp')}
        isDisabled={nothing}
        isPending={busy}
        onPress={() => void savePdf()}
      >
        {t('reports.pdf')}
      </Button>
    </>
  )
}
