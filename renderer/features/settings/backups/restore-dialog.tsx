import { useEffect, useRef, useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import { type Backup, useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, ErrorState, ProgressBar, toast } from '../../../ui/index.ts'
import { carryOut, type Preview, previewRestore } from './backup-actions.ts'
import { RestorePreview } from './restore-preview.tsx'
import { SealedBackup } from './sealed-backup.tsx'

type Step =
  | { at: 'reading'; records: number }
  | { at: 'preview'; preview: Preview }
  | { at: 'restoring'; done: number; total: number }
  | { at: 'sealed' }
  | { at: 'failed'; error: unknown }

const failed = (error: unknown): Step =>
  error instanceof AppError && error.code === 'backupSealed' ? { at: 'sealed' } : { at: 'failed', error }

/** Shows what a restore would change, then does it. */
export const RestoreDialog = ({ backup, onClose }: { backup: Backup; onClose: () => void }) => {
  const i18n = useI18n()
  const { t, format } = i18n
  const desktop = useDesktop()
  const book = useBook()
  const [step, setStep] = useState<Step>({ at: 'reading', records: 0 })
  /** Counts up when there is something new to read it with. */
  const [round, setRound] = useState(0)
  const open = useRef(true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads again
  useEffect(() => {
    const cancel = new AbortController()
    open.current = true
    previewRestore(desktop, book, backup, cancel.signal, (records) => {
      if (!cancel.signal.aborted) setStep({ at: 'reading', records })
    }).then(
      (preview) => !cancel.signal.aborted && setStep({ at: 'preview', preview }),
      (error: unknown) => !cancel.signal.aborted && setStep(failed(error)),
    )
    return () => {
      open.current = false
      cancel.abort()
    }
  }, [desktop, book, backup, round])

  const restore = async (preview: Preview): Promise<void> => {
    setStep({ at: 'restoring', done: 0, total: preview.plan.steps.length })
    try {
      await carryOut(desktop, book, preview, (done, total) => open.current && setStep({ at: 'restoring', done, total }))
      toast({ message: t('settings.restored') })
      onClose()
    } catch (error) {
      setStep({ at: 'failed', error })
    }
  }

  const nothing = step.at === 'preview' && step.preview.plan.steps.length === 0
  return (
    <Dialog
      isOpen
      onClose={() => {
        if (step.at !== 'restoring') onClose()
      }}
      isDismissable={step.at !== 'restoring'}
      title={t('settings.restoreTitle', { when: format.instant(backup.createdAt, 'dateTime') })}
      footer={
        <>
          <Button onPress={onClose} isDisabled={step.at === 'restoring'}>
            {nothing ? t('ui.close') : t('ui.cancel')}
          </Button>
          {step.at === 'preview' && !nothing && (
            <Button variant="primary" onPress={() => void restore(step.preview)}>
              {t('settings.restore')}
            </Button>
          )}
        </>
      }
    >
      {step.at === 'reading' && (
        <ProgressBar
          label={t('settings.reading')}
          value={step.records}
          max={Object.values(backup.counts).reduce((sum, count) => sum + count, 1)}
        />
      )}
      {step.at === 'sealed' && (
        <SealedBackup
          name={backup.name}
          onOpened={() => {
            setStep({ at: 'reading', records: 0 })
            setRound(round + 1)
          }}
        />
      )}
      {step.at === 'preview' && <RestorePreview preview={step.preview} />}
      {step.at === 'restoring' && (
        <ProgressBar label={t('settings.restoring')} value={step.done} max={Math.max(1, step.total)} />
      )}
      {step.at === 'failed' && <ErrorState small message={errorText(i18n, step.error)} />}
    </Dialog>
  )
}
