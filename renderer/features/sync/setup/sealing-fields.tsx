import { Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'

import { NewPassphrase, type NewPassphraseValue } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, ConfirmDialog, Icon } from '../../../ui/index.ts'

export type Sealing = { isSealed: boolean; passphrase: NewPassphraseValue }

/** Sealed unless someone deliberately says otherwise, having read what that means. */
export const SealingFields = ({ value, onChange }: { value: Sealing; onChange: (value: Sealing) => void }) => {
  const { t } = useI18n()
  const [isAsking, setAsking] = useState(false)
  const { isSealed } = value
  return (
    <div className="flex flex-col gap-3.5">
      <div className="flex items-start gap-2.5">
        <span className="mt-px text-ink-muted">
          <Icon of={isSealed ? Lock : LockOpen} />
        </span>
        <p className="min-w-0 flex-1">{t(isSealed ? 'sync.sealing.on' : 'sync.sealing.off')}</p>
      </div>
      {isSealed && (
        <NewPassphrase
          autoFocus
          value={value.passphrase}
          onChange={(passphrase) => onChange({ ...value, passphrase })}
        />
      )}
      <div>
        {isSealed ? (
          <Button small variant="quiet" onPress={() => setAsking(true)}>
            {t('sync.sealing.turnOff')}
          </Button>
        ) : (
          <Button small icon={Lock} onPress={() => onChange({ ...value, isSealed: true })}>
            {t('sync.sealing.turnOn')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        danger
        title={t('sync.sealing.offTitle')}
        confirmLabel={t('sync.sealing.offYes')}
        cancelLabel={t('sync.sealing.offNo')}
        onConfirm={() => {
          setAsking(false)
          onChange({ ...value, isSealed: false })
        }}
        onClose={() => setAsking(false)}
      >
        {t('sync.sealing.offText')}
      </ConfirmDialog>
    </div>
  )
}
