import { useColumnLabel } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { FIRST } from './by-field-choice.ts'
import { kinds, type ReportId } from './kinds.ts'
import type { LostPart } from './lost-parts.ts'
import { type ReportView, setReportView } from './report-view.ts'

/** What a report leaves out since its fields are gone, and the button that keeps it so. Nothing where nothing is. */
export const LostNote = ({ id, view, lost }: { id: ReportId; view: ReportView; lost: readonly LostPart[] }) => {
  const { t } = useI18n()
  const label = useColumnLabel(kinds[id].noun)
  if (lost.length === 0) return null
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-canvas p-3">
      <div className="min-w-0 flex-1 basis-80 text-amber">
        {lost.map((part) => (
          <p key={part}>{t(`reports.lost.${part}`, { field: label(FIRST) })}</p>
        ))}
      </div>
      <Button small onPress={() => setReportView(id, { by: view.by, measure: view.measure, filter: view.filter })}>
        {t('reports.lost.keep')}
      </Button>
    </div>
  )
}
