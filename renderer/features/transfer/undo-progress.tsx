import { useI18n } from '../../i18n/index.ts'
import { ProgressBar } from '../../ui/index.ts'
import type { Progress } from '../../workers/import-protocol.ts'

/** How far an import is taken back. */
export const UndoProgress = ({ progress }: { progress: Progress | undefined }) => {
  const { t } = useI18n()
  return (
    <ProgressBar label={t('transfer.undoing')} {...(progress ? { value: progress.done, max: progress.total } : {})} />
  )
}
