import { setImportStatus } from '../../../view-state/index.ts'
import type { Progress } from '../../../workers/import-protocol.ts'
import { noPace, noteProgress } from './pace.ts'
import { patchWizard, useWizardStore, wizard } from './wizard-store.ts'

/** Takes note of how far the worker is, for the page and for the foot of the navigation. */
export const onProgress = (progress: Progress): void => {
  const { pace, paused, busy, run } = wizard()
  patchWizard({ progress, pace: paused ? pace : noteProgress(pace, performance.now(), progress.done) })
  if (busy === 'running' && run)
    setImportStatus({ fileName: run.fileName, state: paused ? 'paused' : 'running', ...progress })
}

/** Before other work: what was measured says nothing about it. */
export const resetProgress = (): void => useWizardStore.setState({ progress: undefined, pace: noPace })
