import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip } from 'react-aria-components/Tooltip'

import { Kbd } from './kbd.tsx'

/** The words over an icon. Inside a react-aria `TooltipTrigger`. */
export const Tooltip = ({ children, keys }: { children: ReactNode; keys?: string | undefined }) => (
  <AriaTooltip
    offset={6}
    className="flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-surface shadow-raise data-entering:animate-fade"
  >
    {children}
    {keys !== undefined && <Kbd keys={keys} inverse />}
  </AriaTooltip>
)
