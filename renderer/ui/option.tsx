import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { Icon } from './icon.tsx'

/** One choice of a select or a combo box. */
export type Option = {
  id: string
  label: string
  /** A second, fainter text. */
  detail?: string
  before?: ReactNode
}

export const listClass = 'max-h-72 overflow-auto p-1 outline-none'

export const OptionItem = ({ option }: { option: Option }) => (
  <ListBoxItem
    id={option.id}
    textValue={option.label}
    className="flex cursor-default items-center gap-2 rounded-md px-2 py-1 outline-none data-focused:bg-sunk data-disabled:opacity-50"
  >
    {({ isSelected }) => (
      <>
        {option.before}
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {option.label}
          {option.detail !== undefined && <span className="ms-2 text-ink-faint text-xs">{option.detail}</span>}
        </span>
        {isSelected && <Icon of={Check} size={14} className="text-accent" />}
      </>
    )}
  </ListBoxItem>
)
