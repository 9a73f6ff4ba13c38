import { Pause, Play, X } from 'lucide-react'

import { useI18n } from '../../../i18n/index.ts'
import { Button, ProgressBar, Spinner } from '../../../ui/index.ts'
import { rateOf, secondsLeft } from './pace.ts'
import type { WizardActions } from './wizard-actions.ts'
import type { Busy as BusyWith, Wizard } from './wizard-store.ts'

const words = {
  reading: 'transfer.reading',
  checking: 'transfer.checking',
  backup: 'transfer.backup',
  running: 'transfer.running',
  photos: 'transfer.photos',
} as const satisfies Record<BusyWith, string>

const SECONDS = 60

/** How many rows, how fast, and how long it takes yet. */
const Pace = ({ state }: { state: Wizard }) => {
  const { t, format } = useI18n()
  const { progress, pace, paused, busy } = state
  if (!progress) return null
  const rate = rateOf(pace)
  const left = secondsLeft(pace, progress.total)
  const facts = [
    t('transfer.progress', { done: format.number(progress.done), total: format.number(progress.total) }),
    ...(rate !== undefined && !paused && busy !== 'photos' ? [t('transfer.rate', { count: Math.round(rate) })] : []),
    ...(left !== undefined && !paused && busy !== 'photos'
      ? [
          left < SECONDS
            ? t('transfer.left.seconds', { count: left })
            : t('transfer.left.minutes', { count: Math.ceil(left / SECONDS) }),
        ]
      : []),
  ]
  return <p className="text-ink-muted text-sm tabular-nums">{facts.join(' · ')}</p>
}

/** What is going on, how far it is, and what can be done about it. */
export const Busy = ({ state, actions }: { state: Wizard; actions: WizardActions }) => {
  const { t } = useI18n()
  const { busy, progress, paused } = state
  if (busy === undefined) return null
  const label = paused ? t('transfer.paused') : t(words[busy])
  const canPause = busy === 'running'
  const canCancel = busy === 'running' || busy === 'checking'
  return (
    <section className="mx-auto flex w-full max-w-[560px] flex-col gap-3 py-10">
      {progress && progress.total > 0 ? (
        <>
          <ProgressBar label={label} value={progress.done} max={progress.total} />
          <Pace state={state} />
        </>
      ) : (
        <Spinner label={label} />
      )}
      {(canPause || canCancel) && (
        <div className="mt-2 flex flex-wrap gap-2">
          {canPause && (
            <Button
              variant="primary"
              icon={paused ? Play : Pause}
              onPress={() => void actions.steer(paused ? 'resume' : 'pause')}
            >
              {paused ? t('transfer.resume') : t('transfer.pause')}
            </Button>
          )}
          {canCancel && (
            <Button icon={X} onPress={() => void actions.steer('cancel')}>
              {busy === 'running' ? t('transfer.stop') : t('transfer.cancel')}
            </Button>
          )}
        </div>
      )}
      {busy === 'running' && <p className="text-ink-muted">{t('transfer.running.detail')}</p>}
    </section>
  )
}
