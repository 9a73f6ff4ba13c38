import { type FormEvent, useState } from 'react'

import type { Deal } from '../../../../shared/domain/index.ts'
import { FieldInput, shownField, useColumnLabel, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, TextArea } from '../../../ui/index.ts'
import { useDealActions } from '../deal-actions.ts'

const reasonField = shownField('deals', 'lostReason')

/** Asks why a deal was lost; both answers may stay empty. */
export const LostDialog = ({ deal, onClose }: { deal: Deal; onClose: () => void }) => {
  const { t } = useI18n()
  const label = useColumnLabel('deals')
  const actions = useDealActions()
  const tellError = useTellError()
  const [reason, setReason] = useState(deal.lostReason)
  const [detail, setDetail] = useState(deal.lostDetail ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    actions.lose(deal, reason, detail).then(onClose, tellError)
  }
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('deals.lost.title', { name: deal.title })}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit">
            {t('deals.lost.confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {reasonField && (
          <FieldInput
            noun="deals"
            column={reasonField}
            label={label('lostReason')}
            value={reason}
            onChange={(value) => setReason(typeof value === 'string' ? value : undefined)}
            autoFocus
          />
        )}
        <TextArea label={label('lostDetail')} value={detail} onChange={setDetail} rows={2} />
      </div>
    </Dialog>
  )
}
