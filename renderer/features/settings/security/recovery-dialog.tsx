import { type FormEvent, useState } from 'react'

import { useDesktop } from '../../../desktop/index.ts'
import { RecoveryKey } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, PassphraseField } from '../../../ui/index.ts'
import { useAttempt } from './use-attempt.ts'

/** Makes another recovery key and shows it once; the old one is worth nothing from then on. */
export const RecoveryDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const [passphrase, setPassphrase] = useState('')
  const [recoveryKey, setRecoveryKey] = useState<string>()
  const [isKept, setKept] = useState(false)
  const { isPending, message, attempt } = useAttempt()
  if (recoveryKey !== undefined)
    return (
      <Dialog
        isOpen
        isDismissable={false}
        onClose={() => {
          if (isKept) onClose()
        }}
        title={t('lock.newRecoveryKey')}
        footer={
          <Button variant="primary" isDisabled={!isKept} onPress={onClose}>
            {t('ui.close')}
          </Button>
        }
      >
        <RecoveryKey recoveryKey={recoveryKey} isKept={isKept} onKept={setKept} />
      </Dialog>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '' || isPending) return
    attempt(async () => setRecoveryKey((await desktop.call('lock.newRecoveryKey', { passphrase })).recoveryKey))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="sm"
      title={t('lock.newRecoveryKey')}
      description={t('lock.newRecoveryKeyHelp')}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={isPending} isDisabled={passphrase === ''}>
            {t('lock.makeRecoveryKey')}
          </Button>
        </>
      }
    >
      <PassphraseField
        label={t('lock.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        errorMessage={message}
        autoFocus
      />
    </Dialog>
  )
}
