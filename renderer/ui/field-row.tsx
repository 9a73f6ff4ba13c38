import type { ReactNode } from 'react'

import { cx } from './cx.ts'

/** Names and values in two columns. */
export const FieldList = ({ children, className }: { children: ReactNode; className?: string }) => (
  <dl className={cx('grid grid-cols-[104px_minmax(0,1fr)] gap-x-2 gap-y-[5px]', className)}>{children}</dl>
)

/** One name and its value, inside a `FieldList`. */
export const FieldRow = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-faint">{label}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </>
)
