import { useState } from 'react'

import { useI18n } from '../../i18n/index.ts'
import { setPrefs, usePrefs } from '../../view-state/index.ts'
import type { StatementDetails } from './consent-writes.ts'

/** The details of a statement to begin with: now, and made in the way that was last told on this device. */
export const useDetails = (
  start: Partial<StatementDetails> = {},
): [StatementDetails, (next: StatementDetails) => void, () => void] => {
  const { t } = useI18n()
  const lastHow = usePrefs((prefs) => prefs.lastHow)
  const [details, setDetails] = useState<StatementDetails>(() => ({
    basis: 'consent',
    how: lastHow || t('privacy.howSpoken'),
    evidence: '',
    at: new Date().toISOString(),
    ...start,
  }))
  return [details, setDetails, () => setPrefs({ lastHow: details.how.trim() })]
}
