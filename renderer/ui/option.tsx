import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { Header } from 'react-aria-components/Header'
import { ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'

import { Icon } from './icon.tsx'

/** One choice of a select or a combo box. */
export type Option = {
  id: string
  label: string
  /** A second, fainter text. */
  detail?: string
  before?: ReactNode
  /** The heading it stands under; options of one group follow each other. */
  group?: string
}

/** Options under their headings, those without one for themselves. */
export type OptionGroup = { id: string; group: string; options: readonly Option[] }

export const inGroups = (options: readonly Option[]): readonly (Option | OptionGroup)[] => {
  const groups = new Map<string, Option[]>()
  const entries: (Option | OptionGroup)[] = []
  for (const option of options) {
    if (option.group === undefined) entries.push(option)
    else {
      const held = groups.get(option.group)
      if (held) held.push(option)
      else {
        const made = [option]
        groups.set(option.group, made)
        entries.push({ id: `group:${option.group}`, group: option.group, options: made })
      }
    }
  }
  return entries
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

/** An option, or a group of them under its heading. */
export const OptionEntry = ({ entry }: { entry: Option | OptionGroup }) =>
  'options' in entry ? (
    <ListBoxSection id={entry.id}>
      <Header className="px-2 pt-2 pb-1 font-[560] text-ink-faint text-xs">{entry.group}</Header>
      <Collection items={entry.options}>{(option) => <OptionItem option={option} />}</Collection>
    </ListBoxSection>
  ) : (
    <OptionItem option={entry} />
  )
