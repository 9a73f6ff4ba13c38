import { create } from 'zustand'

import type { AppError } from '../../../../shared/app-error.ts'
import type { NounName } from '../../../../shared/domain/index.ts'
import { defaultRules, type ImportRules, type WordChoice } from '../../../../shared/import/index.ts'
import type { Analysis, ImportReport, ImportResult, Progress } from '../../../workers/import-protocol.ts'
import { noPace, type Pace } from './pace.ts'
import type { Step } from './steps.ts'

/** One of the files that were chosen together; the worker knows it by its key. */
export type WizardFile = {
  key: string
  name: string
  analysis?: Analysis
  /** Why it can't be read. */
  error?: AppError
  state: 'open' | 'done'
}

export type Busy = 'reading' | 'checking' | 'backup' | 'running' | 'photos'

/** What a result is about: also of an import that went on after a crash, whose file is not here any more. */
type RunOf = { key: string; importId?: string; fileName: string; noun: NounName }

export type Wizard = {
  files: readonly WizardFile[]
  /** The file that is on its way, by its key. */
  current: string | undefined
  step: Step
  busy: Busy | undefined
  paused: boolean
  progress: Progress | undefined
  pace: Pace
  rules: ImportRules
  /** Of the columns that hold choices; undefined until asked for. */
  words: readonly WordChoice[] | undefined
  /** Of the mapping and the rules as they are; undefined when one of them has changed since. */
  report: ImportReport | undefined
  run: RunOf | undefined
  result: ImportResult | undefined
  error: AppError | undefined
  /** The safety copy failed: the user may go on without it. */
  backupFailed: boolean
}

export const emptyWizard: Wizard = {
  files: [],
  current: undefined,
  step: 'file',
  busy: undefined,
  paused: false,
  progress: undefined,
  pace: noPace,
  rules: defaultRules,
  words: undefined,
  report: undefined,
  run: undefined,
  result: undefined,
  error: undefined,
  backupFailed: false,
}

/** The import of this window. Kept beside the pages: going elsewhere loses nothing and stops nothing. */
export const useWizardStore = create<Wizard>()(() => emptyWizard)

export const wizard = (): Wizard => useWizardStore.getState()
export const patchWizard = (part: Partial<Wizard>): void => useWizardStore.setState(part)

export const currentFile = ({ files, current }: Wizard): WizardFile | undefined =>
  files.find(({ key }) => key === current)

export const patchFile = (key: string, part: Partial<WizardFile>): void =>
  useWizardStore.setState(({ files }) => ({
    files: files.map((file) => (file.key === key ? { ...file, ...part } : file)),
  }))

/** Whether the file in hand is ready for a step: nothing is checked before every question is answered. */
export const canReach = (state: Wizard, step: Step): boolean => {
  if (state.busy !== undefined || state.step === 'import') return false
  if (step === 'file') return true
  const analysis = currentFile(state)?.analysis
  if (!analysis || step === 'import') return false
  if (step === 'preview' || step === 'columns') return true
  return analysis.questions.length === 0 && analysis.columns.some(({ path }) => path !== '')
}
