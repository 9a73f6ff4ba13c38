import { useI18n } from '../../i18n/index.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'
import { kinds, type ReportId } from './kinds.ts'
import { type ReportView, setReportView } from './report-view.ts'

/** Nothing to count: the way to where there is something, or to the first record. */
export const NoRecords = ({ id, view }: { id: ReportId; view: ReportView }) => {
  const { t } = useI18n()
  const { icon, noun, first } = kinds[id]
  const narrowed = view.period !== 'all' || view.filter.length > 0 || view.pipelineId !== undefined
  const title = t(`reports.none.${noun}`)
  if (narrowed)
    return (
      <EmptyState
        icon={icon}
        title={title}
        action={
          <Button onPress={() => setReportView(id, { period: 'all', filter: [], pipelineId: undefined })}>
            {t('reports.showAll')}
          </Button>
        }
      >
        {t('reports.noneInPeriod')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <Button variant="primary" onPress={() => openDialog({ kind: first })}>
          {t(`reports.first.${first}`)}
        </Button>
      }
    >
      {t(`reports.noneYet.${first}`)}
    </EmptyState>
  )
}
