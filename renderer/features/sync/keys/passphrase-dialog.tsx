import { useState } from 'react'

import { useDesktop } from '../../../desktop/index.ts'
import { isPassphraseReady, KeyInput, keySourceOf, NewPassphrase, noKey, noPassphrase } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, toast } from '../../../ui/index.ts'
import { Diagnosis } from '../place/diagnosis.tsx'
import { isAboutKey, keyErrorText } from '../place/key-errors.ts'

/** Gives the book another passphrase; what is sealed stays as it is. */
export const PassphraseDialog = ({ onClose }: { onClose: () => void }) => {
  const i18n = useI18n()
  const { t } = i18n
  const desktop = useDesktop()
  const [key, setKey] = useState(noKey)
  const [next, setNext] = useState(noPassphrase)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const source = keySourceOf(key)
  const isReady = source !== undefined && isPassphraseReady(next)
  const change = async (): Promise<void> => {
    if (!source || !isReady || working) return
    setWorking(true)
    setFailure(undefined)
    try {
      await desktop.call('sync.changePassphrase', { key: source, next: next.first })
      toast({ message: t('sync.keys.changed') })
      onClose()
    } catch (error) {
      setFailure(error)
      setWorking(false)
    }
  }
  const keyError = isAboutKey(failure) ? keyErrorText(i18n, failure) : undefined
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('lock.change')}
      description={t('sync.keys.changeHelp')}
      isDismissable={false}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
      footer={
        <Button variant="primary" type="submit" isDisabled={!isReady} isPending={working}>
          {t('sync.keys.change')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <KeyInput autoFocus value={key} onChange={setKey} error={keyError} />
        <NewPassphrase value={next} onChange={setNext} />
        {failure !== undefined && keyError === undefined && <Diagnosis error={failure} />}
      </div>
    </Dialog>
  )
}
