import { ChevronDown } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
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

const CREATE = 'ui:create'
/** Where the buttons of a dialog are that close it without saving. */
const GIVING_UP = 'header, footer, [role=alertdialog]'

export type ComboBoxProps = FieldFrame & {
  value: string | null | undefined
  onChange: (value: string | undefined, option: Option | undefined) => void
  /** The text of the value that was chosen before. */
  valueLabel?: string | undefined
  /** The choices for what was typed; a slower answer to an older text is dropped. */
  load: (text: string) => Promise<readonly Option[]>
  /** Offers to make a new one of the text as typed. */
  onCreate?: (text: string) => void
  placeholder?: string
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  name?: string
  onBlur?: () => void
  className?: string
  ref?: Ref<HTMLInputElement>
}

/** One of many choices, found by typing. Emptying the text clears the value. */
export const ComboBox = ({
  label,
  hideLabel = false,
  description,
  errorMessage,
  value,
  onChange,
  valueLabel,
  load,
  onCreate,
  placeholder,
  onBlur,
  className,
  ref,
  ...rest
}: ComboBoxProps) => {
  const { t } = useI18n()
  const [text, setText] = useState(valueLabel ?? '')
  const [found, setFound] = useState<{ text: string; options: readonly Option[] }>({ text: '', options: [] })
  const [isOpen, setOpen] = useState(false)

  useEffect(() => setText(valueLabel ?? ''), [valueLabel])
  useEffect(() => {
    if (!isOpen) return
    let wanted = true
    const query = text === valueLabel ? '' : text
    void load(query).then((options) => {
      if (wanted) setFound({ text: query, options })
    })
    return () => {
      wanted = false
    }
  }, [isOpen, text, valueLabel, load])

  const typed = text.trim()
  const creatable = onCreate !== undefined && typed !== '' && typed !== valueLabel
  const create: Option = { id: CREATE, label: t('ui.create', { name: typed }) }
  const items = creatable ? [...found.options, create] : found.options

  /** What was taken already: its label may not have come back yet. */
  const taken = useRef<string>(undefined)

  const choose = (id: string | null) => {
    if (id === CREATE) {
      taken.current = typed
      return onCreate?.(typed)
    }
    const option = found.options.find((each) => each.id === id)
    if (!option) return
    taken.current = option.label
    setText(option.label)
    onChange(option.id, option)
  }

  /** A text that was typed and left: what it names is taken, or made where that is offered. Nothing typed is lost. */
  const settle = async () => {
    if (typed === '' || typed === valueLabel || typed === taken.current) return
    taken.current = typed
    const same = (await load(typed)).find(({ label }) => label.toLocaleLowerCase() === typed.toLocaleLowerCase())
    if (same) {
      setText(same.label)
      onChange(same.id, same)
    } else if (onCreate) onCreate(typed)
    else setText(valueLabel ?? '')
  }

  /** Enter takes what was typed first; the next one is the form's. */
  const onEnter = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || typed === '' || typed === valueLabel || typed === taken.current) return
    if (event.target instanceof Element && event.target.hasAttribute('aria-activedescendant')) return
    // With the list open, Enter only closes it, and no form hears of it.
    if (!isOpen || event.ctrlKey || event.metaKey) {
      event.preventDefault()
      event.stopPropagation()
    }
    void settle()
  }

  const leave = ({ relatedTarget: to }: FocusEvent) => {
    const givesUp = to instanceof HTMLButtonElement && to.type !== 'submit' && to.closest(GIVING_UP) !== null
    if (!givesUp && document.hasFocus()) void settle()
    onBlur?.()
  }

  return (
    <AriaComboBox
      {...rest}
      items={items}
      value={value || null}
      onChange={(key) => choose(key === null ? null : String(key))}
      inputValue={text}
      onInputChange={(next) => {
        taken.current = undefined
        setText(next)
        if (next === '' && value) onChange(undefined, undefined)
      }}
      onOpenChange={setOpen}
      onBlur={leave}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue
      defaultFilter={() => true}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className={cx(fieldClass, className)}
    >
      <FieldParts label={label} hideLabel={hideLabel} description={description} errorMessage={errorMessage}>
        <Group className={groupClass}>
          <div className="contents" onKeyDownCapture={onEnter}>
            <Input
              {...(ref ? { ref } : {})}
              {...(placeholder === undefined ? {} : { placeholder })}
              dir={text ? 'auto' : undefined}
              className="h-full min-w-0 flex-1 bg-transparent ps-2.5 outline-none"
            />
          </div>
          <AriaButton className="grid h-full w-7 flex-none place-items-center text-ink-faint">
            <Icon of={ChevronDown} size={14} />
          </AriaButton>
        </Group>
      </FieldParts>
      <AriaPopover offset={4} className={cx(surfaceClass, 'w-(--trigger-width) min-w-56')}>
        <ListBox
          className={listClass}
          renderEmptyState={() => <p className="px-2 py-1.5 text-ink-faint">{t('ui.noMatch')}</p>}
        >
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </AriaPopover>
    </AriaComboBox>
  )
}
