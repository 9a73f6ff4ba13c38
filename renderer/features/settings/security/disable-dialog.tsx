import { type FormEvent, useState } from 'react'

import { useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, PassphraseField } from '../../../ui/index.ts'
import { disableLock } from './lock-work.ts'
import { useAttempt } from './use-attempt.ts'

/** Takes the lock off: from then on, who has the computer has the book. */
export const DisableDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const book = useBook()
  const [passphrase, setPassphrase] = useState('')
  const { isPending, message, attempt } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '' && !isPending) attempt(() => disableLock(desktop, book, passphrase))
  }
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onClose={() => {
        if (!isPending) onClose()
      }}
      size="sm"
      title={t('lock.takeOff')}
      description={t('lock.takeOffHelp')}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('ui.cancel')}
          </Button>
          <Button variant="danger" type="submit" isPending={isPending} isDisabled={passphrase === ''}>
            {t('lock.takeOffNow')}
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
