import { useState } from 'react'

import { displayName, primaryEmail, primaryPhone } from '../../../../shared/domain/index.ts'
import { mergeCustomers, useBook } from '../../../data/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Checkbox, Dialog } from '../../../ui/index.ts'
import type { ExactGroup } from './use-exact-groups.ts'

const SHOWN = 200

/** All groups that are the same beyond doubt: shown first, then merged in one step. */
export const ExactDialog = ({ groups, onClose }: { groups: readonly ExactGroup[]; onClose: () => void }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  // What is listed is what is merged, whatever is found meanwhile.
  const [listed] = useState(groups)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const chosen = listed.filter(({ request }) => !left.has(request.mainId))
  const toggle = (id: string, wanted: boolean) => {
    const next = new Set(left)
    if (wanted) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const merge = async () => {
    setBusy(true)
    try {
      await mergeCustomers(
        book,
        chosen.map(({ request }) => request),
      )
      onClose()
    } catch (error) {
      tellError(error)
      setBusy(false)
    }
  }
  return (
    <Dialog
      isOpen
      size="lg"
      title={t('duplicates.exactTitle', { count: listed.length })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={busy || chosen.length === 0} onPress={() => void merge()}>
            {t('duplicates.mergeExact', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-muted">{t('duplicates.exactHelp')}</p>
      <ul className="flex flex-col gap-2">
        {listed.slice(0, SHOWN).map(({ records, request }) => (
          <li key={request.mainId}>
            <Checkbox
              value={!left.has(request.mainId)}
              onChange={(wanted) => toggle(request.mainId, wanted)}
              isDisabled={busy}
            >
              <span className="min-w-0">
                {records.map((record, at) => (
                  <span key={record.id}>
                    {at > 0 && ' + '}
                    <bdi>{displayName(record)}</bdi>
                  </span>
                ))}
                <bdi className="ms-2 text-ink-muted" dir="ltr">
                  {primaryEmail(records[0] ?? {})?.value ?? primaryPhone(records[0] ?? {})?.value}
                </bdi>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {listed.length > SHOWN && (
        <p className="mt-3 text-ink-muted">{t('duplicates.andMore', { count: listed.length - SHOWN })}</p>
      )}
    </Dialog>
  )
}
