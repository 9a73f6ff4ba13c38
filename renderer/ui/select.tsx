import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'

import { useI18n } from '../i18n/index.ts'
import { cx } from './cx.ts'
import { type FieldFrame, FieldParts, fieldClass, inputClass } from './field.tsx'
import { Icon } from './icon.tsx'
import { listClass, type Option, OptionItem } from './option.tsx'
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
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  name?: string
  onBlur?: () => void
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** One of a few choices. For many, or ones that must be looked up, `ComboBox`. */
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
  onBlur,
  className,
  ref,
  ...rest
}: SelectProps) => {
  const { t } = useI18n()
  const none = { id: NONE, label: t('ui.none') }
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
        <ListBox items={clearable ? [none, ...options] : options} className={listClass}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </AriaPopover>
    </AriaSelect>
  )
}
