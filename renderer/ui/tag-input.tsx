import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover as AriaPopover } from 'react-aria-components/Popover'

import { useI18n } from '../i18n/index.ts'
import { cx } from './cx.ts'
import { type FieldFrame, FieldParts, fieldClass, groupClass } from './field.tsx'
import { Icon } from './icon.tsx'
import { listClass, type Option, OptionItem } from './option.tsx'
import { surfaceClass } from './popover.tsx'

const Chip = ({ tag, onRemove }: { tag: string; onRemove: () => void }) => {
  const { t } = useI18n()
  return (
    <span className="inline-flex max-w-full items-center gap-0.5 rounded-full bg-grey-soft py-px ps-2 pe-0.5 text-ink-muted text-xs">
      <bdi className="truncate">{tag}</bdi>
      <button
        type="button"
        aria-label={t('ui.removeTag', { tag })}
        onClick={onRemove}
        className="grid size-[18px] flex-none place-items-center rounded-full hover:text-ink"
      >
        <Icon of={X} size={11} />
      </button>
    </span>
  )
}

/** Several words, each once. Enter or a comma adds what is typed, Backspace takes the last away. */
export const TagInput = ({
  label,
  hideLabel = false,
  description,
  errorMessage,
  value,
  onChange,
  suggestions = [],
  placeholder,
  autoFocus = false,
  onBlur,
  className,
}: FieldFrame & {
  value: readonly string[]
  onChange: (tags: string[]) => void
  suggestions?: readonly string[]
  placeholder?: string
  autoFocus?: boolean
  onBlur?: () => void
  className?: string
}) => {
  const { t } = useI18n()
  const [text, setText] = useState('')
  const typed = text.trim().toLocaleLowerCase()
  const items: Option[] = suggestions
    .filter((tag) => !value.includes(tag) && tag.toLocaleLowerCase().includes(typed))
    .slice(0, 50)
    .map((tag) => ({ id: tag, label: tag }))

  const add = (...tags: string[]) => {
    const fresh = tags.map((tag) => tag.trim()).filter((tag) => tag !== '' && !value.includes(tag))
    if (fresh.length > 0) onChange([...value, ...new Set(fresh)])
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const takesSuggestion = event.currentTarget.getAttribute('aria-activedescendant')
    if (event.key === 'Enter' && typed !== '' && !takesSuggestion) {
      event.preventDefault()
      add(text)
    }
    if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1))
  }

  return (
    <AriaComboBox
      items={items}
      value={null}
      onChange={(key) => {
        if (key !== null) add(String(key))
      }}
      inputValue={text}
      onInputChange={(next) => {
        const parts = next.split(/[,،]/)
        if (parts.length > 1) add(...parts)
        else setText(next)
      }}
      onBlur={() => {
        if (typed !== '') add(text)
        onBlur?.()
      }}
      menuTrigger="focus"
      allowsCustomValue
      defaultFilter={() => true}
      autoFocus={autoFocus}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldClass, className)}
    >
      <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
        <Group className={cx(groupClass, '!h-auto min-h-[31px] flex-wrap gap-1 px-1.5 py-1')}>
          {value.map((tag) => (
            <Chip key={tag} tag={tag} onRemove={() => onChange(value.filter((each) => each !== tag))} />
          ))}
          <Input
            autoComplete="off"
            placeholder={value.length === 0 ? (placeholder ?? t('ui.addTag')) : ''}
            onKeyDown={onKeyDown}
            dir={text ? 'auto' : undefined}
            className="h-5 min-w-20 flex-1 bg-transparent px-1 outline-none"
          />
        </Group>
      </FieldParts>
      <AriaPopover offset={4} className={cx(surfaceClass, 'w-(--trigger-width)')}>
        <ListBox className={listClass}>{(option: Option) => <OptionItem option={option} />}</ListBox>
      </AriaPopover>
    </AriaComboBox>
  )
}
