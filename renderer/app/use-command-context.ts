import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'

import { useBook } from '../data/index.ts'
import { useDesktop } from '../desktop/index.ts'
import { errorText, useI18n } from '../i18n/index.ts'
import { useSync } from '../replication/index.ts'
import { toast } from '../ui/index.ts'
import type { CommandContext } from './commands.ts'
import { lockNow } from './lock/use-auto-lock.ts'

/** What commands act on: the router and the book. */
export const useCommandContext = (): CommandContext => {
  const { navigate } = useRouter()
  const book = useBook()
  const desktop = useDesktop()
  const sync = useSync()
  const i18n = useI18n()
  return useMemo(() => {
    const { t } = i18n
    const attempt = (nothing: string, act: () => Promise<boolean>) => {
      act().then(
        (isDone) => void (isDone || toast({ message: nothing })),
        (error: unknown) => toast({ message: errorText(i18n, error), tone: 'bad' }),
      )
    }
    return {
      navigate,
      undo: () => attempt(t('app.nothingToUndo'), book.undo),
      redo: () => attempt(t('app.nothingToRedo'), book.redo),
      syncNow: () => {
        if (sync.status().state === 'off') void navigate({ to: '/settings/$section', params: { section: 'sync' } })
        else void sync.syncNow()
      },
      lock: () => {
        if (book.access.rowKey) lockNow(desktop)
        else void navigate({ to: '/settings/$section', params: { section: 'security' } })
      },
    }
  }, [navigate, book, desktop, sync, i18n])
}
