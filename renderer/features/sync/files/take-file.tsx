import { Download } from 'lucide-react'
import { useRef, useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import { useBook } from '../../../data/index.ts'
import { download, useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { takeSyncFile } from '../../../replication/index.ts'
import { Button, ProgressBar } from '../../../ui/index.ts'

type Progress = { done: number; total: number }

/** Makes a sync file of the whole book and saves it, with progress. */
export const TakeFile = () => {
  const { t, format } = useI18n()
  const desktop = useDesktop()
  const book = useBook()
  const tellError = useTellError()
  const cancel = useRef<AbortController>(undefined)
  const [progress, setProgress] = useState<Progress>()
  const take = async (): Promise<void> => {
    const controller = new AbortController()
    cancel.current = controller
    setProgress({ done: 0, total: 0 })
    try {
      const { name, blob } = await takeSyncFile(book, desktop, {
        signal: controller.signal,
        onProgress: (done, total = 0) => setProgress({ done, total }),
      })
      download(name, blob)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) tellError(error)
    } finally {
      setProgress(undefined)
    }
  }
  if (progress)
    return (
      <div className="flex w-full items-end gap-3">
        <ProgressBar
          className="flex-1"
          label={
            progress.total === 0
              ? t('sync.files.taking')
              : t('sync.files.takingOf', { size: format.bytes(progress.total) })
          }
          {...(progress.total > 0 && { value: progress.done, max: progress.total })}
        />
        <Button small onPress={() => cancel.current?.abort()}>
          {t('ui.cancel')}
        </Button>
      </div>
    )
  return (
    <Button icon={Download} className="self-start" onPress={() => void take()}>
      {t('sync.files.take')}
    </Button>
  )
}
