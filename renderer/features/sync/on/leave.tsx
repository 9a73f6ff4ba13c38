import { Unplug } from 'lucide-react'
import { useState } from 'react'

import type { SyncPlace } from '../../../../shared/sync/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, ConfirmDialog } from '../../../ui/index.ts'
import { useLeave } from '../use-leave.ts'

/** Stops syncing for good, after a question: the key is forgotten with it. */
export const Leave = ({ place }: { place: SyncPlace }) => {
  const { t } = useI18n()
  const { working, leave } = useLeave()
  const [isAsking, setAsking] = useState(false)
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
        onConfirm={() => void leave().then(() => setAsking(false))}
        onClose={() => setAsking(false)}
      >
        {t(place.kind === 'file' ? 'sync.leave.fileText' : 'sync.leave.text')}
      </ConfirmDialog>
    </>
  )
}
