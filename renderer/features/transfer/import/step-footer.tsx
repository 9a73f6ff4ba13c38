import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'

import { useI18n } from '../../../i18n/index.ts'
import { Button, Icon } from '../../../ui/index.ts'
import { stepAfter } from './steps.ts'
import type { WizardActions } from './wizard-actions.ts'
import { canReach, type Wizard } from './wizard-store.ts'

const Bar = ({ back, children }: { back?: ReactNode; children: ReactNode }) => (
  <footer className="flex flex-none flex-wrap items-center justify-between gap-2 border-line border-t px-[18px] py-3">
    <div className="flex gap-2">{back}</div>
    <div className="flex flex-wrap justify-end gap-2">{children}</div>
  </footer>
)

/** What an import of this report would write; nothing where there is nothing to do. */
const StartButton = ({ state, actions }: { state: Wizard; actions: WizardActions }) => {
  const { t } = useI18n()
  const counts = state.report?.counts
  const useful = (counts?.created ?? 0) + (counts?.updated ?? 0)
  return (
    <Button
      variant="primary"
      isDisabled={useful === 0 || (state.report?.questions.length ?? 0) > 0}
      onPress={() => void actions.run({ withoutBackup: state.backupFailed })}
    >
      {state.backupFailed ? t('transfer.withoutBackup') : t('transfer.start', { count: useful })}
    </Button>
  )
}

/** The way on, and back, of each step. */
export const StepFooter = ({ state, actions }: { state: Wizard; actions: WizardActions }) => {
  const { t } = useI18n()
  const { step, busy } = state
  if (step === 'file' || step === 'import' || busy !== undefined) return null
  const back = (
    <Button onPress={actions.back}>
      <Icon of={ArrowLeft} flip />
      {t('transfer.back')}
    </Button>
  )
  if (step === 'check')
    return (
      <Bar back={back}>
        <StartButton state={state} actions={actions} />
      </Bar>
    )
  return (
    <Bar back={back}>
      <Button variant="primary" isDisabled={!canReach(state, stepAfter(step))} onPress={actions.next}>
        {t('transfer.next', { step: t(`transfer.step.${stepAfter(step)}`) })}
        <Icon of={ArrowRight} flip />
      </Button>
    </Bar>
  )
}
