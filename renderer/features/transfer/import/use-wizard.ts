import { useMemo } from 'react'

import { useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { createWizardActions, type WizardActions } from './wizard-actions.ts'

/** What can be done in the import. Its state is in `useWizardStore`. */
export const useWizardActions = (): WizardActions => {
  const book = useBook()
  const desktop = useDesktop()
  const { language } = useI18n()
  return useMemo(() => createWizardActions({ book, desktop, language }), [book, desktop, language])
}
