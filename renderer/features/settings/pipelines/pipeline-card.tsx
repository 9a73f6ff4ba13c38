import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'

import { orderedStages, type Pipeline } from '../../../../shared/domain/index.ts'
import { useBook } from '../../../data/index.ts'
import { useLabels, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'
import { NameField } from './name-field.tsx'
import { addStage, changeStage, movePipeline, moveStage, renamePipeline } from './pipeline-writes.ts'
import { StageRow } from './stage-row.tsx'

/** One pipeline with its stages, all to be changed in place. */
export const PipelineCard = ({
  pipeline,
  index,
  last,
  dealsIn,
  onDeleteStage,
  onDelete,
}: {
  pipeline: Pipeline
  index: number
  /** The index of the last pipeline. */
  last: number
  dealsIn: (stageId: string) => number
  onDeleteStage: (stageId: string) => void
  onDelete: () => void
}) => {
  const { t } = useI18n()
  const book = useBook()
  const labels = useLabels()
  const tellError = useTellError()
  const stages = orderedStages(pipeline)
  const name = labels.pipeline(pipeline.id)
  const run = (write: Promise<void>) => void write.catch(tellError)
  return (
    <section aria-label={name} className="rounded-xl border border-line bg-surface p-3.5">
      <div className="flex items-center gap-2 border-line border-b pb-2.5">
        <NameField
          className="min-w-0 flex-1"
          label={t('deals.pipelines.name')}
          value={name}
          onSave={(next) => run(renamePipeline(book, pipeline.id, next))}
        />
        <IconButton
          small
          icon={ArrowUp}
          label={t('deals.pipelines.up', { name })}
          isDisabled={index === 0}
          onPress={() => run(movePipeline(book, pipeline.id, index - 1))}
        />
        <IconButton
          small
          icon={ArrowDown}
          label={t('deals.pipelines.down', { name })}
          isDisabled={index === last}
          onPress={() => run(movePipeline(book, pipeline.id, index + 1))}
        />
        <IconButton
          small
          icon={Trash2}
          label={t('deals.pipelines.delete', { name })}
          isDisabled={last === 0}
          onPress={onDelete}
        />
      </div>
      <ol className="pt-1.5 ps-4">
        {stages.map((stage, at) => {
          const ref = { pipelineId: pipeline.id, stageId: stage.id }
          return (
            <StageRow
              key={stage.id}
              stage={stage}
              name={labels.stage(stage.id, pipeline.id)}
              index={at}
              last={stages.length - 1}
              deals={dealsIn(stage.id)}
              onRename={(next) => run(changeStage(book, ref, { name: next }))}
              onProbability={(probability) => run(changeStage(book, ref, { probability }))}
              onMove={(to) => run(moveStage(book, ref, to))}
              onDelete={() => onDeleteStage(stage.id)}
            />
          )
        })}
      </ol>
      <Button
        small
        variant="quiet"
        icon={Plus}
        className="mt-1 ms-4"
        onPress={() => run(addStage(book, pipeline.id, t('deals.pipelines.newStage')))}
      >
        {t('deals.pipelines.addStage')}
      </Button>
    </section>
  )
}
