import { CircleCheck } from 'lucide-react'

import { errorText, useI18n } from '../../../i18n/index.ts'
import { useSync, useSyncStatus } from '../../../replication/index.ts'
import { Button, Icon, ProgressBar } from '../../../ui/index.ts'
import { usePause } from '../pause.ts'

/** How far the first exchange with a place is. It can be stopped; what has arrived by then stays. */
export const FirstExchange = () => {
  const i18n = useI18n()
  const { t } = i18n
  const { progress, state, waiting, error } = useSyncStatus()
  const { syncNow } = useSync()
  const { isPaused, pause, goOn } = usePause()
  if (isPaused)
    return (
      <div className="flex items-center gap-3">
        <p className="flex-1 text-ink-muted">{t('sync.first.stopped')}</p>
        <Button onPress={goOn}>{t('sync.goOn')}</Button>
      </div>
    )
  if (state === 'upToDate')
    return (
      <p role="status" className="flex items-center gap-2 font-[560]">
        <Icon of={CircleCheck} className="text-green" />
        {t('sync.first.done')}
      </p>
    )
  if (error !== undefined)
    return (
      <div role="alert" className="flex items-center gap-3 text-red">
        <p className="flex-1">{errorText(i18n, error)}</p>
        <Button onPress={() => void syncNow().catch(() => undefined)}>{t('ui.retry')}</Button>
      </div>
    )
  const total = progress?.total ?? (progress ? progress.done + waiting : undefined)
  return (
    <div className="flex items-end gap-3">
      <ProgressBar
        className="flex-1"
        label={t(progress?.direction === 'in' ? 'sync.first.in' : 'sync.first.out')}
        {...(progress && total !== undefined && { value: progress.done, max: Math.max(1, total) })}
      />
      <Button small onPress={pause}>
        {t('ui.cancel')}
      </Button>
    </div>
  )
}
