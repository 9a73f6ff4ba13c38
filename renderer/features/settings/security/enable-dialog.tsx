import { type FormEvent, useState } from 'react'

import { useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { isPassphraseReady, NewPassphrase, noPassphrase, RecoveryKey } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, ErrorState, Spinner } from '../../../ui/index.ts'
import { enableLock, startAnew } from './lock-work.ts'
import { useAttempt } from './use-attempt.ts'

type Done = { recoveryKey: string; unfinished: boolean }

/** The recovery key, then the new start: from the moment the files are sealed there is no way back but on. */
const KeyDialog = ({ recoveryKey, unfinished }: Done) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const book = useBook()
  const [isKept, setKept] = useState(false)
  const [isHurried, setHurried] = useState(false)
  const { isPending, message, attempt } = useAttempt()
  const restart = () => attempt(() => startAnew(desktop, book))
  return (
    <Dialog
      isOpen
      isDismissable={false}
      // Only a new start deletes what the window kept in the open.
      onClose={() => (isKept ? restart() : setHurried(true))}
      title={t('lock.isSet')}
      footer={
        <Button variant="primary" isDisabled={!isKept} isPending={isPending} onPress={restart}>
          {t('lock.restart')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <RecoveryKey recoveryKey={recoveryKey} isKept={isKept} onKept={setKept} />
        <p className="text-ink-muted">{t('lock.restartWhy')}</p>
        {unfinished && <p className="text-ink-muted">{t('lock.unfinished')}</p>}
        <p role="status" className="text-red empty:hidden">
          {isHurried && !isKept && t('lock.notYet')}
        </p>
        {message !== undefined && <ErrorState small message={message} />}
      </div>
    </Dialog>
  )
}

/** Sets a passphrase: typed twice, then everything is sealed, then the recovery key is put away. */
export const EnableDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const book = useBook()
  const [value, setValue] = useState(noPassphrase)
  const [done, setDone] = useState<Done>()
  const { isPending, message, attempt } = useAttempt()
  if (done) return <KeyDialog {...done} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPassphraseReady(value) && !isPending)
      attempt(async () => setDone(await enableLock(desktop, book, value.first)))
  }
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onClose={() => {
        if (!isPending) onClose()
      }}
      title={t('lock.set')}
      description={t('lock.setHelp')}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" type="submit" isPending={isPending} isDisabled={!isPassphraseReady(value)}>
            {t('lock.seal')}
          </Button>
        </>
      }
    >
      {isPending ? (
        <div className="grid min-h-40 place-items-center">
          <Spinner label={t('lock.sealing')} />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <NewPassphrase value={value} onChange={setValue} autoFocus />
          <p className="text-ink-muted">{t('lock.nobodyCanHelp')}</p>
          {message !== undefined && <ErrorState small message={message} />}
        </div>
      )}
    </Dialog>
  )
}
