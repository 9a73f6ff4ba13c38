import { useEffect, useRef } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { Button, Dialog, FileDrop, ProgressBar, Spinner } from '../../ui/index.ts'
import { CheckStep } from './check-step.tsx'
import { ErrorNote } from './error-note.tsx'
import { ImportFooter } from './import-footer.tsx'
import { ImportList } from './import-list.tsx'
import { MappingStep } from './mapping-step.tsx'
import { ResultStep } from './result-step.tsx'
import { UndoneStep } from './undone-step.tsx'
import { type ImportActions, useImport } from './use-import.ts'

const busySteps = {
  reading: 'transfer.reading',
  checking: 'transfer.checking',
  backup: 'transfer.backup',
  running: 'transfer.running',
  undoing: 'transfer.undoing',
} as const

const Busy = ({ step, actions }: { step: keyof typeof busySteps; actions: ImportActions }) => {
  const { t, format } = useI18n()
  const { progress, paused } = actions.state
  const label = paused ? t('transfer.paused') : t(busySteps[step])
  return (
    <div className="flex flex-col gap-2 py-8" aria-live="polite">
      {progress && progress.total > 0 ? (
        <>
          <ProgressBar label={label} value={progress.done} max={progress.total} />
          <p className="text-ink-muted text-sm">
            {t('transfer.progress', { done: format.number(progress.done), total: format.number(progress.total) })}
          </p>
        </>
      ) : (
        <Spinner label={label} />
      )}
    </div>
  )
}

const Step = ({ actions }: { actions: ImportActions }) => {
  const { t } = useI18n()
  const { state, open } = actions
  switch (state.step) {
    case 'choose':
      return (
        <>
          <FileDrop
            label={t('transfer.drop')}
            description={t('transfer.drop.detail')}
            accept={['.csv', '.tsv', '.txt', 'text/csv']}
            onFiles={([file]) => file && void open(file)}
          />
          <ImportList onUndo={(importId) => void actions.undo(importId)} />
        </>
      )
    case 'mapping':
      return state.analysis ? <MappingStep analysis={state.analysis} actions={actions} /> : null
    case 'check':
      return state.report && state.analysis ? (
        <CheckStep report={state.report} analysis={state.analysis} actions={actions} />
      ) : null
    case 'undone':
      return state.undone ? <UndoneStep undone={state.undone} /> : null
    case 'result':
      return state.result ? <ResultStep result={state.result} actions={actions} /> : null
    default:
      return <Busy step={state.step} actions={actions} />
  }
}

/** Brings a file into the book: choose, see what was understood, see what it would do, import, mend or undo. */
export const ImportDialog = ({
  request,
  onClose,
}: {
  request: { kind: 'import'; file?: File }
  onClose: () => void
}) => {
  const { t } = useI18n()
  const actions = useImport()
  const { state, open, steer } = actions
  const given = useRef(request.file)
  useEffect(() => {
    const file = given.current
    given.current = undefined
    if (file) void open(file)
  }, [open])
  const close = () => {
    // What has come in by then can be kept or undone in the result.
    if (state.step === 'running') void steer('cancel')
    else if (state.step !== 'backup' && state.step !== 'undoing') onClose()
  }
  return (
    <Dialog
      title={t('transfer.import.title')}
      {...(state.analysis && state.step !== 'choose' ? { description: state.analysis.fileName } : {})}
      isOpen
      onClose={close}
      size={state.step === 'mapping' ? 'xl' : 'lg'}
      isDismissable={false}
      footer={<ImportFooter actions={actions} onClose={onClose} />}
    >
      <div className="flex flex-col gap-4">
        {state.error && <ErrorNote error={state.error} />}
        {state.backupFailed && (
          <div>
            <Button onPress={() => void actions.run({ withoutBackup: true })}>{t('transfer.withoutBackup')}</Button>
          </div>
        )}
        <Step actions={actions} />
      </div>
    </Dialog>
  )
}
