import { type FormEvent, useState } from 'react'

import { useDesktop } from '../../../desktop/index.ts'
import { KeyInput, keySourceOf, noKey } from '../../../fields/index.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'

/** Asks for what opens a backup that was sealed with another key than the book's. */
export const SealedBackup = ({ name, onOpened }: { name: string; onOpened: () => void }) => {
  const i18n = useI18n()
  const desktop = useDesktop()
  const [value, setValue] = useState(noKey)
  const [error, setError] = useState<unknown>()
  const [isPending, setPending] = useState(false)
  const key = keySourceOf(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key === undefined || isPending) return
    setPending(true)
    setError(undefined)
    // Given once, it is remembered until the next start.
    desktop
      .call('backups.read', { name, after: null, limit: 1, key })
      .then(onOpened, setError)
      .finally(() => setPending(false))
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-ink-muted">{i18n.t('error.backupSealed')}</p>
      <KeyInput
        value={value}
        onChange={setValue}
        error={error === undefined ? undefined : errorText(i18n, error)}
        autoFocus
      />
      <div>
        <Button variant="primary" type="submit" isPending={isPending} isDisabled={key === undefined}>
          {i18n.t('lock.openBackup')}
        </Button>
      </div>
    </form>
  )
}
