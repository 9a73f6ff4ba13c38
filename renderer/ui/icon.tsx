import type { LucideIcon } from 'lucide-react'

export type IconType = LucideIcon

/** A line icon that means nothing to a screen reader: the words beside it do. `flip` turns arrows in right-to-left. */
export const Icon = ({
  of: Of,
  size = 16,
  flip = false,
  className = '',
}: {
  of: IconType
  size?: number
  flip?: boolean
  className?: string
}) => (
  <Of
    aria-hidden
    size={size}
    strokeWidth={1.75}
    className={`flex-none ${flip ? 'rtl:-scale-x-100' : ''} ${className}`}
  />
)
