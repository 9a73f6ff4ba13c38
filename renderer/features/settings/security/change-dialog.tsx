import { type FormEvent, useState } from 'react'

import { useDesktop } from '../../../desktop/index.ts'
import { isPassphraseReady, KeyInput, keySourceOf, NewPassphrase, noKey, noPassphrase } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, toast } from '../../../ui/index.ts'
import { changePassphrase } from './lock-work.ts'
import { useAttempt } from './use-attempt.ts'

/** Another passphrase for the locked book; the old one or the recovery key opens the way. */
export const ChangeDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const [key, setKey] = useState(noKey)
  const [next, setNext] = useState(noPassphrase)
  const { isPending, message, attempt } = useAttempt()
  const source = keySourceOf(key)
  const isReady = source !== undefined && isPassphraseReady(next)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isPending) return
    attempt(async () => {
      await changePassphrase(desktop, source, next.first)
      toast({ message: t('lock.changed') })
      onClose()
    })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={false}
      title={t('lock.change')}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={isPending} isDisabled={!isReady}>
            {t('lock.changeNow')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 font-[560]">{t('lock.until')}</legend>
          <KeyInput value={key} onChange={setKey} error={message} autoFocus />
        </fieldset>
        <fieldset>
          <legend className="mb-1.5 font-[560]">{t('lock.fromNow')}</legend>
          <NewPassphrase value={next} onChange={setNext} />
        </fieldset>
        <p className="text-ink-muted">{t('lock.changeBackups')}</p>
      </div>
    </Dialog>
  )
}
