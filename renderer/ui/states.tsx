import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import { useI18n } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { Icon, type IconType } from './icon.tsx'

const State = ({
  icon,
  title,
  children,
  action,
  bad = false,
  small = false,
}: {
  icon: IconType
  title: string
  children?: ReactNode
  action?: ReactNode
  bad?: boolean
  small?: boolean
}) => (
  <div
    className={cx('flex flex-col items-center justify-center text-center', small ? 'px-4 py-6' : 'h-full px-6 py-12')}
  >
    <span
      className={cx(
        'mb-3 grid place-items-center rounded-full',
        small ? 'size-8' : 'size-11',
        bad ? 'bg-red-soft text-red' : 'bg-sunk text-ink-muted',
      )}
    >
      <Icon of={icon} size={small ? 16 : 20} />
    </span>
    <p className="font-[560]">{title}</p>
    {children !== undefined && <div className="mt-1 max-w-[46ch] text-ink-muted">{children}</div>}
    {action !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
  </div>
)

/** Nothing here yet, and the one clear next step. */
export const EmptyState = (props: {
  icon: IconType
  title: string
  children?: ReactNode
  action?: ReactNode
  small?: boolean
}) => <State {...props} />

/** What went wrong, in the user's language, and what to do. */
export const ErrorState = ({
  title,
  message,
  onRetry,
  action,
  small = false,
}: {
  title?: string
  message: string
  onRetry?: () => void
  action?: ReactNode
  small?: boolean
}) => {
  const { t } = useI18n()
  return (
    <div role="alert" className={small ? '' : 'h-full'}>
      <State
        icon={TriangleAlert}
        bad
        small={small}
        title={title ?? t('ui.wentWrong')}
        action={action ?? (onRetry && <Button onPress={onRetry}>{t('ui.retry')}</Button>)}
      >
        {message}
      </State>
    </div>
  )
}
