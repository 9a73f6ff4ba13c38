import { KeyRound, RotateCcwKey } from 'lucide-react'
import { useState } from 'react'

import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { PassphraseDialog } from '../keys/passphrase-dialog.tsx'
import { RecoveryDialog } from '../keys/recovery-dialog.tsx'
import { Section } from '../section.tsx'

/** How the way to the key of the book is changed. */
export const Keys = () => {
  const { t } = useI18n()
  const [open, setOpen] = useState<'passphrase' | 'recovery'>()
  const close = () => setOpen(undefined)
  return (
    <Section title={t('sync.keys')} help={t('sync.keys.help')}>
      <div className="flex flex-wrap gap-2">
        <Button icon={KeyRound} onPress={() => setOpen('passphrase')}>
          {t('sync.keys.changePassphrase')}
        </Button>
        <Button icon={RotateCcwKey} onPress={() => setOpen('recovery')}>
          {t('sync.keys.newRecoveryKey')}
        </Button>
      </div>
      {open === 'passphrase' && <PassphraseDialog onClose={close} />}
      {open === 'recovery' && <RecoveryDialog onClose={close} />}
    </Section>
  )
}
