import { useState } from 'react'

import { AppError } from '../../../shared/app-error.ts'
import { useDesktop } from '../../desktop/index.ts'
import { useTellError } from '../../fields/index.ts'
import { errorText, useI18n } from '../../i18n/index.ts'
import { useSync } from '../../replication/index.ts'
import { Button } from '../../ui/index.ts'
import { leavePlace } from './pause.ts'
import { useSyncState } from './sync-state.ts'

/** That someone without the passphrase changed where this locked book syncs, and the way to leave it at that. */
export const Unproven = () => {
  const i18n = useI18n()
  const desktop = useDesktop()
  const sync = useSync()
  const tellError = useTellError()
  const { refresh } = useSyncState()
  const [working, setWorking] = useState(false)
  const leave = async (): Promise<void> => {
    setWorking(true)
    try {
      await leavePlace(desktop, sync)
      await refresh()
    } catch (error) {
      tellError(error)
    } finally {
      setWorking(false)
    }
  }
  return (
    <div role="alert" className="mb-5 flex flex-col items-start gap-2.5 rounded-lg border border-line bg-red-soft p-3">
      <p className="text-red">{errorText(i18n, new AppError('syncPlaceUnproven'))}</p>
      <Button isPending={working} onPress={() => void leave()}>
        {i18n.t('sync.unproven.leave')}
      </Button>
    </div>
  )
}
