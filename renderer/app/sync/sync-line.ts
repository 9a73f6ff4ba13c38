import type { AppError } from '../../../shared/app-error.ts'
import type { I18n } from '../../i18n/index.ts'
import type { SyncStatus } from '../../replication/index.ts'

export type SyncTone = 'good' | 'busy' | 'waiting' | 'bad'

/** How sync stands in a few words, and what waits beside that: the latter grows older by the second. */
export type SyncLine = { text: string; behind?: string; tone: SyncTone }

/** All of it in one line. */
export const wholeLine = ({ text, behind }: SyncLine): string => (behind === undefined ? text : `${text} · ${behind}`)

const SECOND = 1_000
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The age of the oldest change that waits, in the largest unit that fits. */
const ageOf = (i18n: I18n, oldestAt: number | undefined, now: number): string => {
  const seconds = Math.max(0, Math.round((now - (oldestAt ?? now)) / SECOND))
  const [value, unit] =
    seconds >= DAY
      ? ([seconds / DAY, 'day'] as const)
      : seconds >= HOUR
        ? ([seconds / HOUR, 'hour'] as const)
        : seconds >= MINUTE
          ? ([seconds / MINUTE, 'minute'] as const)
          : ([seconds, 'second'] as const)
  return new Intl.NumberFormat(i18n.locale, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.trunc(value))
}

const FULL = 1

const busyText = ({ t, format }: I18n, { progress }: SyncStatus): string => {
  if (!progress) return t('sync.status.syncing')
  const { done, total } = progress
  if (total === undefined || total === 0) return t('sync.status.syncingCount', { count: done })
  return t('sync.status.syncingShare', { share: format.percent(Math.min(FULL, done / total)) })
}

const waitingText = (i18n: I18n, { waiting, oldestAt }: SyncStatus, now: number): string =>
  i18n.t('sync.status.waiting', { count: waiting, age: ageOf(i18n, oldestAt, now) })

/** Of an error the few words for the status bar: what it is, not what to do. */
const troubleText = ({ t, tx }: I18n, error: AppError | undefined): string =>
  tx(`sync.status.${error?.code ?? 'failed'}`, t('sync.status.failed'))

/** Of `off` there is nothing to say. @param now Unix milliseconds, for the age of what waits */
export const syncLine = (i18n: I18n, status: SyncStatus, isPaused: boolean, now: number): SyncLine | undefined => {
  const { t } = i18n
  const { state, waiting, error, notice, needs } = status
  if (state === 'off') return undefined
  const late = waiting > 0 && { behind: waitingText(i18n, status, now) }
  if (isPaused) return { text: t('sync.status.paused'), ...late, tone: 'waiting' }
  switch (state) {
    case 'upToDate':
      return waiting > 0
        ? { text: waitingText(i18n, status, now), tone: 'waiting' }
        : { text: t(notice ? 'sync.status.clock' : 'sync.status.upToDate'), tone: notice ? 'waiting' : 'good' }
    case 'syncing':
      return { text: busyText(i18n, status), tone: 'busy' }
    case 'offline':
      return { text: t('sync.status.offline'), ...late, tone: 'waiting' }
    case 'failed':
      return { text: troubleText(i18n, error), ...late, tone: 'bad' }
    case 'asks':
      return { text: t('sync.status.asks'), tone: 'bad' }
    case 'needs':
      return { text: t(needs === 'password' ? 'sync.status.needsPassword' : 'sync.status.needsKey'), tone: 'bad' }
  }
}
