import { useEffect } from 'react'

import { useBook } from '../data/index.ts'
import { errorText, useI18n } from '../i18n/index.ts'
import { dismissToast, toast } from '../ui/index.ts'

/** Says what each write did, with a way back. The newest takes the place of the one before. */
export const useWriteToasts = (): void => {
  const book = useBook()
  const i18n = useI18n()
  useEffect(() => {
    const { t, tx } = i18n
    let shown: string | undefined
    const attempt = (act: Promise<unknown>) =>
      void act.catch((error: unknown) => toast({ message: errorText(i18n, error), tone: 'bad' }))
    const stop = book.onWrite(({ label, writeId, kind, kept }) => {
      if (shown !== undefined) dismissToast(shown)
      const what = tx(`write.${label.key}`, t('app.saved'), label.params)
      const done = kind === 'undo' ? t('app.undid', { what }) : what
      shown = toast({
        message: kept > 0 ? `${done} ${t('app.keptSince', { count: kept })}` : done,
        action:
          kind === 'undo'
            ? { label: t('app.redo'), onAction: () => attempt(book.redo()) }
            : { label: t('app.undo'), onAction: () => attempt(book.undoWrite(writeId)) },
      })
    })
    return () => {
      stop()
    }
  }, [book, i18n])
}
