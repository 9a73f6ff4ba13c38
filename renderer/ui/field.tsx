import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'

import { cx } from './cx.ts'

/** What every form input shows around itself. */
export type FieldFrame = {
  label: string
  /** Only for screen readers: where the place itself says what it is. */
  hideLabel?: boolean
  description?: string | undefined
  /** What is wrong, in the user's language. Its presence makes the input invalid. */
  errorMessage?: string | undefined
}

/** The box of a form input, for the classes of its own part. */
export const inputClass =
  'h-[31px] w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink outline-none transition-colors duration-100 data-hovered:border-ink-faint/60 data-focused:border-accent data-focused:ring-2 data-focused:ring-accent/20 data-disabled:opacity-60 data-invalid:border-red'

/** The same for a group that holds an input and buttons. */
export const groupClass =
  'flex h-[31px] w-full min-w-0 items-center rounded-md border border-line-strong bg-surface text-ink transition-colors duration-100 data-hovered:border-ink-faint/60 data-focus-within:border-accent data-focus-within:ring-2 data-focus-within:ring-accent/20 data-disabled:opacity-60 data-invalid:border-red'

export const fieldClass = 'group flex min-w-0 flex-col gap-1'

const FieldLabel = ({ children, hidden = false }: { children: string; hidden?: boolean }) => (
  <Label
    className={cx(
      'cursor-default font-[520] text-sm text-ink-muted group-data-required:after:text-red group-data-required:after:content-["_*"]',
      hidden && 'sr-only',
    )}
  >
    {children}
  </Label>
)

/** Description and error under an input. */
const FieldHelp = ({ description, errorMessage }: Pick<FieldFrame, 'description' | 'errorMessage'>) => (
  <>
    {description !== undefined && errorMessage === undefined && (
      <Text slot="description" className="text-xs text-ink-faint">
        {description}
      </Text>
    )}
    <FieldError className="text-xs text-red">{errorMessage}</FieldError>
  </>
)

/** Label, input, description and error in their order, inside any react-aria field. */
export const FieldParts = ({
  label,
  hideLabel,
  description,
  errorMessage,
  children,
}: FieldFrame & { children: ReactNode }) => (
  <>
    <FieldLabel hidden={hideLabel ?? false}>{label}</FieldLabel>
    {children}
    <FieldHelp description={description} errorMessage={errorMessage} />
  </>
)
