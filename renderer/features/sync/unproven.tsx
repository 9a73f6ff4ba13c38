import { AppError } from '../../../shared/app-error.ts'
import { errorText, useI18n } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import { useLeave } from './use-leave.ts'

/** That someone without the passphrase changed where this locked book syncs, and the way to leave it at that. */
export const Unproven = () => {
  const i18n = useI18n()
  const { working, leave } = useLeave()
  return (
    <div role="alert" className="mb-5 flex flex-col items-start gap-2.5 rounded-lg border border-line bg-red-soft p-3">
      <p className="text-red">{errorText(i18n, new AppError('syncPlaceUnproven'))}</p>
      <Button isPending={working} onPress={() => void leave()}>
        {i18n.t('sync.unproven.leave')}
      </Button>
    </div>
  )
}
