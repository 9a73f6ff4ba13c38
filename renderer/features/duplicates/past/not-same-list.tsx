import { Equal } from 'lucide-react'
import { useMemo, useState } from 'react'

import { displayName } from '../../../../shared/domain/index.ts'
import { revokeNotSame, useAll, useBook, useRecords } from '../../../data/index.ts'
import { CustomerLink, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, EmptyState } from '../../../ui/index.ts'

const PAGE = 100

/** What was said to be not the same, and the way back. */
export const NotSameList = () => {
  const { t, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const [limit, setLimit] = useState(PAGE)
  const all = useAll('notSame')
  const shown = useMemo(() => [...(all ?? [])].reverse().slice(0, limit), [all, limit])
  const ids = useMemo(() => [...new Set(shown.flatMap(({ a, b }) => [a, b]))], [shown])
  const records = useRecords('customers', ids)
  const nameOf = (id: string) => {
    const record = records.get(id)
    return record ? displayName(record) : ''
  }
  if (!all) return null
  if (all.length === 0)
    return (
      <EmptyState icon={Equal} title={t('duplicates.notSameNone')}>
        {t('duplicates.notSameHelp')}
      </EmptyState>
    )
  return (
    <>
      <ul className="flex max-w-[860px] flex-col divide-y divide-line px-4.5">
        {shown.map(({ id, a, b, createdAt, createdBy }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-3 py-1.5">
            <span className="min-w-0 flex-1">
              <CustomerLink id={a} /> <span className="text-ink-muted">≠</span> <CustomerLink id={b} />
            </span>
            <span className="text-ink-muted">
              {[createdBy, format.instant(createdAt, 'ago')].filter(Boolean).join(' · ')}
            </span>
            <Button
              small
              aria-label={t('duplicates.revokeOf', { names: format.list([nameOf(a), nameOf(b)]) })}
              onPress={() => void revokeNotSame(book, id).catch(tellError)}
            >
              {t('duplicates.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {all.length > limit && (
        <Button className="m-4" onPress={() => setLimit(limit + PAGE)}>
          {t('duplicates.more')}
        </Button>
      )}
    </>
  )
}
