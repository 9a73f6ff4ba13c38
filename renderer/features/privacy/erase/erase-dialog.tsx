import { useNavigate } from '@tanstack/react-router'
import { UserX } from 'lucide-react'
import { useState } from 'react'

import { displayName } from '../../../../shared/domain/index.ts'
import type { DealFate } from '../../../../shared/privacy/index.ts'
import { normalize } from '../../../../shared/search/index.ts'
import { type Backup, erasePerson, makeBackup, useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { errorText, useI18n } from '../../../i18n/index.ts'
import {
  Button,
  Checkbox,
  Dialog,
  dismissToasts,
  EmptyState,
  RadioGroup,
  Spinner,
  TextField,
  toast,
} from '../../../ui/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { useBackupList, useErasure } from './use-erasure.ts'
import { WhatGoes } from './what-goes.tsx'

/** Erases a person for good, after saying what goes and what stays. Nothing takes it back. */
export const EraseDialog = ({
  request: { customerId },
  onClose,
}: {
  request: Extract<DialogRequest, { kind: 'erasePerson' }>
  onClose: () => void
}) => {
  const i18n = useI18n()
  const { t } = i18n
  const book = useBook()
  const desktop = useDesktop()
  const navigate = useNavigate()
  const tellError = useTellError()
  const [deals, setDeals] = useState<DealFate>('keep')
  const [block, setBlock] = useState(true)
  const [deleteBackups, setDeleteBackups] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const planned = useErasure(customerId, deals)
  const backups = useBackupList()
  const name = planned ? displayName(planned.records.customer) : ''
  const ready = planned && backups && normalize(typed) === normalize(name)

  const renewBackups = async (old: readonly Backup[]) => {
    await makeBackup(desktop, book, 'manual')
    for (const backup of old) await desktop.call('backups.delete', { name: backup.name })
  }
  const erase = async () => {
    if (!backups) return
    const left = await erasePerson(book, desktop, customerId, {
      deals,
      block,
      dealTitle: t('privacy.erase.dealTitle'),
    })
    onClose()
    // Its undo would find nobody.
    dismissToasts()
    void navigate({ to: '/customers' })
    if (left !== undefined)
      toast({ tone: 'bad', message: t('privacy.erasedNotFiles', { reason: errorText(i18n, left) }), stays: true })
    else toast({ message: t('privacy.erased') })
    if (deleteBackups && left === undefined) await renewBackups(backups)
  }
  return (
    <Dialog
      isOpen
      size="lg"
      isDismissable={false}
      title={t('privacy.eraseTitle', { name })}
      description={t('privacy.eraseWarning')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || busy) return
        setBusy(true)
        erase()
          .catch(tellError)
          .finally(() => setBusy(false))
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="danger" type="submit" isDisabled={!ready} isPending={busy}>
            {t('privacy.erase.confirm')}
          </Button>
        </>
      }
    >
      {planned === undefined && <Spinner />}
      {planned === null && <EmptyState small icon={UserX} title={t('customers.gone')} />}
      {planned && (
        <div className="flex flex-col gap-4">
          <WhatGoes counts={planned.plan.counts} deals={deals} backups={backups ?? []} />
          {planned.plan.counts.deals > 0 && (
            <RadioGroup<DealFate>
              label={t('privacy.erase.deals')}
              value={deals}
              onChange={setDeals}
              options={[
                { id: 'keep', label: t('privacy.erase.dealsKeep') },
                { id: 'erase', label: t('privacy.erase.dealsErase') },
              ]}
            />
          )}
          <div className="flex flex-col gap-1.5">
            <Checkbox value={block} onChange={setBlock}>
              {t('privacy.erase.block')}
            </Checkbox>
            <p className="ms-6 text-ink-muted text-sm">{t('privacy.erase.blockHelp')}</p>
            {backups !== undefined && backups.length > 0 && (
              <Checkbox value={deleteBackups} onChange={setDeleteBackups}>
                {t('privacy.erase.deleteBackups')}
              </Checkbox>
            )}
          </div>
          <TextField label={t('privacy.erase.type', { name })} value={typed} onChange={setTyped} />
        </div>
      )}
    </Dialog>
  )
}
