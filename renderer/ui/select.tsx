import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'

import { useI18n } from '../i18n/index.ts'
import { cx } from './cx.ts'
import { type FieldFrame, FieldParts, fieldClass, inputClass } from './field.tsx'
import { Icon } from './icon.tsx'
import { inGroups, listClass, type Option, OptionEntry, type OptionGroup } from './option.tsx'
import { surfaceClass } from './popover.tsx'

const NONE = ''

export type SelectProps = FieldFrame & {
  options: readonly Option[]
  value: string | null | undefined
  /** Nothing when the empty choice was taken. */
  onChange: (value: string | undefined) => void
  /** Offers an empty choice. */
  clearable?: boolean
  placeholder?: string
  /** Words of a search field above the choices, for lists too long to look through. */
  search?: string
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  name?: string
  onBlur?: () => void
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** The choices below a field that narrows them while typing. */
const SearchedList = ({ label, items }: { label: string; items: readonly (Option | OptionGroup)[] }) => {
  const { t } = useI18n()
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <Autocomplete filter={contains}>
      <AriaSearchField aria-label={label} autoComplete="off" autoFocus className="border-line border-b p-1.5">
        <Input placeholder={label} className="w-full bg-transparent px-1.5 py-0.5 outline-none" dir="auto" />
      </AriaSearchField>
      <ListBox
        items={items}
        className={listClass}
        renderEmptyState={() => <p className="px-2 py-1.5 text-ink-faint">{t('ui.noMatch')}</p>}
      >
        {(entry) => <OptionEntry entry={entry} />}
      </ListBox>
    </Autocomplete>
  )
}

/** One of a few choices, or of many in groups with a search. For ones that must be looked up, `ComboBox`. */
export const Select = ({
  label,
  hideLabel = false,
  description,
  errorMessage,
  options,
  value,
  onChange,
  clearable = false,
  placeholder,
  search,
  onBlur,
  className,
  ref,
  ...rest
}: SelectProps) => {
  const { t } = useI18n()
  const none = { id: NONE, label: t('ui.none') }
  const items = inGroups(clearable ? [none, ...options] : options)
  return (
    <AriaSelect
      {...rest}
      {...(onBlur ? { onBlur } : {})}
      value={value || null}
      onChange={(key) => onChange(key === NONE || key === null ? undefined : String(key))}
      placeholder={placeholder ?? t('ui.choose')}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldClass, className)}
    >
      <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
        <AriaButton
          {...(ref ? { ref } : {})}
          className={cx(inputClass, 'flex cursor-default items-center gap-2 text-start')}
        >
          <SelectValue<Option> className="min-w-0 flex-1 truncate data-placeholder:text-ink-faint">
            {({ defaultChildren, isPlaceholder, selectedText }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <Icon of={ChevronDown} size={14} className="text-ink-faint" />
        </AriaButton>
      </FieldParts>
      <AriaPopover offset={4} className={cx(surfaceClass, 'min-w-(--trigger-width)')}>
        {search === undefined ? (
          <ListBox items={items} className={listClass}>
            {(entry) => <OptionEntry entry={entry} />}
          </ListBox>
        ) : (
          <SearchedList label={search} items={items} />
        )}
      </AriaPopover>
    </AriaSelect>
  )
}
