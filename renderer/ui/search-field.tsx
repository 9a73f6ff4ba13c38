import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'

import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

/** A search that answers while typing. Escape empties it. */
export const SearchField = ({
  label,
  value,
  onChange,
  placeholder,
  autoFocus = false,
  onEnter,
  onDown,
  className,
  ref,
}: {
  /** For screen readers. */
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  autoFocus?: boolean
  /** Enter: takes the first of what was found. */
  onEnter?: () => void
  /** The arrow down: goes into what was found. */
  onDown?: () => void
  className?: string
  ref?: Ref<HTMLInputElement>
}) => (
  <AriaSearchField
    autoComplete="off"
    aria-label={label}
    value={value}
    onChange={onChange}
    autoFocus={autoFocus}
    {...(onEnter && { onSubmit: onEnter })}
    onKeyDown={(event) => {
      if (event.key !== 'ArrowDown' || !onDown) return event.continuePropagation()
      event.preventDefault()
      onDown()
    }}
    className={cx(
      'group flex h-[31px] min-w-0 items-center rounded-md border border-line bg-surface text-ink-faint focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/20',
      className,
    )}
  >
    <Icon of={Search} size={15} className="ms-2" />
    <Input
      {...(ref ? { ref } : {})}
      placeholder={placeholder ?? label}
      dir={value ? 'auto' : undefined}
      className="h-full min-w-0 flex-1 bg-transparent px-2 text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
    />
    <AriaButton className="me-1 grid size-5 place-items-center rounded-sm data-hovered:text-ink group-data-empty:invisible">
      <Icon of={X} size={13} />
    </AriaButton>
  </AriaSearchField>
)
