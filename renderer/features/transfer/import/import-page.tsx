import { useEffect, useRef } from 'react'

import { useI18n } from '../../../i18n/index.ts'
import { PageHeader } from '../../../ui/index.ts'
import { setImportStatus, takeOffered, useImportWork } from '../../../view-state/index.ts'
import { ErrorNote } from '../error-note.tsx'
import { Busy } from './busy.tsx'
import { CheckStep } from './check/check-step.tsx'
import { ColumnsStep } from './columns/columns-step.tsx'
import { FileStep } from './file/file-step.tsx'
import { PreviewStep } from './preview/preview-step.tsx'
import { ResultStep } from './result/result-step.tsx'
import { RulesStep } from './rules/rules-step.tsx'
import { StepBar } from './step-bar.tsx'
import { StepFooter } from './step-footer.tsx'
import { useWizardActions } from './use-wizard.ts'
import type { WizardActions } from './wizard-actions.ts'
import { canReach, currentFile, useWizardStore, type Wizard } from './wizard-store.ts'

const StepBody = ({ state, actions }: { state: Wizard; actions: WizardActions }) => {
  const analysis = currentFile(state)?.analysis
  if (state.busy !== undefined) return <Busy state={state} actions={actions} />
  if (state.step === 'import') return state.result && state.run ? <ResultStep state={state} actions={actions} /> : null
  if (state.step === 'file' || !analysis) return <FileStep state={state} actions={actions} />
  switch (state.step) {
    case 'preview':
      return <PreviewStep analysis={analysis} actions={actions} />
    case 'columns':
      return <ColumnsStep analysis={analysis} actions={actions} />
    case 'rules':
      return <RulesStep analysis={analysis} state={state} actions={actions} />
    case 'check':
      return state.report ? (
        <CheckStep analysis={analysis} report={state.report} state={state} actions={actions} />
      ) : null
  }
}

/** `contacts.csv`, and which of how many where several were chosen together. */
const useWhere = ({ files, current, run, step }: Wizard): string | undefined => {
  const { t } = useI18n()
  const readable = files.filter(({ analysis }) => analysis)
  const at = readable.findIndex(({ key }) => key === current)
  const name = step === 'import' ? run?.fileName : readable[at]?.name
  if (name === undefined || step === 'file') return undefined
  return readable.length > 1 && at >= 0 ? t('transfer.fileOf', { name, n: at + 1, total: readable.length }) : name
}

/** Begins each step at its top, and gives it the focus where what led to it is gone. */
const useStepFocus = (state: Wizard) => {
  const { step, busy } = state
  const body = useRef<HTMLElement>(null)
  const asked = currentFile(state)?.analysis?.questions.length ?? 0
  const shown = useRef({ step, busy, asked })
  useEffect(() => {
    const before = shown.current
    if (before.step === step && before.busy === busy && before.asked === asked) return
    shown.current = { step, busy, asked }
    if (before.step !== step) body.current?.scrollTo({ top: 0 })
    if (document.activeElement === document.body || document.activeElement === null) body.current?.focus()
  }, [step, busy, asked])
  return body
}

/** Brings files into the book: from the choice of a file to the result, one step after the other, with the way back. */
export const ImportPage = () => {
  const { t } = useI18n()
  const actions = useWizardActions()
  const state = useWizardStore()
  const offered = useImportWork((work) => work.offered)
  const where = useWhere(state)
  const { add } = actions
  const isFree = state.busy === undefined
  useEffect(() => {
    if (offered.length === 0 || !isFree) return
    void add(takeOffered())
  }, [offered, isFree, add])
  const status = useImportWork((work) => work.status)
  // What came of it is on the page: it need not be told beside it.
  useEffect(() => {
    if (isFree && status) setImportStatus(undefined)
  }, [isFree, status])
  const body = useStepFocus(state)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t('transfer.import.title')} detail={where && <bdi>{where}</bdi>} />
      <StepBar current={state.step} reachable={(step) => canReach(state, step)} onStep={actions.goTo} />
      <section
        ref={body}
        tabIndex={-1}
        aria-label={t(`transfer.step.${state.step}`)}
        className="@container min-h-0 flex-1 overflow-auto px-[18px] py-5 outline-none"
      >
        <div className="mx-auto flex max-w-[1060px] flex-col gap-5">
          {state.error && <ErrorNote error={state.error} />}
          <StepBody state={state} actions={actions} />
        </div>
      </section>
      <StepFooter state={state} actions={actions} />
    </div>
  )
}
