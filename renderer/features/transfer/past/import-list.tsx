import { FileUp } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import { useAll } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState } from '../../../ui/index.ts'
import { ErrorNote } from '../error-note.tsx'
import type { WizardActions } from '../import/wizard-actions.ts'
import { useWizardStore } from '../import/wizard-store.ts'
import { ImportLine } from './import-line.tsx'
import { UndoProgress } from './undo-progress.tsx'
import { Undone } from './undone.tsx'
import { useUndo } from './use-undo.ts'

const STEP = 20

/** The imports so far, newest first: who brought what when, each to be looked at and taken back whole. */
export const ImportList = ({
  actions,
  empty = null,
}: {
  actions: Pick<WizardActions, 'undo'>
  /** Shown where there were none. */
  empty?: ReactNode
}) => {
  const { t } = useI18n()
  const imports = useAll('imports')
  const [shown, setShown] = useState(STEP)
  const { undo, undoing, error, isBusy } = useUndo(actions)
  const isRunning = useWizardStore(({ busy }) => busy === 'running')
  if (!imports) return null
  if (imports.length === 0) return empty
  const newest = [...imports].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  return (
    <section aria-label={t('transfer.history')}>
      <h2 className="mb-1 font-semibold">{t('transfer.history')}</h2>
      {error && <ErrorNote error={error} />}
      <ul>
        {newest.slice(0, shown).map((batch) => (
          <li key={batch.id} className="border-line border-t">
            <ImportLine batch={batch} isBusy={isBusy || isRunning} onUndo={() => void undo(batch.id)} />
            {undoing?.id === batch.id && (
              <div className="pb-3">{undoing.work ? <Undone work={undoing.work} /> : <UndoProgress />}</div>
            )}
          </li>
        ))}
      </ul>
      {newest.length > shown && (
        <Button small variant="quiet" onPress={() => setShown(shown + STEP)}>
          {t('transfer.history.more')}
        </Button>
      )}
    </section>
  )
}

/** Where nothing was imported yet: what an import would be good for. */
export const EmptyImports = ({ onImport }: { onImport: () => void }) => {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={FileUp}
      title={t('transfer.history.none')}
      action={<Button onPress={onImport}>{t('transfer.import.title')}</Button>}
      small
    >
      {t('transfer.history.none.detail')}
    </EmptyState>
  )
}
