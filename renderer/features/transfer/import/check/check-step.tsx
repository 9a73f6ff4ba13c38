import { useI18n } from '../../../../i18n/index.ts'
import type { Analysis, ImportReport } from '../../../../workers/import-protocol.ts'
import { ReportView } from '../rows/report-view.tsx'
import type { WizardActions } from '../wizard-actions.ts'
import type { Wizard } from '../wizard-store.ts'

/** What the import would do, before it does anything. */
export const CheckStep = ({
  analysis,
  report,
  state,
  actions,
}: {
  analysis: Analysis
  report: ImportReport
  state: Wizard
  actions: WizardActions
}) => {
  const { t } = useI18n()
  const { created, updated } = report.counts
  return (
    <>
      <p className={created + updated === 0 ? 'font-[560]' : 'text-ink-muted'}>
        {created + updated === 0 ? t('transfer.nothingToDo') : t('transfer.check.detail')}
      </p>
      {state.backupFailed && <p>{t('transfer.backupFailed')}</p>}
      <ReportView
        noun={analysis.noun}
        fileName={analysis.fileName}
        report={report}
        analysis={analysis}
        actions={actions}
      />
      <p className="text-ink-muted">{t('transfer.backupNote')}</p>
    </>
  )
}
