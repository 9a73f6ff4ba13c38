import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Compass } from 'lucide-react'

import { errorText, useI18n } from '../i18n/index.ts'
import { EmptyState, ErrorState, Spinner } from '../ui/index.ts'

/** A page that failed. The rest of the window goes on. */
export const PageError = ({ error, reset }: ErrorComponentProps) => {
  const i18n = useI18n()
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <ErrorState message={errorText(i18n, error)} onRetry={retry} />
}

export const PagePending = () => (
  <div className="grid h-full place-items-center">
    <Spinner />
  </div>
)

export const NoPage = () => {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={Compass}
      title={t('app.noPage')}
      action={
        <Link to="/" className="text-accent underline underline-offset-3">
          {t('app.goToday')}
        </Link>
      }
    />
  )
}
