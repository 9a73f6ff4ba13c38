import type { ReactNode } from 'react'

import { errorText, useI18n } from '../../i18n/index.ts'
import { ErrorState, Spinner } from '../../ui/index.ts'
import { SyncFiles } from './files/sync-files.tsx'
import { FirstChoice } from './first-choice.tsx'
import { Asides } from './on/asides.tsx'
import { Keys } from './on/keys.tsx'
import { Log } from './on/log.tsx'
import { Overview } from './on/overview.tsx'
import { useSyncState } from './sync-state.ts'
import { Unproven } from './unproven.tsx'

/** Settings of sync: how to begin, or how it stands. `status` is the line of the status bar. */
export const SyncSettings = ({ status }: { status: ReactNode }) => {
  const i18n = useI18n()
  const { state, error, refresh } = useSyncState()
  if (error !== undefined) return <ErrorState small message={errorText(i18n, error)} onRetry={() => void refresh()} />
  if (!state) return <Spinner />
  if (!state.place)
    return (
      <>
        {state.unproven && <Unproven />}
        <FirstChoice />
      </>
    )
  return (
    <>
      <Overview state={state} place={state.place} status={status} />
      <Asides />
      {state.sealed && <Keys />}
      <SyncFiles />
      {state.place.kind !== 'file' && <Log />}
    </>
  )
}
