import { useI18n } from '../../i18n/index.ts'
import { Checkbox } from '../../ui/index.ts'
import type { Analysis, ImportReport } from '../../workers/import-protocol.ts'
import { CountTiles } from './counts.tsx'
import { ProblemList } from './problem-list.tsx'
import type { ImportActions } from './use-import.ts'

/** What the import would do, before it does anything. */
export const CheckStep = ({
  report,
  analysis,
  actions,
}: {
  report: ImportReport
  analysis: Analysis
  actions: ImportActions
}) => {
  const { t } = useI18n()
  const { counts } = report
  const skipsCells = actions.state.rules.badCells === 'skipCell'
  return (
    <>
      <p>{t('transfer.check.detail')}</p>
      <CountTiles counts={counts} />
      {counts.companies > 0 && <p>{t('transfer.companies', { count: counts.companies })}</p>}
      {counts.created + counts.updated === 0 && <p className="font-[560]">{t('transfer.nothingToDo')}</p>}
      <ProblemList report={report} analysis={analysis} actions={actions} />
      {(counts.failed > 0 || skipsCells) && (
        <Checkbox
          value={skipsCells}
          onChange={(next: boolean) => void actions.check({ badCells: next ? 'skipCell' : 'skipRow' })}
        >
          {t('transfer.skipCells')}
        </Checkbox>
      )}
      <p className="text-ink-muted">{t('transfer.backupNote')}</p>
    </>
  )
}
