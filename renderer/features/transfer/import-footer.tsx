import { useI18n } from '../../i18n/index.ts'
import { Button } from '../../ui/index.ts'
import type { ImportActions } from './use-import.ts'

/** The way on, and back, of each step. */
export const ImportFooter = ({ actions, onClose }: { actions: ImportActions; onClose: () => void }) => {
  const { t } = useI18n()
  const { state, check, run, steer, startOver, back } = actions
  switch (state.step) {
    case 'mapping':
      return (
        <>
          <Button onPress={startOver}>{t('transfer.otherFile')}</Button>
          <Button
            variant="primary"
            isDisabled={state.analysis?.columns.every(({ path }) => path === '') ?? true}
            onPress={() => void check()}
          >
            {t('transfer.check')}
          </Button>
        </>
      )
    case 'check': {
      const counts = state.report?.counts
      const useful = (counts?.created ?? 0) + (counts?.updated ?? 0)
      return (
        <>
          <Button onPress={back}>{t('transfer.back')}</Button>
          <Button variant="primary" isDisabled={useful === 0} onPress={() => void run()}>
            {t('transfer.start', { count: useful })}
          </Button>
        </>
      )
    }
    case 'checking':
      return <Button onPress={() => void steer('cancel')}>{t('transfer.cancel')}</Button>
    case 'running':
      return (
        <>
          <Button onPress={() => void steer('cancel')}>{t('transfer.cancel')}</Button>
          <Button variant="primary" onPress={() => void steer(state.paused ? 'resume' : 'pause')}>
            {state.paused ? t('transfer.resume') : t('transfer.pause')}
          </Button>
        </>
      )
    case 'result':
    case 'undone':
      return (
        <>
          {state.step === 'result' && state.result && (
            <Button onPress={() => state.result && void actions.undo(state.result.importId)}>
              {t('transfer.undo')}
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>
            {state.result?.state === 'cancelled' && state.step === 'result' ? t('transfer.keep') : t('transfer.done')}
          </Button>
        </>
      )
    case 'choose':
      return <Button onPress={onClose}>{t('transfer.cancel')}</Button>
    default:
      return null
  }
}
