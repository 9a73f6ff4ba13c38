import { type FormEvent, useState } from 'react'

import { orderedStages, type Pipeline } from '../../../../shared/domain/index.ts'
import { useLabels } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, Select } from '../../../ui/index.ts'
import type { StageRef } from './pipeline-writes.ts'

/** Asks where the deals of a stage or pipeline go before it is deleted. */
export const MoveDealsDialog = ({
  name,
  count,
  pipelines,
  isGone,
  near,
  onMove,
  onClose,
}: {
  /** Of what is deleted. */
  name: string
  count: number
  pipelines: readonly Pipeline[]
  /** Whether a stage goes too, so that no deal can move there. */
  isGone: (ref: StageRef) => boolean
  /** The stage that most likely is meant. */
  near: StageRef | undefined
  onMove: (target: StageRef) => void
  onClose: () => void
}) => {
  const { t } = useI18n()
  const labels = useLabels()
  const targets = pipelines.flatMap((pipeline) =>
    orderedStages(pipeline)
      .map(({ id }) => ({ pipelineId: pipeline.id, stageId: id }))
      .filter((ref) => !isGone(ref)),
  )
  const [chosen, setChosen] = useState(() =>
    String(
      Math.max(
        0,
        targets.findIndex((ref) => ref.pipelineId === near?.pipelineId && ref.stageId === near.stageId),
      ),
    ),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const target = targets[Number(chosen)]
    if (target) onMove(target)
  }
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('deals.pipelines.inUse', { name })}
      description={t('deals.pipelines.moveFirst', { count })}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="danger" type="submit">
            {t('deals.pipelines.moveAndDelete')}
          </Button>
        </>
      }
    >
      <Select
        label={t('deals.pipelines.moveTo')}
        value={chosen}
        onChange={(next) => setChosen(next ?? '0')}
        options={targets.map((ref, index) => ({
          id: String(index),
          label: labels.stage(ref.stageId, ref.pipelineId),
          ...(pipelines.length > 1 && { detail: labels.pipeline(ref.pipelineId) }),
        }))}
      />
    </Dialog>
  )
}
