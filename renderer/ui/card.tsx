import type { ReactNode } from 'react'

import { cx } from './cx.ts'

/** A box with a heading; `aside` stands at the end of the heading's line. */
export const Card = ({
  title,
  aside,
  children,
  className,
}: {
  title?: string
  aside?: ReactNode
  children: ReactNode
  className?: string
}) => (
  <section className={cx('rounded-xl border border-line bg-surface px-[15px] py-[13px]', className)}>
    {title !== undefined && (
      <header className="mb-1.5 flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        {aside !== undefined && <div className="text-ink-faint">{aside}</div>}
      </header>
    )}
    {children}
  </section>
)
