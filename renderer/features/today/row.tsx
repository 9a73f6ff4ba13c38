import type { ReactNode } from 'react'

import { isolate } from '../../i18n/index.ts'
import { Skeleton } from '../../ui/index.ts'

/** One line of a card: what it is, a fainter line about it, and what can be done at its end. */
export const Row = ({
  lead,
  title,
  detail,
  children,
}: {
  lead?: ReactNode
  title: ReactNode
  detail?: ReactNode
  children?: ReactNode
}) => (
  <li className="flex items-center gap-2.5 border-line border-t py-[7px] first:border-t-0">
    {lead}
    <div className="min-w-0 flex-1">
      <p className="truncate">{title}</p>
      {detail !== undefined && <p className="truncate text-ink-faint">{detail}</p>}
    </div>
    <div className="flex flex-none items-center gap-1.5">{children}</div>
  </li>
)

/** The shape of rows that are on their way. */
export const RowSkeletons = ({ count = 3 }: { count?: number }) => (
  <div aria-hidden>
    {Array.from({ length: count }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
      <div key={at} className="flex flex-col gap-2 border-line border-t py-2.5 first:border-t-0">
        <Skeleton className="h-3 w-1/3" />
        <Skeleton className="h-3 w-1/2" />
      </div>
    ))}
  </div>
)

/** Shows the rest of a list that was cut short. */
export const MoreRows = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <button
    type="button"
    onClick={onPress}
    className="w-full cursor-default border-line border-t pt-[7px] text-start text-ink-muted hover:text-accent hover:underline"
  >
    {label}
  </button>
)

/** Parts of a line with points between them; empty ones are left out. */
export const dotted = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part): part is string => part !== undefined && part !== '')
    .map(isolate)
    .join(' · ')

/** A text of a row that opens something of the window. */
export const RowButton = ({ onPress, children }: { onPress: () => void; children: ReactNode }) => (
  <button
    type="button"
    onClick={onPress}
    className="max-w-full cursor-default truncate rounded-sm text-start font-[520] hover:text-accent hover:underline"
  >
    {children}
  </button>
)
