import { type ReactNode, useRef, useState } from 'react'

import { AppError } from '../../../shared/app-error.ts'
import { useBook } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, Dialog, ProgressBar } from '../../ui/index.ts'
import { useTellError } from '../open-outside.tsx'
import { type BulkWork, runBulk } from './run-bulk.ts'

const SHOWN_FROM = 500

type Work = Omit<BulkWork, 'onProgress' | 'signal'>
type Running = { done: number; total: number }

/** Runs bulk work and shows how far it is, with a way to stop it. `dialog` is to be drawn. */
export const useBulk = (): {
  run: (work: Work) => Promise<boolean>
  dialog: ReactNode
} => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const [running, setRunning] = useState<Running>()
  const stop = useRef<AbortController>(undefined)

  const run = async (work: Work): Promise<boolean> => {
    const controller = new AbortController()
    stop.current = controller
    const total = work.ids.length
    if (total >= SHOWN_FROM) setRunning({ done: 0, total })
    try {
      const onProgress = (done: number) => setRunning((shown) => shown && { done, total })
      await runBulk(book, { ...work, onProgress, signal: controller.signal })
      return true
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) tellError(error)
      return false
    } finally {
      setRunning(undefined)
    }
  }

  const cancel = () => stop.current?.abort()
  const dialog = running && (
    <Dialog
      isOpen
      size="sm"
      isDismissable={false}
      title={t('customers.bulk.working')}
      onClose={cancel}
      footer={<Button onPress={cancel}>{t('ui.cancel')}</Button>}
    >
      <ProgressBar label={t('customers.bulk.progress', running)} value={running.done} max={running.total} />
    </Dialog>
  )
  return { run, dialog }
}
