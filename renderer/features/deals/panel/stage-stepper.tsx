import { ArrowRightLeft, Check } from 'lucide-react'

import { type Deal, orderedStages } from '../../../../shared/domain/index.ts'
import { useLabels, useLookups, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { cx, Icon, IconButton, Menu } from '../../../ui/index.ts'
import { useDealActions } from '../deal-actions.ts'

/** The stages of the deal's pipeline in a row; pressing one moves the deal there. */
export const StageStepper = ({ deal }: { deal: Deal }) => {
  const { t } = useI18n()
  const labels = useLabels()
  const { pipelines } = useLookups()
  const actions = useDealActions()
  const tellError = useTellError()
  const pipeline = pipelines.get(deal.pipelineId)
  const stages = pipeline ? orderedStages(pipeline) : []
  const at = stages.findIndex(({ id }) => id === deal.stageId)
  const move = (pipelineId: string, stageId: string) =>
    void actions.move(deal, { pipelineId, stageId }).catch(tellError)
  const others = [...pipelines.values()].filter(({ id }) => id !== deal.pipelineId)
  return (
    <div className="flex items-center gap-1">
      <ol aria-label={t('deals.stages')} className="flex min-w-0 flex-1 gap-1">
        {stages.map((stage, index) => {
          const name = labels.stage(stage.id, deal.pipelineId)
          const done = deal.status === 'won' || index < at
          return (
            <li key={stage.id} className="min-w-0 flex-1">
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                title={name}
                disabled={deal.status !== 'open'}
                onClick={() => {
                  if (index !== at) move(deal.pipelineId, stage.id)
                }}
                className={cx(
                  'flex w-full min-w-0 flex-col gap-1 rounded-sm text-start text-xs',
                  index === at ? 'font-[560] text-ink' : 'text-ink-muted enabled:hover:text-ink',
                )}
              >
                <span
                  className={cx(
                    'h-1 w-full rounded-full',
                    index === at && deal.status === 'open' ? 'bg-accent' : done ? 'bg-accent/45' : 'bg-line-strong',
                  )}
                />
                <span className="flex w-full items-center gap-0.5">
                  {done && <Icon of={Check} size={11} className="text-accent" />}
                  <span className="truncate">{name}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {others.length > 0 && deal.status === 'open' && (
        <Menu
          placement="bottom end"
          trigger={<IconButton small icon={ArrowRightLeft} label={t('deals.otherPipeline')} />}
          items={others.map((other) => ({
            id: other.id,
            label: labels.pipeline(other.id),
            onAction: () => {
              const first = orderedStages(other)[0]
              if (first) move(other.id, first.id)
            },
          }))}
        />
      )}
    </div>
  )
}
