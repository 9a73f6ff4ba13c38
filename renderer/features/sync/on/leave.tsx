import { Unplug } from 'lucide-react'
import { useState } from 'react'

import type { SyncPlace } from '../../../../shared/sync/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { useSync } from '../../../replication/index.ts'
import { Button, ConfirmDialog } from '../../../ui/index.ts'
import { leavePlace } from '../pause.ts'
import { useSyncState } from '../sync-state.ts'

/** Stops syncing for good, after a question: the key is forgotten with it. */
export const Leave = ({ place }: { place: SyncPlace }) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const sync = useSync()
  const tellError = useTellError()
  const { refresh } = useSyncState()
  const [isAsking, setAsking] = useState(false)
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
      setAsking(false)
    }
  }
  return (
    <>
      <Button icon={Unplug} onPress={() => setAsking(true)}>
        {t('sync.leave')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        danger
        isPending={working}
        title={t('sync.leave.title')}
        confirmLabel={t('sync.leave.yes')}
        onConfirm={() => void leave()}
        onClose={() => setAsking(false)}
      >
        {t(place.kind === 'file' ? 'sync.leave.fileText' : 'sync.leave.text')}
      </ConfirmDialog>
    </>
  )
}
