import { LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'

import { useI18n } from '../i18n/index.ts'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

/** How far a piece of work is: `value` of `max`; without a value it only says that it goes on. */
export const ProgressBar = ({
  label,
  value,
  max = 100,
  className,
}: {
  label: string
  value?: number
  max?: number
  className?: string
}) => (
  <AriaProgressBar
    maxValue={max}
    {...(value === undefined ? { isIndeterminate: true } : { value })}
    aria-label={label}
    className={cx('flex flex-col gap-1', className)}
  >
    {({ percentage, valueText }) => (
      <>
        <div className="flex justify-between gap-3 text-ink-muted text-sm">
          <span>{label}</span>
          {valueText !== undefined && <span>{valueText}</span>}
        </div>
        <div className="h-1.5 overflow-hidden rounded-full bg-sunk">
          <div
            className={cx('h-full rounded-full bg-accent', percentage === undefined && 'w-1/3 animate-pulse')}
            style={percentage === undefined ? undefined : { width: `${percentage}%` }}
          />
        </div>
      </>
    )}
  </AriaProgressBar>
)

const useLate = (milliseconds: number): boolean => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), milliseconds)
    return () => clearTimeout(timer)
  }, [milliseconds])
  return late
}

/** Shown only after 300 ms: what is quick does not flicker. */
export const Spinner = ({ label, className }: { label?: string; className?: string }) => {
  const { t } = useI18n()
  const late = useLate(300)
  if (!late) return null
  return (
    <span role="status" className={cx('inline-flex items-center gap-2 text-ink-faint', className)}>
      <Icon of={LoaderCircle} className="animate-spin" />
      <span className={label === undefined ? 'sr-only' : ''}>{label ?? t('ui.loading')}</span>
    </span>
  )
}

/** The grey shape of a text that is coming. */
export const Skeleton = ({ className = 'h-3 w-24' }: { className?: string }) => (
  <span aria-hidden className={cx('inline-block animate-pulse rounded-sm bg-sunk', className)} />
)
