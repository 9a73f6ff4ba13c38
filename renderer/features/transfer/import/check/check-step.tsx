import { useI18n } from '../../../../i18n/index.ts'
import { Checkbox } from '../../../../ui/index.ts'
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
  const skipsCells = state.rules.badCells === 'skipCell'
  return (
    <>
      <p className={created + updated === 0 ? 'font-[560]' : 'text-ink-muted'}>
        {created + updated === 0 ? t('transfer.nothingToDo') : t('transfer.check.detail')}
      </p>
      {report.counts.notCompared > 0 && (
        <p className="text-ink-muted">{t('transfer.notCompared', { count: report.counts.notCompared })}</p>
      )}
      {state.backupFailed && <p>{t('transfer.backupFailed')}</p>}
      {(report.counts.failed > 0 || skipsCells) && (
        <Checkbox
          value={skipsCells}
          onChange={(on: boolean) => {
            actions.setRules({ badCells: on ? 'skipCell' : 'skipRow' })
            void actions.check()
          }}
        >
          {t('transfer.skipCells')}
        </Checkbox>
      )}
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
