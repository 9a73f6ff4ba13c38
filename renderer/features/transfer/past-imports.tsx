import { ErrorNote } from './error-note.tsx'
import { EmptyImports, ImportList } from './import-list.tsx'
import { UndoProgress } from './undo-progress.tsx'
import { UndoneStep } from './undone-step.tsx'
import { useImport } from './use-import.ts'

/** All imports so far, on a page of their own: each can be taken back whole. */
export const PastImports = () => {
  const { state, undo } = useImport()
  return (
    <div className="flex flex-col gap-4">
      {state.error && <ErrorNote error={state.error} />}
      {state.step === 'undoing' && <UndoProgress progress={state.progress} />}
      {state.undone && <UndoneStep undone={state.undone} />}
      <ImportList
        isBusy={state.step === 'undoing'}
        onUndo={(importId) => void undo(importId)}
        empty={<EmptyImports />}
      />
    </div>
  )
}
