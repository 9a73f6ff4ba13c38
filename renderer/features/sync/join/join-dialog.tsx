import { useSettings } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { FirstExchange } from '../setup/first-exchange.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { useJoin } from './join-flow.ts'
import { useCustomersHere } from './use-here.ts'
import { WhereStep } from './where-step.tsx'

/** Joins the book of colleagues: where it is, what opens it, and what becomes of the records that are here. */
export const JoinDialog = ({
  request,
  onClose,
}: {
  request: Extract<DialogRequest, { kind: 'joinBook' }>
  onClose: () => void
}) => {
  const { t } = useI18n()
  const customers = useCustomersHere() ?? 0
  // A book that was set up has lists and perhaps deals even where it has no customer.
  const hasRecords = useSettings() !== null
  const flow = useJoin(request, hasRecords)
  const { step, working } = flow
  const isAsking = flow.inspection.state === 'asking'
  return (
    <Dialog
      isOpen
      size="md"
      title={t('sync.join.title')}
      isDismissable={false}
      onClose={() => {
        if (!working) onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        flow.submit()
      }}
      footer={
        step.at === 'joined' ? (
          <Button variant="primary" onPress={onClose}>
            {t('sync.done')}
          </Button>
        ) : (
          <>
            {step.at === 'confirm' && (
              <Button isDisabled={working} onPress={flow.back}>
                {t('sync.back')}
              </Button>
            )}
            <Button
              variant="primary"
              type="submit"
              isDisabled={step.at === 'confirm' && !flow.canJoin}
              isPending={working || isAsking}
            >
              {t(step.at === 'confirm' ? 'sync.join.do' : 'sync.next')}
            </Button>
          </>
        )
      }
    >
      {step.at === 'where' && <WhereStep flow={flow} />}
      {step.at === 'confirm' && (
        <ConfirmStep flow={flow} found={step.found} hasRecords={hasRecords} customers={customers} />
      )}
      {step.at === 'joined' && (step.byFile ? <p role="status">{t('sync.first.done')}</p> : <FirstExchange />)}
    </Dialog>
  )
}
