import { Merge, Undo2 } from 'lucide-react'
import { useState } from 'react'

import { displayName } from '../../../../shared/domain/index.ts'
import { undoMerge, useBook, useMerged } from '../../../data/index.ts'
import { CustomerLink, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState } from '../../../ui/index.ts'

const PAGE = 100

/** What was merged, however long ago, and the way back. */
export const MergedList = () => {
  const { t, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const [limit, setLimit] = useState(PAGE)
  const merged = useMerged(limit)
  if (!merged) return null
  if (merged.length === 0)
    return (
      <EmptyState icon={Merge} title={t('duplicates.mergedNone')}>
        {t('duplicates.mergedHelp')}
      </EmptyState>
    )
  return (
    <>
      <ul className="flex max-w-[860px] flex-col divide-y divide-line px-4.5">
        {merged.map((customer) => {
          const name = displayName(customer)
          return (
            <li key={customer.id} className="flex min-h-11 flex-wrap items-center gap-3 py-1.5">
              <span className="min-w-0 flex-1">
                <bdi>{name}</bdi>
                <span className="text-ink-muted"> {t('duplicates.into')} </span>
                {customer.mergedInto !== undefined && <CustomerLink id={customer.mergedInto} />}
              </span>
              {customer.deletedAt !== undefined && (
                <span className="text-ink-muted">{format.instant(customer.deletedAt, 'ago')}</span>
              )}
              <Button
                small
                icon={Undo2}
                aria-label={t('duplicates.undoOf', { name })}
                onPress={() => void undoMerge(book, customer.id).catch(tellError)}
              >
                {t('duplicates.undo')}
              </Button>
            </li>
          )
        })}
      </ul>
      {merged.length === limit && (
        <Button className="m-4" onPress={() => setLimit(limit + PAGE)}>
          {t('duplicates.more')}
        </Button>
      )}
    </>
  )
}
