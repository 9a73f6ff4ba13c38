import { KeyRound, Lock, LockKeyhole, LockOpen, RotateCcwKey } from 'lucide-react'
import { useState } from 'react'

import type { LockState } from '../../../../shared/desktop-api.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Kbd, Select } from '../../../ui/index.ts'
import { useImportWork } from '../../../view-state/index.ts'
import { Section } from '../section.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { DisableDialog } from './disable-dialog.tsx'
import { EnableDialog } from './enable-dialog.tsx'
import { RecoveryDialog } from './recovery-dialog.tsx'
import { useLockState } from './use-lock-state.ts'
import { WhatIsSealed } from './what-is-sealed.tsx'

type Work = 'enable' | 'change' | 'recovery' | 'disable'

const Dialogs = ({ work, onClose }: { work: Work | undefined; onClose: () => void }) => {
  switch (work) {
    case undefined:
      return null
    case 'enable':
      return <EnableDialog onClose={onClose} />
    case 'change':
      return <ChangeDialog onClose={onClose} />
    case 'recovery':
      return <RecoveryDialog onClose={onClose} />
    case 'disable':
      return <DisableDialog onClose={onClose} />
  }
}

/** What is offered in minutes; 0 is never. */
const MINUTES = [1, 2, 5, 10, 15, 30, 60, 0]

const AutoLock = ({ minutes, onChanged }: { minutes: number; onChanged: () => void }) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const tellError = useTellError()
  const offered = MINUTES.includes(minutes) ? MINUTES : [minutes, ...MINUTES]
  return (
    <Select
      label={t('lock.after')}
      description={t('lock.afterHelp')}
      className="max-w-80"
      value={String(minutes)}
      onChange={(next) => {
        desktop.call('lock.minutes', { minutes: Number(next) }).then(onChanged, tellError)
      }}
      options={offered.map((count) => ({
        id: String(count),
        label: count === 0 ? t('lock.never') : t('lock.minutes', { count }),
      }))}
    />
  )
}

const Locked = ({
  state,
  onWork,
  onChanged,
}: {
  state: LockState
  onWork: (work: Work) => void
  onChanged: () => void
}) => {
  const { t } = useI18n()
  const desktop = useDesktop()
  const tellError = useTellError()
  return (
    <>
      <Section title={t('lock.on')} help={t('lock.onHelp')}>
        <AutoLock minutes={state.minutes} onChanged={onChanged} />
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" icon={Lock} onPress={() => void desktop.call('lock.close', {}).catch(tellError)}>
            {t('lock.now')}
          </Button>
          <Kbd keys="Mod+L" />
        </div>
      </Section>
      <Section title={t('lock.keys')} help={t('lock.nobodyCanHelp')}>
        <div className="flex flex-wrap gap-2">
          <Button icon={KeyRound} onPress={() => onWork('change')}>
            {t('lock.changeEllipsis')}
          </Button>
          <Button icon={RotateCcwKey} onPress={() => onWork('recovery')}>
            {t('lock.newRecoveryKeyEllipsis')}
          </Button>
          <Button icon={LockOpen} onPress={() => onWork('disable')}>
            {t('lock.takeOffEllipsis')}
          </Button>
        </div>
      </Section>
    </>
  )
}

const Unlocked = ({ onWork }: { onWork: (work: Work) => void }) => {
  const { t } = useI18n()
  const isImporting = useImportWork(({ status }) => status?.state === 'running' || status?.state === 'paused')
  return (
    <Section title={t('lock.off')} help={t('lock.offHelp')}>
      <div>
        <Button variant="primary" icon={LockKeyhole} isDisabled={isImporting} onPress={() => onWork('enable')}>
          {t('lock.setEllipsis')}
        </Button>
      </div>
      {isImporting && <p className="text-ink-muted">{t('lock.whileImporting')}</p>}
    </Section>
  )
}

/** The passphrase of the book: whether there is one, when it is asked for, and what it keeps safe. */
export const SecuritySettings = () => {
  const { t } = useI18n()
  const { state, ask } = useLockState()
  const [work, setWork] = useState<Work>()
  const close = () => {
    setWork(undefined)
    ask()
  }
  if (state === undefined) return null
  return (
    <>
      {state.enabled ? <Locked state={state} onWork={setWork} onChanged={ask} /> : <Unlocked onWork={setWork} />}
      <Section title={t('lock.what')}>
        <WhatIsSealed />
      </Section>
      <Dialogs work={work} onClose={close} />
    </>
  )
}
