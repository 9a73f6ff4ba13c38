import { useNavigate } from '@tanstack/react-router'

import { useWizardActions } from '../import/use-wizard.ts'
import { EmptyImports, ImportList } from './import-list.tsx'

/** All imports so far, on a page of their own: each can be taken back whole. */
export const PastImports = () => {
  const actions = useWizardActions()
  const navigate = useNavigate()
  return <ImportList actions={actions} empty={<EmptyImports onImport={() => void navigate({ to: '/import' })} />} />
}
