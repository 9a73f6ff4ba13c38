import type { AppError } from '../../../shared/app-error.ts'
import { useI18n } from '../../i18n/index.ts'

/** An error in the user's words, above the step it happened in. */
export const ErrorNote = ({ error }: { error: AppError }) => {
  const { t, tx } = useI18n()
  return (
    <p role="alert" className="rounded-lg bg-red-soft px-3 py-2 text-red">
      {tx(`error.${error.code}`, t('transfer.failed'), error.params)}
    </p>
  )
}
