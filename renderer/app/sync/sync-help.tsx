import { Link } from '@tanstack/react-router'

import { errorText, useI18n } from '../../i18n/index.ts'
import { useSync, useSyncStatus } from '../../replication/index.ts'
import { Button } from '../../ui/index.ts'
import { setSyncPaused, useSyncPaused } from '../../view-state/index.ts'

const linkClass = 'self-start rounded-sm text-accent underline underline-offset-3'

/** A sync that would remove much of the book: to be looked at, let go on, or stopped. */
const Removals = ({ onDone }: { onDone: () => void }) => {
  const { t } = useI18n()
  const sync = useSync()
  const act = (what: () => void) => () => {
    what()
    onDone()
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="primary"
        onPress={act(() => {
          sync.stop()
          setSyncPaused(true)
        })}
      >
        {t('sync.removals.stop')}
      </Button>
      <Button variant="danger" onPress={act(sync.allowRemovals)}>
        {t('sync.removals.allow')}
      </Button>
    </div>
  )
}

const Remedy = ({ onDone }: { onDone: () => void }) => {
  const i18n = useI18n()
  const { t } = i18n
  const sync = useSync()
  const { state, error, notice, needs } = useSyncStatus()
  const isPaused = useSyncPaused((store) => store.isPaused)
  const now = (
    <Button
      className="self-start"
      onPress={() => {
        onDone()
        sync.syncNow().catch(() => undefined)
      }}
    >
      {t('sync.now')}
    </Button>
  )
  const goOn = (
    <Button
      className="self-start"
      onPress={() => {
        sync.start()
        setSyncPaused(false)
        onDone()
      }}
    >
      {t('sync.goOn')}
    </Button>
  )
  if (isPaused)
    return (
      <>
        <p>{t('sync.status.pausedHelp')}</p>
        {goOn}
      </>
    )
  if (state === 'asks' && error)
    return (
      <>
        <p>{errorText(i18n, error)}</p>
        <Removals onDone={onDone} />
      </>
    )
  if (state === 'needs') return <p>{t(needs === 'password' ? 'sync.unlock.password' : 'sync.unlock.key')}</p>
  return (
    <>
      {state === 'upToDate' && <p>{t('sync.status.upToDateHelp')}</p>}
      {error && <p>{errorText(i18n, error)}</p>}
      {state === 'offline' && <p>{t('sync.status.offlineHelp')}</p>}
      {notice && <p>{errorText(i18n, notice)}</p>}
      {state !== 'syncing' && now}
    </>
  )
}

/** What is the matter with sync, what to do, and the button that does it. */
export const SyncHelp = ({ onDone }: { onDone: () => void }) => {
  const { t, format } = useI18n()
  const { lastAt } = useSyncStatus()
  return (
    <div className="flex flex-col gap-2.5">
      <Remedy onDone={onDone} />
      {lastAt !== undefined && (
        <p className="text-ink-faint text-sm">
          {t('sync.status.lastAt', { when: format.instant(new Date(lastAt).toISOString(), 'ago') })}
        </p>
      )}
      <Link to="/settings/$section" params={{ section: 'sync' }} className={linkClass} onClick={onDone}>
        {t('sync.toSettings')}
      </Link>
    </div>
  )
}

/** The same for the settings, which have buttons of their own for what is always possible. */
export const SyncTrouble = () => {
  const i18n = useI18n()
  const { state, error, notice } = useSyncStatus()
  const isPaused = useSyncPaused((store) => store.isPaused)
  if (isPaused) return <p>{i18n.t('sync.status.pausedHelp')}</p>
  if (state === 'needs') return null
  if (!error) return notice ? <p className="text-amber">{errorText(i18n, notice)}</p> : null
  return (
    <>
      <p>{errorText(i18n, error)}</p>
      {state === 'offline' && <p className="text-ink-muted">{i18n.t('sync.status.offlineHelp')}</p>}
      {state === 'asks' && <Removals onDone={() => {}} />}
    </>
  )
}
