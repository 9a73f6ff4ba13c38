import type { Days } from '../../../shared/analytics/index.ts'
import { AddCondition, FilterChips, useCatalog, useColumnLabel, useLabels, useLookups } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Checkbox, DatePicker, Segmented, Select } from '../../ui/index.ts'
import { byFieldChoice, groupingColumns, isByField, measuredColumns } from './by-field-choice.ts'
import { kinds, type ReportId } from './kinds.ts'
import { type PeriodId, periodIds } from './period.ts'
import { type ReportView, setReportView } from './report-view.ts'
import { daysText } from './words.ts'

const ALL = 'all'

const PipelineSelect = ({ id, view }: { id: ReportId; view: ReportView }) => {
  const { t } = useI18n()
  const labels = useLabels()
  const { pipelines } = useLookups()
  if (pipelines.size < 2) return null
  const ordered = [...pipelines.values()].sort((a, b) => (a.order < b.order ? -1 : 1))
  return (
    <Select
      label={t('reports.pipelineChoice')}
      className="w-44"
      value={view.pipelineId ?? ALL}
      onChange={(next) => setReportView(id, { pipelineId: next === ALL ? undefined : next })}
      options={[
        { id: ALL, label: t('reports.allPipelines') },
        ...ordered.map((pipeline) => ({ id: pipeline.id, label: labels.pipeline(pipeline.id) })),
      ]}
    />
  )
}

const NOTHING = 'none'

/** By which field a report counts, and what it sums up. */
const ByFieldInputs = ({ id, view }: { id: ReportId; view: ReportView }) => {
  const { t, compare } = useI18n()
  const catalog = useCatalog()
  const { noun } = kinds[id]
  const label = useColumnLabel(noun)
  const chosen = byFieldChoice(id, view, catalog)
  const named = (columns: readonly { key: string }[]) =>
    columns.map(({ key }) => ({ id: key, label: label(key) })).sort((a, b) => compare(a.label, b.label))
  return (
    <>
      <Select
        label={t('reports.by')}
        className="w-44"
        value={chosen?.column.key}
        onChange={(by) => setReportView(id, { by })}
        options={named(groupingColumns(catalog, noun))}
      />
      <Select
        label={t('reports.measure')}
        className="w-44"
        value={chosen?.measured?.column ?? NOTHING}
        onChange={(next) => setReportView(id, { measure: next === NOTHING ? undefined : next })}
        options={[{ id: NOTHING, label: t('reports.measure.none') }, ...named(measuredColumns(catalog, noun))]}
      />
    </>
  )
}

/** What of a report is asked for: its period, its pipeline, and any further conditions. */
export const Controls = ({ id, view, period }: { id: ReportId; view: ReportView; period: Partial<Days> }) => {
  const { t, locale } = useI18n()
  const { from, to } = period
  const { noun, periods } = kinds[id]
  const set = (change: Parameters<typeof setReportView>[1]) => setReportView(id, change)
  const choose = (next: string | undefined) => {
    const period = periodIds.find((each): each is PeriodId => each === next)
    if (period) set({ period })
  }
  const filter = { noun, filter: view.filter, onChange: (next: ReportView['filter']) => set({ filter: next }) }
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-end gap-2.5">
        <Select
          label={t(`reports.dated.${id}`)}
          className="w-44"
          value={view.period}
          onChange={choose}
          options={periods.map((period) => ({ id: period, label: t(`reports.period.${period}`) }))}
        />
        {view.period === 'custom' && (
          <>
            <DatePicker
              label={t('reports.from')}
              value={view.from}
              onChange={(from) => set({ from })}
              {...(view.to !== undefined && { max: view.to })}
              className="w-40"
            />
            <DatePicker
              label={t('reports.to')}
              value={view.to}
              onChange={(to) => set({ to })}
              {...(view.from !== undefined && { min: view.from })}
              className="w-40"
            />
          </>
        )}
        {noun === 'deals' && <PipelineSelect id={id} view={view} />}
        {isByField(id) && <ByFieldInputs id={id} view={view} />}
        {id === 'sources' && (
          <div className="flex h-[31px] items-center">
            <Segmented
              label={t('reports.per')}
              value={view.per ?? 'source'}
              onChange={(per) => set({ per })}
              options={(['source', 'kind'] as const).map((per) => ({ id: per, label: t(`reports.per.${per}`) }))}
            />
          </div>
        )}
        <div className="flex h-[31px] items-center">
          <AddCondition {...filter} />
        </div>
        <div className="flex h-[31px] items-center">
          <Checkbox value={view.archived === true} onChange={(archived) => set({ archived })}>
            {t('reports.withArchived')}
          </Checkbox>
        </div>
        {view.period !== 'custom' && from !== undefined && to !== undefined && (
          <p className="flex h-[31px] items-center text-ink-faint">{daysText({ from, to }, locale)}</p>
        )}
      </div>
      <FilterChips {...filter} />
    </div>
  )
}
