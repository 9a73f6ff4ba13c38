import { Check } from 'lucide-react'

import { useI18n } from '../../../i18n/index.ts'
import { cx, Icon } from '../../../ui/index.ts'
import { indexOf, type Step, steps } from './steps.ts'

/** Where one is on the way, and the way back to every step that was taken. */
export const StepBar = ({
  current,
  reachable,
  onStep,
}: {
  current: Step
  /** Steps that can be gone to from here. */
  reachable: (step: Step) => boolean
  onStep: (step: Step) => void
}) => {
  const { t, format } = useI18n()
  return (
    <nav aria-label={t('transfer.steps')} className="flex-none border-line border-b px-[18px] pb-3">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-1.5">
        {steps.map((step, at) => {
          const isCurrent = step === current
          const isDone = at < indexOf(current)
          const mark = (
            <>
              <span
                aria-hidden
                className={cx(
                  'grid size-5 flex-none place-items-center rounded-full text-xs tabular-nums',
                  isCurrent && 'bg-accent text-accent-ink',
                  isDone && 'bg-accent-soft text-accent',
                  !isCurrent && !isDone && 'bg-sunk text-ink-muted',
                )}
              >
                {isDone ? <Icon of={Check} size={12} /> : format.number(at + 1)}
              </span>
              <span className={cx(!isCurrent && 'max-[820px]:sr-only')}>{t(`transfer.step.${step}`)}</span>
            </>
          )
          const look = cx(
            'flex items-center gap-2 rounded-md px-1.5 py-1 font-[520]',
            isCurrent ? 'text-ink' : 'text-ink-muted',
          )
          return (
            <li key={step} className="flex items-center gap-1" aria-current={isCurrent ? 'step' : undefined}>
              {at > 0 && <span aria-hidden className="h-px w-5 bg-line-strong" />}
              {!isCurrent && reachable(step) ? (
                <button
                  type="button"
                  className={cx(look, 'cursor-default hover:text-ink')}
                  onClick={() => onStep(step)}
                >
                  {mark}
                </button>
              ) : (
                <span className={look}>{mark}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
