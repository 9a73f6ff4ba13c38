import { Plus } from 'lucide-react'
import { useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import { orderedStages, type Pipeline } from '../../../../shared/domain/index.ts'
import { useBook, usePipelines } from '../../../data/index.ts'
import { useLabels, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { useAggregate } from '../../../read-model/hooks.ts'
import { Button } from '../../../ui/index.ts'
import { Section } from '../section.tsx'
import { MoveDealsDialog } from './move-deals-dialog.tsx'
import { PipelineCard } from './pipeline-card.tsx'
import { addPipeline, deletePipeline, deleteStage, type StageRef } from './pipeline-writes.ts'

/** What is to be deleted: a stage, or (without `stageId`) a whole pipeline. */
type Doomed = { pipelineId: string; stageId?: string }

const groups = [{ column: 'pipelineId' }, { column: 'stageId' }] as const
const measures = [{ kind: 'count' }] as const

const useDealCounts = () => {
  const { data } = useAggregate({ noun: 'deals', groupBy: groups, measures })
  const counts = new Map((data ?? []).map(({ keys, values }) => [keys.join('\n'), values[0] ?? 0]))
  return (pipelineId: string, stageId: string): number => counts.get(`${pipelineId}\n${stageId}`) ?? 0
}

/** The stage before the one that is to be deleted, or after it where it is the first. */
const neighbourOf = (pipelines: readonly Pipeline[], { pipelineId, stageId }: Doomed): StageRef | undefined => {
  const pipeline = pipelines.find(({ id }) => id === pipelineId)
  const ids = pipeline ? orderedStages(pipeline).map(({ id }) => id) : []
  const at = stageId === undefined ? -1 : ids.indexOf(stageId)
  const near = at < 0 ? undefined : (ids[at - 1] ?? ids[at + 1])
  return near === undefined ? undefined : { pipelineId, stageId: near }
}

/** The pipelines and their stages. What has deals is only deleted after they have moved elsewhere. */
export const PipelinesSettings = () => {
  const { t, tx } = useI18n()
  const book = useBook()
  const labels = useLabels()
  const tellError = useTellError()
  const pipelines = usePipelines()
  const dealsIn = useDealCounts()
  const [asking, setAsking] = useState<Doomed & { count: number }>()
  if (!pipelines) return null

  const remove = async ({ pipelineId, stageId }: Doomed, target?: StageRef) => {
    try {
      if (stageId === undefined) await deletePipeline(book, pipelineId, target)
      else await deleteStage(book, { pipelineId, stageId }, target)
      setAsking(undefined)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'stageInUse')) return tellError(error)
      setAsking({ pipelineId, ...(stageId !== undefined && { stageId }), count: Number(error.params['count'] ?? 0) })
    }
  }
  const nameOf = ({ pipelineId, stageId }: Doomed): string =>
    stageId === undefined ? labels.pipeline(pipelineId) : labels.stage(stageId, pipelineId)
  const isGone = (ref: StageRef): boolean =>
    ref.pipelineId === asking?.pipelineId && (asking.stageId === undefined || asking.stageId === ref.stageId)

  return (
    <Section title={tx('noun.pipelines.title', '')} help={t('deals.pipelines.intro')}>
      {pipelines.map((pipeline, index) => (
        <PipelineCard
          key={pipeline.id}
          pipeline={pipeline}
          index={index}
          last={pipelines.length - 1}
          dealsIn={(stageId) => dealsIn(pipeline.id, stageId)}
          onDeleteStage={(stageId) => void remove({ pipelineId: pipeline.id, stageId })}
          onDelete={() => void remove({ pipelineId: pipeline.id })}
        />
      ))}
      <Button
        icon={Plus}
        className="self-start"
        onPress={() =>
          void addPipeline(book, t('deals.pipelines.newName'), (id) => tx(`stage.${id}`, id)).catch(tellError)
        }
      >
        {t('deals.pipelines.add')}
      </Button>
      {asking && (
        <MoveDealsDialog
          name={nameOf(asking)}
          count={asking.count}
          pipelines={pipelines}
          isGone={isGone}
          near={neighbourOf(pipelines, asking)}
          onMove={(target) => void remove(asking, target)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Section>
  )
}
