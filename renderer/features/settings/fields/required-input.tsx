import { orderedStages, requirements, statusPath } from '../../../../shared/domain/index.ts'
import { useLabels, useLookups } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Select } from '../../../ui/index.ts'
import type { FieldDraft } from './definition-draft.ts'

/** When a field must be filled: never, always, or from a status or stage on. */
export const RequiredInput = ({
  draft,
  onChange,
  isWrong,
}: {
  draft: FieldDraft
  onChange: (change: Partial<FieldDraft>) => void
  isWrong: boolean
}) => {
  const { t, tx } = useI18n()
  const labels = useLabels()
  const { pipelines } = useLookups()
  const ofDeals = draft.scope === 'deals'
  const steps = ofDeals
    ? [...pipelines.values()].flatMap((pipeline) =>
        orderedStages(pipeline).map(({ id }) => ({
          id,
          label: labels.stage(id, pipeline.id),
          ...(pipelines.size > 1 && { detail: labels.pipeline(pipeline.id) }),
        })),
      )
    : statusPath.map((id) => ({ id, label: tx(`option.customers.status.${id}`, id) }))
  return (
    <div className="grid grid-cols-2 gap-2.5 max-[640px]:grid-cols-1">
      <Select
        label={t('ownFields.required')}
        options={requirements.map((id) => ({
          id,
          label: t(
            id === 'from'
              ? ofDeals
                ? 'ownFields.required.fromStage'
                : 'ownFields.required.fromStatus'
              : `ownFields.required.${id}`,
          ),
        }))}
        value={draft.required}
        onChange={(next) => onChange({ required: requirements.find((each) => each === next) ?? 'never' })}
      />
      {draft.required === 'from' && (
        <Select
          label={t(ofDeals ? 'ownFields.fromStage' : 'ownFields.fromStatus')}
          options={steps}
          value={draft.requiredFrom}
          onChange={(requiredFrom) => onChange({ requiredFrom })}
          errorMessage={isWrong ? t('ownFields.wrong.noStage') : undefined}
        />
      )}
    </div>
  )
}
