import { useI18n } from '../../../i18n/index.ts'
import { ProgressBar } from '../../../ui/index.ts'
import { useWizardStore } from '../import/wizard-store.ts'

/** How far an import is taken back. */
export const UndoProgress = () => {
  const { t } = useI18n()
  const progress = useWizardStore((state) => state.progress)
  return (
    <ProgressBar label={t('transfer.undoing')} {...(progress ? { value: progress.done, max: progress.total } : {})} />
  )
}
