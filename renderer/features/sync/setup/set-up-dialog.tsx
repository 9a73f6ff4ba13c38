import { useState } from 'react'

import { RecoveryKey } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, ConfirmDialog, Dialog } from '../../../ui/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { TakeFile } from '../files/take-file.tsx'
import { Diagnosis } from '../place/diagnosis.tsx'
import { FirstExchange } from './first-exchange.tsx'
import { PlaceStep } from './place-step.tsx'
import { SealingFields } from './sealing-fields.tsx'
import { useSetUp } from './use-set-up.ts'

/** Makes this book available at a place: where, sealed with what, and the recovery key. */
export const SetUpDialog = ({
  request: { place },
  onClose,
}: {
  request: Extract<DialogRequest, { kind: 'setUpSync' }>
  onClose: () => void
}) => {
  const { t } = useI18n()
  const flow = useSetUp(place)
  const [isKept, setKept] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const { step, working } = flow
  const mustKeep = step.at === 'ready' && step.recoveryKey !== undefined && !isKept
  const isTaken = flow.inspection.state === 'found' && flow.inspection.summary.book !== undefined
  return (
    <Dialog
      isOpen
      size="md"
      title={t('sync.setUp.title')}
      isDismissable={false}
      onClose={() => (mustKeep ? setLeaving(true) : onClose())}
      onSubmit={(event) => {
        event.preventDefault()
        flow.submit()
      }}
      footer={
        step.at === 'ready' ? (
          <Button variant="primary" autoFocus={step.recoveryKey === undefined} isDisabled={mustKeep} onPress={onClose}>
            {t('sync.done')}
          </Button>
        ) : (
          <>
            {step.at === 'sealing' && place !== 'file' && (
              <Button isDisabled={working} onPress={flow.back}>
                {t('sync.back')}
              </Button>
            )}
            {step.at === 'place' ? (
              <Button
                variant="primary"
                type="submit"
                isDisabled={isTaken}
                isPending={flow.inspection.state === 'asking'}
              >
                {t('sync.next')}
              </Button>
            ) : (
              <Button variant="primary" type="submit" isDisabled={!flow.canSeal} isPending={working}>
                {t('sync.setUp.do')}
              </Button>
            )}
          </>
        )
      }
    >
      {step.at === 'place' && (
        <PlaceStep
          draft={flow.draft}
          onChange={flow.change}
          wrong={flow.wrong}
          inspection={flow.inspection}
          onTest={flow.test}
          onJoin={flow.join}
        />
      )}
      {step.at === 'sealing' && (
        <div className="flex flex-col gap-3.5">
          <SealingFields value={flow.sealing} onChange={flow.setSealing} />
          {flow.failure !== undefined && <Diagnosis error={flow.failure} />}
        </div>
      )}
      {step.at === 'ready' && (
        <div className="flex flex-col gap-5">
          {place === 'file' ? <TakeFile /> : <FirstExchange />}
          {step.recoveryKey !== undefined && (
            <RecoveryKey recoveryKey={step.recoveryKey} isKept={isKept} onKept={setKept} />
          )}
          <p className="text-ink-muted">{t('sync.setUp.others')}</p>
        </div>
      )}
      <ConfirmDialog
        isOpen={isLeaving}
        danger
        title={t('secrets.leaveTitle')}
        confirmLabel={t('secrets.leaveYes')}
        cancelLabel={t('secrets.leaveNo')}
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      >
        {t('secrets.recoveryOnce')}
      </ConfirmDialog>
    </Dialog>
  )
}
