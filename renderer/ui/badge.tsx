import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import { type Tone, toneClass } from './tone.ts'

/** A state in a word or two. */
export const Badge = ({
  children,
  tone = 'neutral',
  className,
}: {
  children: ReactNode
  tone?: Tone
  className?: string
}) => (
  <span
    className={cx(
      'inline-flex max-w-full items-center gap-1 truncate rounded-full px-[7px] py-px font-[520] text-xs whitespace-nowrap',
      toneClass[tone],
      className,
    )}
  >
    {children}
  </span>
)
