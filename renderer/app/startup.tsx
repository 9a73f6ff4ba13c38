import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'

import { AppError } from '../../shared/app-error.ts'
import type { Desktop } from '../../shared/desktop-api.ts'
import { BookProvider, useSettings } from '../data/index.ts'
import { beginAnew, DesktopProvider } from '../desktop/index.ts'
import { useI18n } from '../i18n/index.ts'
import { ReadModelProvider } from '../read-model/hooks.ts'
import { ReplicationProvider, SyncProvider } from '../replication/index.ts'
import { usePrefs } from '../view-state/index.ts'
import { BootScreen } from './boot-screen.tsx'
import { followLock } from './lock/follow-lock.ts'
import { LockScreen } from './lock/lock-screen.tsx'
import { useAutoLock } from './lock/use-auto-lock.ts'
import { preloadPages } from './pages.ts'
import { router } from './router.tsx'
import { type BootState, type Opened, useBoot } from './use-boot.ts'
import { useBootNotices } from './use-boot-notices.ts'

type OnLanguage = (language: string | undefined) => void

/** The pages, once the book is open. */
const Pages = ({ opened, onBookLanguage }: { opened: Opened; onBookLanguage: OnLanguage }) => {
  const { locale } = useI18n()
  const language = useSettings()?.language
  const userName = usePrefs((prefs) => prefs.userName)
  useEffect(() => {
    opened.book.user = userName.trim() || undefined
  }, [opened, userName])
  useEffect(() => onBookLanguage(language), [language, onBookLanguage])
  useEffect(() => opened.model.setLocale(locale), [opened, locale])
  useEffect(preloadPages, [])
  useBootNotices(opened)
  return <RouterProvider router={router} />
}

const isLocked = (boot: BootState): boolean =>
  boot.state === 'failed' && boot.error instanceof AppError && boot.error.code === 'locked'

/** Opens the book, then gives it, its answers and its safety to the pages. */
export const Startup = ({ desktop: given, onBookLanguage }: { desktop: Desktop; onBookLanguage: OnLanguage }) => {
  const { locale, language } = useI18n()
  const desktop = useMemo(() => followLock(given, beginAnew), [given])
  const { boot, retry } = useBoot(desktop, locale)
  useAutoLock(desktop, boot.state === 'ready' && boot.opened.book.access.rowKey !== undefined)
  useEffect(() => {
    desktop.call('host.language', { language }).catch(() => undefined)
  }, [desktop, language])
  if (isLocked(boot)) return <LockScreen desktop={desktop} onOpened={retry} />
  if (boot.state !== 'ready') return <BootScreen boot={boot} onRetry={retry} />
  const { opened } = boot
  return (
    <DesktopProvider value={desktop}>
      <BookProvider value={opened.book}>
        <ReplicationProvider value={opened.replicator}>
          <SyncProvider value={opened.sync}>
            <ReadModelProvider value={opened.model}>
              <Pages opened={opened} onBookLanguage={onBookLanguage} />
            </ReadModelProvider>
          </SyncProvider>
        </ReplicationProvider>
      </BookProvider>
    </DesktopProvider>
  )
}
