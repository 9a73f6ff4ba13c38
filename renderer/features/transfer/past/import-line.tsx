import { ChevronDown, Undo2 } from 'lucide-react'
import { useState } from 'react'

import type { Records } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Badge, Button, cx, Icon } from '../../../ui/index.ts'
import { sourceLabel } from '../source-label.ts'
import { ImportDetails } from './import-details.tsx'

const tones = { running: 'warn', done: 'good', cancelled: 'neutral', undone: 'neutral' } as const

/** One import: what file, what it did, whose and when. */
export const ImportLine = ({
  batch,
  isBusy,
  onUndo,
}: {
  batch: Records['imports']
  isBusy: boolean
  onUndo: () => void
}) => {
  const i18n = useI18n()
  const { t, tx, format } = i18n
  const [isOpen, setOpen] = useState(false)
  const { fileName, noun, source, createdAt, createdBy, state, created, updated } = batch
  const facts = [
    format.instant(createdAt, 'relative'),
    createdBy,
    sourceLabel(source, i18n) ?? tx(`noun.${noun}.title`, noun),
    t('transfer.history.counts', { created, updated }),
  ].filter((fact) => fact !== undefined)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
        <div className="min-w-52 flex-1">
          <p className="truncate font-[560]">
            <bdi>{fileName}</bdi>
          </p>
          <p className="text-ink-muted text-sm">{facts.join(' · ')}</p>
        </div>
        <Badge tone={tones[state]}>
          {state === 'running' && !isBusy ? t('transfer.state.brokenOff') : tx(`option.imports.state.${state}`, state)}
        </Badge>
        <Button
          small
          variant="quiet"
          aria-expanded={isOpen}
          aria-label={t('transfer.history.details', { fileName })}
          onPress={() => setOpen(!isOpen)}
        >
          {t('transfer.details')}
          <Icon of={ChevronDown} size={14} className={cx('transition-transform', isOpen && 'rotate-180')} />
        </Button>
        {state !== 'undone' && (
          <Button small isDisabled={isBusy} onPress={onUndo} aria-label={t('transfer.history.undo', { fileName })}>
            <Icon of={Undo2} size={14} flip />
            {t('transfer.undo')}
          </Button>
        )}
      </div>
      {isOpen && <ImportDetails batch={batch} />}
    </>
  )
}
