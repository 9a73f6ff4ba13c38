import { Button } from 'react-aria-components/Button'

import { Icon, type IconType, Spinner } from '../../ui/index.ts'

type StartChoiceProps = {
  icon: IconType
  title: string
  detail: string
  isPending: boolean
  isDisabled: boolean
  onPress: () => void
}

/** One way to begin: a wide button with a line of explanation. */
export const StartChoice = ({ icon, title, detail, isPending, isDisabled, onPress }: StartChoiceProps) => (
  <Button
    onPress={onPress}
    isDisabled={isDisabled}
    className="flex cursor-default items-center gap-3.5 rounded-lg border border-line-strong bg-surface p-3.5 text-start transition-colors duration-100 data-hovered:border-accent data-hovered:bg-accent-soft data-disabled:opacity-60"
  >
    <span className="grid size-9 flex-none place-items-center rounded-md bg-sunk text-ink-muted">
      {isPending ? <Spinner /> : <Icon of={icon} size={18} />}
    </span>
    <span className="flex flex-col">
      <span className="font-[560]">{title}</span>
      <span className="text-ink-muted">{detail}</span>
    </span>
  </Button>
)
