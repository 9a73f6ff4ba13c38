import { TriangleAlert } from 'lucide-react'

import { AppError } from '../../../../shared/app-error.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import { Icon } from '../../../ui/index.ts'

/** What exactly did not work, and what to do, beside the fields that are to be mended. */
export const Diagnosis = ({ error }: { error: unknown }) => {
  const i18n = useI18n()
  // Elsewhere it is entered in the settings; here the field is above.
  const needsPassword = error instanceof AppError && error.code === 'syncPasswordMissing'
  return (
    <p role="alert" className="flex items-start gap-2 rounded-lg bg-red-soft p-3 text-red">
      <Icon of={TriangleAlert} className="mt-px" />
      <span className="min-w-0 break-words">
        {needsPassword ? i18n.t('sync.server.passwordNeeded') : errorText(i18n, error)}
      </span>
    </p>
  )
}
