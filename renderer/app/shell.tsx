import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'

import { useSettings } from '../data/index.ts'
import { useI18n } from '../i18n/index.ts'
import { ToastRegion } from '../ui/index.ts'
import { Dialogs } from './dialogs.tsx'
import { Nav } from './nav.tsx'
import { PagePending } from './page-states.tsx'
import { useCommandContext } from './use-command-context.ts'
import { useMenu } from './use-menu.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useWelcome } from './use-welcome.ts'
import { useWindowDrop } from './use-window-drop.ts'
import { useWriteToasts } from './use-write-toasts.ts'

const MAIN = 'main'

/** Puts the focus on the page when another one opens, unless something in it has the focus already. */
const usePageFocus = (section: string) => {
  const main = useRef<HTMLElement>(null)
  const shown = useRef(section)
  useEffect(() => {
    if (shown.current === section) return
    shown.current = section
    if (!main.current?.contains(document.activeElement)) main.current?.focus()
  }, [section])
  return main
}

/** The frame of every page: navigation, the page, dialogs, toasts and keys. */
export const Shell = () => {
  const { t } = useI18n()
  const section = useRouterState({ select: ({ location }) => location.pathname.split('/')[1] ?? '' })
  const main = usePageFocus(section)
  const context = useCommandContext()
  const settings = useSettings()
  useMenu(context)
  useWriteToasts()
  useWelcome(settings)
  const bare = section === 'welcome'
  useShortcuts(context, !bare)
  const isDropping = useWindowDrop(!bare)
  return (
    <div
      className={
        bare ? 'h-full' : 'grid h-full grid-cols-[228px_minmax(0,1fr)] max-[960px]:grid-cols-[53px_minmax(0,1fr)]'
      }
    >
      <a
        href={`#${MAIN}`}
        className="sr-only z-70 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
      >
        {t('app.skip')}
      </a>
      {!bare && <Nav />}
      <main ref={main} id={MAIN} tabIndex={-1} className="flex h-full min-h-0 min-w-0 flex-col bg-surface outline-none">
        {settings !== undefined && (bare || settings !== null) && (
          <Suspense fallback={<PagePending />}>
            <Outlet />
          </Suspense>
        )}
      </main>
      <Dialogs context={context} />
      {isDropping && (
        <div
          aria-hidden
          className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded-xl border-2 border-accent border-dashed bg-accent-soft/80 font-[560] text-accent text-lg"
        >
          {t('app.import.drop')}
        </div>
      )}
      <ToastRegion />
    </div>
  )
}
