import { KeyRound } from 'lucide-react'
import { type FormEvent, useState } from 'react'

import type { SyncState } from '../../../../shared/desktop-api.ts'
import type { SyncPlace } from '../../../../shared/sync/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { KeyInput, keySourceOf, noKey } from '../../../fields/index.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import { useSync } from '../../../replication/index.ts'
import { Button, focusPageIfLost, Icon, TextField } from '../../../ui/index.ts'
import { keyErrorText } from '../place/key-errors.ts'
import { useSyncState } from '../sync-state.ts'

/** Asks for what this computer does not keep: the key of the book, or the password of the server. */
export const Unlock = ({ state: { needs }, place }: { state: SyncState; place: SyncPlace }) => {
  const i18n = useI18n()
  const { t } = i18n
  const desktop = useDesktop()
  const sync = useSync()
  const { refresh } = useSyncState()
  const [key, setKey] = useState(noKey)
  const [password, setPassword] = useState('')
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const source = keySourceOf(key)
  const asksKey = needs === 'key'
  const user = place.kind === 'couchdb' ? place.user : undefined
  const unlock = async (): Promise<void> => {
    setWorking(true)
    setFailure(undefined)
    try {
      await desktop.call('sync.unlock', { ...(asksKey && source && { key: source }), ...(password && { password }) })
      await refresh()
      await sync.reload()
      requestAnimationFrame(focusPageIfLost)
    } catch (error) {
      setFailure(error)
    } finally {
      setWorking(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!working) void unlock()
  }
  return (
    <form noValidate onSubmit={submit} className="flex max-w-[430px] flex-col gap-3">
      <p className="flex items-start gap-2">
        <Icon of={KeyRound} className="mt-px" />
        <span>{t(asksKey ? 'sync.unlock.key' : 'sync.unlock.password')}</span>
      </p>
      {asksKey && (
        <KeyInput
          value={key}
          onChange={setKey}
          error={failure === undefined ? undefined : keyErrorText(i18n, failure)}
        />
      )}
      {user !== undefined && (
        <TextField
          type="password"
          autoComplete="off"
          label={t('sync.server.passwordOf', { user })}
          errorMessage={failure === undefined || asksKey ? undefined : errorText(i18n, failure)}
          value={password}
          onChange={setPassword}
        />
      )}
      <div>
        <Button
          variant="primary"
          type="submit"
          isPending={working}
          isDisabled={asksKey ? source === undefined : password === ''}
        >
          {t('sync.unlock.do')}
        </Button>
      </div>
    </form>
  )
}
