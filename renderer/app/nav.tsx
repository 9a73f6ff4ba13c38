import { Link, useRouterState } from '@tanstack/react-router'
import { Search } from 'lucide-react'

import { useConflictCount } from '../data/index.ts'
import { useI18n } from '../i18n/index.ts'
import { Icon, Kbd } from '../ui/index.ts'
import { openDialog } from '../view-state/index.ts'
import { commands } from './commands.ts'
import { ImportStatus } from './import-status.tsx'
import { SavedFooter } from './saved-footer.tsx'
import { SyncFooter } from './sync/sync-footer.tsx'
import { useDueCount } from './use-due-count.ts'

const places = [
  { id: 'today', to: '/' },
  { id: 'customers', to: '/customers' },
  { id: 'segments', to: '/segments' },
  { id: 'deals', to: '/deals' },
  { id: 'activity', to: '/activity' },
  { id: 'reports', to: '/reports' },
  { id: 'health', to: '/health' },
  { id: 'duplicates', to: '/duplicates' },
  { id: 'conflicts', to: '/conflicts' },
  { id: 'settings', to: '/settings' },
] as const

const Brand = () => (
  <div className="flex items-center gap-2 px-2 pt-0.5 pb-3.5 font-[650] text-[14px] tracking-tight max-[960px]:justify-center max-[960px]:px-0">
    <span
      aria-hidden
      className="grid size-5 flex-none place-items-center rounded-md bg-accent font-bold text-[11px] text-accent-ink"
    >
      F
    </span>
    <span className="max-[960px]:sr-only">Fairbook</span>
  </div>
)

const FindBox = () => {
  const { t } = useI18n()
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K"
      onClick={() => openDialog({ kind: 'palette' })}
      className="mb-2.5 flex cursor-default items-center gap-2 rounded-md border border-line bg-surface px-2 py-[5px] text-[12.5px] text-ink-faint transition-colors duration-100 hover:border-line-strong max-[960px]:justify-center"
    >
      <Icon of={Search} />
      <span className="min-w-0 flex-1 truncate text-start max-[960px]:sr-only">{t('app.findBox')}</span>
      <span aria-hidden className="max-[960px]:hidden">
        <Kbd keys="Mod+K" />
      </span>
    </button>
  )
}

/** The places of the window, at its side; icons only where it is narrow. */
export const Nav = () => {
  const { t, format } = useI18n()
  const due = useDueCount()
  const conflicts = useConflictCount()
  const isAtConflicts = useRouterState({ select: ({ location }) => location.pathname === '/conflicts' })
  const counts = { today: due, conflicts }
  const countText = { today: t('app.due', { count: due }), conflicts: t('sync.conflicts.count', { count: conflicts }) }
  const shown = places.filter(({ id }) => id !== 'conflicts' || conflicts > 0 || isAtConflicts)
  return (
    <nav
      aria-label={t('app.nav')}
      className="flex min-h-0 flex-col gap-0.5 overflow-auto border-line border-e bg-canvas px-2.5 py-3.5 max-[960px]:px-2"
    >
      <Brand />
      <FindBox />
      {shown.map(({ id, to }) => (
        <Link
          key={id}
          to={to}
          activeOptions={{ exact: to === '/' }}
          title={t(commands[id].label)}
          draggable={false}
          className="flex cursor-default items-center gap-2.5 rounded-md px-2 py-1.5 font-medium text-ink-muted hover:text-ink data-[status=active]:bg-surface data-[status=active]:text-ink data-[status=active]:shadow-[0_0_0_1px_var(--line)] max-[960px]:justify-center"
        >
          <Icon of={commands[id].icon} />
          <span className="min-w-0 truncate max-[960px]:sr-only">{t(commands[id].label)}</span>
          {(id === 'today' || id === 'conflicts') && counts[id] > 0 && (
            <small className="ms-auto text-ink-faint text-xs max-[960px]:hidden">
              <span aria-hidden>{format.number(counts[id])}</span>
              <span className="sr-only">{countText[id]}</span>
            </small>
          )}
        </Link>
      ))}
      <div className="mt-auto">
        <ImportStatus />
        <SavedFooter />
        <SyncFooter />
      </div>
    </nav>
  )
}
