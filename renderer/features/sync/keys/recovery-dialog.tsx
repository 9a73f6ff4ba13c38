import { useState } from 'react'

import { useDesktop } from '../../../desktop/index.ts'
import { RecoveryKey } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, PassphraseField } from '../../../ui/index.ts'
import { Diagnosis } from '../place/diagnosis.tsx'
import { isAboutKey, keyErrorText } from '../place/key-errors.ts'

/** Makes a new recovery key and shows it once. The one before is worth nothing from then on. */
export const RecoveryDialog = ({ onClose }: { onClose: () => void }) => {
  const i18n = useI18n()
  const { t } = i18n
  const desktop = useDesktop()
  const [passphrase, setPassphrase] = useState('')
  const [recoveryKey, setRecoveryKey] = useState<string>()
  const [isKept, setKept] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const make = async (): Promise<void> => {
    if (passphrase === '' || working) return
    setWorking(true)
    setFailure(undefined)
    try {
      setRecoveryKey((await desktop.call('sync.newRecoveryKey', { passphrase })).recoveryKey)
    } catch (error) {
      setFailure(error)
    } finally {
      setWorking(false)
    }
  }
  const keyError = isAboutKey(failure) ? keyErrorText(i18n, failure) : undefined
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('lock.newRecoveryKey')}
      description={recoveryKey === undefined ? t('sync.keys.newRecoveryHelp') : undefined}
      isDismissable={false}
      // The key before is worth nothing by then, and this one is shown only once.
      onClose={() => {
        if (recoveryKey === undefined ? !working : isKept) onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (recoveryKey === undefined) void make()
      }}
      footer={
        recoveryKey === undefined ? (
          <Button variant="primary" type="submit" isDisabled={passphrase === ''} isPending={working}>
            {t('sync.keys.make')}
          </Button>
        ) : (
          <Button variant="primary" isDisabled={!isKept} onPress={onClose}>
            {t('sync.done')}
          </Button>
        )
      }
    >
      {recoveryKey === undefined ? (
        <div className="flex flex-col gap-3">
          <PassphraseField
            autoFocus
            label={t('secrets.passphrase')}
            errorMessage={keyError}
            value={passphrase}
            onChange={setPassphrase}
          />
          {failure !== undefined && keyError === undefined && <Diagnosis error={failure} />}
        </div>
      ) : (
        <RecoveryKey recoveryKey={recoveryKey} isKept={isKept} onKept={setKept} />
      )}
    </Dialog>
  )
}
