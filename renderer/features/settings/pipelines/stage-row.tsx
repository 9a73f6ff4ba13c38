import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'

import type { Stage } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { IconButton, NumberField } from '../../../ui/index.ts'
import { NameField } from './name-field.tsx'

/** One stage: its name, probability, how many deals it has, its place, and its end. */
export const StageRow = ({
  stage,
  name,
  index,
  last,
  deals,
  onRename,
  onProbability,
  onMove,
  onDelete,
}: {
  stage: Stage
  name: string
  index: number
  /** The index of the last stage. */
  last: number
  deals: number
  onRename: (name: string) => void
  onProbability: (percent: number) => void
  onMove: (index: number) => void
  onDelete: () => void
}) => {
  const { t } = useI18n()
  return (
    <li className="flex items-center gap-2 py-1">
      <NameField className="min-w-0 flex-1" label={t('deals.pipelines.stageName')} value={name} onSave={onRename} />
      <NumberField
        className="w-20"
        hideLabel
        label={t('deals.pipelines.probabilityOf', { name })}
        value={stage.probability / 100}
        minValue={0}
        maxValue={1}
        step={0.01}
        formatOptions={{ style: 'percent' }}
        onChange={(share) => {
          if (share !== undefined) onProbability(Math.round(share * 100))
        }}
      />
      <span className="w-24 flex-none truncate text-end text-ink-faint text-sm">
        {t('deals.count', { count: deals })}
      </span>
      <IconButton
        small
        icon={ArrowUp}
        label={t('deals.pipelines.up', { name })}
        isDisabled={index === 0}
        onPress={() => onMove(index - 1)}
      />
      <IconButton
        small
        icon={ArrowDown}
        label={t('deals.pipelines.down', { name })}
        isDisabled={index === last}
        onPress={() => onMove(index + 1)}
      />
      <IconButton
        small
        icon={Trash2}
        label={t('deals.pipelines.deleteStage', { name })}
        isDisabled={last === 0}
        onPress={onDelete}
      />
    </li>
  )
}
