import { useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import type { WizardActions } from '../import/wizard-actions.ts'
import type { UndoneWork } from './undone.tsx'

/** An import that is being taken back, or was, and what became of it. */
export type Undoing = { id: string; work: UndoneWork | undefined }

/** Takes imports back whole, one at a time, and tells what it did or why it could not. */
export const useUndo = ({ undo: ask }: Pick<WizardActions, 'undo'>) => {
  const [undoing, setUndoing] = useState<Undoing>()
  const [error, setError] = useState<AppError>()
  const undo = async (id: string): Promise<void> => {
    setError(undefined)
    setUndoing({ id, work: undefined })
    try {
      setUndoing({ id, work: await ask(id) })
    } catch (failure) {
      setUndoing(undefined)
      setError(failure instanceof AppError ? failure : new AppError('internal', {}, failure))
    }
  }
  return { undo, undoing, error, isBusy: undoing !== undefined && undoing.work === undefined }
}
