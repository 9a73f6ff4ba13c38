import { cx } from './cx.ts'

/** Initials in a circle, or in a square for a company. The name stands beside it, so it is silent. */
export const Avatar = ({
  text,
  square = false,
  size = 'sm',
}: {
  text: string
  square?: boolean
  size?: 'sm' | 'lg'
}) => (
  <span
    aria-hidden
    className={cx(
      'inline-grid flex-none select-none place-items-center overflow-hidden bg-grey-soft font-semibold text-ink-muted',
      size === 'sm' ? 'size-[22px] text-[9.5px]' : 'size-10 text-[14px]',
      square ? (size === 'sm' ? 'rounded-md' : 'rounded-lg') : 'rounded-full',
    )}
  >
    {text}
  </span>
)
