import { errorText, useI18n } from '../i18n/index.ts'
import { ErrorState, Spinner } from '../ui/index.ts'
import type { BootState } from './use-boot.ts'

/** What stands in the window until the book is open, and when it does not open. */
export const BootScreen = ({
  boot,
  onRetry,
}: {
  boot: Exclude<BootState, { state: 'ready' }>
  onRetry: () => void
}) => {
  const i18n = useI18n()
  const { t } = i18n
  return (
    <main className="grid h-full place-items-center bg-canvas">
      {boot.state === 'failed' ? (
        <ErrorState title={t('app.notOpened')} message={errorText(i18n, boot.error)} onRetry={onRetry} />
      ) : (
        <Spinner label={boot.step === 'opening' ? t('app.opening') : t(`app.${boot.step}`, { count: boot.records })} />
      )}
    </main>
  )
}
