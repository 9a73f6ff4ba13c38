import { KeyRound, Lock, LockOpen } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'

import { AppError } from '../../../shared/app-error.ts'
import type { Desktop } from '../../../shared/desktop-api.ts'
import { errorText, type I18n, useI18n } from '../../i18n/index.ts'
import { Button, cx, Icon, PassphraseField, TextField } from '../../ui/index.ts'
import { useUnlock } from './use-unlock.ts'

type Kind = 'passphrase' | 'recoveryKey'

/** What is wrong with what was typed, or with the keys. */
const problem = (i18n: I18n, kind: Kind, error: unknown): string | undefined => {
  if (error === undefined) return undefined
  const code = error instanceof AppError ? error.code : 'internal'
  if (code === 'wrongPassphrase') return i18n.t(kind === 'passphrase' ? 'lock.wrong' : 'lock.wrongKey')
  if (code === 'invalidInput') return i18n.t('lock.mistyped')
  return errorText(i18n, error)
}

const Forgotten = () => {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col items-start gap-2 border-line border-t pt-3 text-sm">
      <Button variant="quiet" small aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} className="-ms-2">
        {t('lock.forgotten')}
      </Button>
      {isOpen && (
        <div className="flex flex-col gap-2 text-ink-muted">
          <p>{t('lock.forgottenNobody')}</p>
          <p>{t('lock.forgottenBackup')}</p>
        </div>
      )}
    </div>
  )
}

/** Stands in the window, and nothing else does, while the book is locked. */
export const LockScreen = ({ desktop, onOpened }: { desktop: Desktop; onOpened: () => void }) => {
  const i18n = useI18n()
  const { t } = i18n
  const [kind, setKind] = useState<Kind>('passphrase')
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const { unlock, error, isPending, wait, forget } = useUnlock(desktop, onOpened)
  useEffect(() => {
    document.title = `${t('lock.title')} · Fairbook`
  }, [t])
  const message = wait > 0 ? t('lock.wait', { seconds: wait }) : problem(i18n, kind, error)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isPending || wait > 0 || text.trim() === '') return
    await unlock(kind === 'passphrase' ? { passphrase: text } : { recoveryKey: text })
    input.current?.select()
  }
  const change = (next: Kind) => {
    forget()
    setText('')
    setKind(next)
  }
  const field = { errorMessage: message, value: text, onChange: setText, autoFocus: true, ref: input }
  return (
    <main className="grid h-full place-items-center overflow-auto bg-canvas p-4">
      <form
        noValidate
        onSubmit={(event) => void submit(event)}
        className={cx(
          'flex w-full flex-col gap-4 rounded-xl border border-line bg-surface p-6',
          // So wide that the whole key can be compared with the sheet.
          kind === 'passphrase' ? 'max-w-[380px]' : 'max-w-[470px]',
        )}
      >
        <header className="flex flex-col items-center gap-1 text-center">
          <span className="mb-2 grid size-11 place-items-center rounded-full bg-accent-soft text-accent">
            <Icon of={Lock} size={20} />
          </span>
          <h1 className="font-[640] text-xl tracking-tight">{t('lock.title')}</h1>
          <p className="text-ink-muted">{t('lock.help')}</p>
        </header>
        {kind === 'passphrase' ? (
          <PassphraseField key={kind} label={t('lock.passphrase')} {...field} />
        ) : (
          <TextField
            key={kind}
            label={t('lock.recoveryKey')}
            description={t('lock.recoveryKeyHelp')}
            autoComplete="off"
            spellCheck="false"
            isRequired
            {...field}
          />
        )}
        <Button type="submit" variant="primary" icon={LockOpen} isPending={isPending} isDisabled={wait > 0}>
          {isPending ? t('lock.opening') : t('lock.open')}
        </Button>
        <Button
          variant="quiet"
          icon={KeyRound}
          onPress={() => change(kind === 'passphrase' ? 'recoveryKey' : 'passphrase')}
        >
          {t(kind === 'passphrase' ? 'lock.useRecoveryKey' : 'lock.usePassphrase')}
        </Button>
        <Forgotten />
      </form>
    </main>
  )
}
