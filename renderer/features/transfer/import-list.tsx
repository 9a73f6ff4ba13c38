import { FileUp, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'

import { useAll } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Badge, Button, EmptyState, Icon } from '../../ui/index.ts'
import { openDialog } from '../../view-state/index.ts'

const SHOWN = 20
const tones = { running: 'warn', done: 'good', cancelled: 'neutral', undone: 'neutral' } as const

/** The imports so far, newest first: who brought what when, each to be taken back whole. */
export const ImportList = ({
  onUndo,
  isBusy = false,
  empty = null,
}: {
  onUndo: (importId: string) => void
  isBusy?: boolean
  /** Shown where there were none. */
  empty?: ReactNode
}) => {
  const { t, tx, format } = useI18n()
  const imports = useAll('imports')
  if (!imports) return null
  if (imports.length === 0) return empty
  const newest = [...imports].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, SHOWN)
  return (
    <section>
      <h3 className="mb-1 font-semibold">{t('transfer.history')}</h3>
      <ul>
        {newest.map(({ id, fileName, createdAt, createdBy, state, created, updated }) => (
          <li key={id} className="flex items-center gap-3 border-line border-t py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate font-[560]">
                <bdi>{fileName}</bdi>
              </p>
              <p className="text-ink-muted text-sm">
                {format.list([format.instant(createdAt), ...(createdBy ? [createdBy] : [])])}
                {' · '}
                {t('transfer.history.counts', { created, updated })}
              </p>
            </div>
            <Badge tone={tones[state]}>{tx(`option.imports.state.${state}`, state)}</Badge>
            {state !== 'undone' && (
              <Button
                small
                isDisabled={isBusy}
                onPress={() => onUndo(id)}
                aria-label={t('transfer.history.undo', { fileName })}
              >
                <Icon of={Undo2} flip />
                {t('transfer.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export const EmptyImports = () => {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={FileUp}
      title={t('transfer.history.none')}
      action={<Button onPress={() => openDialog({ kind: 'import' })}>{t('transfer.import.title')}</Button>}
      small
    >
      {t('transfer.history.none.detail')}
    </EmptyState>
  )
}
