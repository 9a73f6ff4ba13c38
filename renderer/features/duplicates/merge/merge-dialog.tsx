import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import type { Customer } from '../../../../shared/domain/index.ts'
import { type MergeChoices, mainOf, planMerge } from '../../../../shared/merging/index.ts'
import { markNotSame, mergeCustomers, useBook, useLinkedCounts, useRecords } from '../../../data/index.ts'
import { useCatalog, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { MergeTable } from './merge-table.tsx'

const countKeys = ['people', 'deals', 'interactions', 'tasks', 'files'] as const

/** What moves to the record that stays. */
const Moves = ({ ids }: { ids: readonly string[] }) => {
  const { t, format } = useI18n()
  const counts = useLinkedCounts(ids)
  const parts = countKeys.flatMap((key) => {
    const count = counts?.[key] ?? 0
    return count > 0 ? [t(`duplicates.count.${key}`, { count })] : []
  })
  return (
    <p className="mt-3 text-ink-muted">
      {parts.length > 0 && `${t('duplicates.moves', { what: format.list(parts) })} `}
      {t('duplicates.toTrash', { count: ids.length })}
    </p>
  )
}

type Pair = readonly [Customer, ...Customer[]]

const Merging = ({ records, onClose }: { records: Pair; onClose: () => void }) => {
  const { t } = useI18n()
  const book = useBook()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const tellError = useTellError()
  const [chosenMain, setMain] = useState<string>()
  const [choices, setChoices] = useState<MergeChoices>({})
  const [busy, setBusy] = useState(false)
  const main = records.find(({ id }) => id === chosenMain) ?? mainOf(records) ?? records[0]
  const others = records.filter((record) => record !== main)
  const plan = planMerge([main, ...others], catalog, choices)

  const act = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await work()
      onClose()
    } catch (error) {
      tellError(error)
      setBusy(false)
    }
  }
  const merge = async () => {
    await mergeCustomers(book, [{ mainId: main.id, otherIds: plan.loserIds, choices }])
    if (plan.loserIds.some((id) => window.location.pathname === `/customers/${id}`))
      void navigate({ to: '/customers/$id', params: { id: main.id } })
  }
  return (
    <Dialog
      isOpen
      size="xl"
      title={t('duplicates.mergeTitle')}
      description={t('duplicates.mergeHelp')}
      onClose={onClose}
      footer={
        <>
          <Button
            className="me-auto"
            isDisabled={busy}
            onPress={() =>
              void act(() =>
                markNotSame(
                  book,
                  records.map(({ id }) => id),
                ),
              )
            }
          >
            {t('duplicates.notSame')}
          </Button>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={busy} onPress={() => void act(merge)}>
            {t('duplicates.merge', { count: records.length })}
          </Button>
        </>
      }
    >
      <MergeTable
        records={records}
        plan={plan}
        onMain={setMain}
        onChoose={(key, id) => setChoices((held) => ({ ...held, [key]: id }))}
      />
      <Moves ids={plan.loserIds} />
    </Dialog>
  )
}

/** Records side by side, and what becomes of them as one. */
export const MergeDialog = ({
  request,
  onClose,
}: {
  request: Extract<DialogRequest, { kind: 'mergeCustomers' }>
  onClose: () => void
}) => {
  const { t } = useI18n()
  const found = useRecords('customers', request.ids)
  const records = useMemo(
    () => request.ids.flatMap((id) => found.get(id) ?? []).filter(({ deletedAt }) => deletedAt === undefined),
    [found, request.ids],
  )
  const [first, ...rest] = records
  if (found.size === 0) return null
  const oneKind = records.every(({ kind }) => kind === first?.kind)
  if (first && rest.length > 0 && oneKind) return <Merging records={[first, ...rest]} onClose={onClose} />
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('duplicates.mergeTitle')}
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      <p>{t(oneKind ? 'duplicates.tooFew' : 'duplicates.twoKinds')}</p>
    </Dialog>
  )
}
