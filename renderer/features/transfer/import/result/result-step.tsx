import { FileUp, Undo2 } from 'lucide-react'

import { useRecord } from '../../../../data/index.ts'
import { useI18n } from '../../../../i18n/index.ts'
import { Button, Icon } from '../../../../ui/index.ts'
import { ErrorNote } from '../../error-note.tsx'
import { UndoProgress } from '../../past/undo-progress.tsx'
import { Undone } from '../../past/undone.tsx'
import { useUndo } from '../../past/use-undo.ts'
import { ShowImported } from '../../show-imported.tsx'
import { ReportView } from '../rows/report-view.tsx'
import type { WizardActions } from '../wizard-actions.ts'
import { currentFile, type Wizard } from '../wizard-store.ts'

/** What came in and what did not, the way to it, the file to mend, and the way back. */
export const ResultStep = ({ state, actions }: { state: Wizard; actions: WizardActions }) => {
  const { t } = useI18n()
  const { result, run, files } = state
  const { undo, undoing, error, isBusy } = useUndo(actions)
  const batch = useRecord('imports', result?.importId)
  if (!result || !run) return null
  const { importId, counts } = result
  const waiting = files.filter((file) => file.state === 'open' && file.analysis)
  const undone = undoing?.work
  const isUndone = undone !== undefined || batch?.state === 'undone'
  const analysis = currentFile(state)?.analysis
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="me-auto font-[640] text-lg">
          {isUndone
            ? t('transfer.undone.title')
            : t(result.state === 'cancelled' ? 'transfer.cancelled' : 'transfer.finished')}
        </p>
        {!isUndone && (
          <Button isDisabled={isBusy} onPress={() => void undo(importId)}>
            <Icon of={Undo2} flip />
            {t('transfer.undo')}
          </Button>
        )}
        {!isUndone && counts.created > 0 && <ShowImported importId={importId} noun={run.noun} count={counts.created} />}
        <Button variant="primary" icon={FileUp} isDisabled={isBusy} onPress={() => void actions.proceed()}>
          {waiting.length > 0 ? t('transfer.nextFile', { name: waiting[0]?.name ?? '' }) : t('transfer.another')}
        </Button>
      </div>
      {error && <ErrorNote error={error} />}
      {isBusy && <UndoProgress />}
      {undone && <Undone work={undone} />}
      {!isUndone && (
        <ReportView noun={run.noun} fileName={run.fileName} report={result} analysis={analysis} actions={actions} />
      )}
    </>
  )
}
