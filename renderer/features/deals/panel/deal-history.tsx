import { MoveRight } from 'lucide-react'
import { useMemo } from 'react'

import { type Deal, displayName, type FieldChange, type History } from '../../../../shared/domain/index.ts'
import { useHistory, useRecords } from '../../../data/index.ts'
import { formatAtPath, useColumnLabel, useFormatContext } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Icon } from '../../../ui/index.ts'

/** Kept by the program: their changes say nothing that another line does not. */
const hidden = new Set(['order', 'stageEnteredAt', 'deletedAt'])
const fieldOf = ({ path }: FieldChange): string => path.split('/', 1)[0] ?? path
const links = new Set(['customerId', 'companyId'])

const linkedIds = (history: readonly History[]): string[] => [
  ...new Set(
    history
      .flatMap(({ changes }) => changes)
      .filter((change) => links.has(fieldOf(change)))
      .flatMap(({ before, after }) => [before, after])
      .filter((id) => typeof id === 'string'),
  ),
]

/** Every change of a deal, newest first: who, when, and each field before and after. */
export const DealHistory = ({ deal }: { deal: Deal }) => {
  const { t, tx, format } = useI18n()
  const history = useHistory('deals', deal.id)
  const label = useColumnLabel('deals')
  const ids = useMemo(() => linkedIds(history ?? []), [history])
  const customers = useRecords('customers', ids)
  const names = useMemo(() => new Map([...customers].map(([id, each]) => [id, displayName(each)])), [customers])
  const context = useFormatContext(names)
  const text = (path: string, value: unknown) => formatAtPath(context, 'deals', path, value, deal) || '—'
  return (
    <ol className="flex flex-col px-4 py-3">
      {history?.map(({ id, what, changes, createdAt, createdBy }) => (
        <li key={id} className="border-line border-s-2 ps-3 pb-3">
          <p className="flex items-baseline gap-2">
            <span className="font-[560]">{tx(`deals.history.${what}`, t('deals.history.dealChanged'))}</span>
            <time dateTime={createdAt} className="ms-auto flex-none text-ink-faint text-xs">
              {format.instant(createdAt, 'dateTime')}
            </time>
          </p>
          {changes
            .filter((change) => !hidden.has(fieldOf(change)))
            .map(({ path, before, after }) => (
              <p key={path} className="break-words text-ink-muted">
                {label(path)}: <bdi className="line-through decoration-ink-faint">{text(path, before)}</bdi>
                <Icon of={MoveRight} flip size={12} className="mx-1 inline text-ink-faint" />
                <span className="sr-only"> {t('deals.history.to')} </span>
                <bdi className="text-ink">{text(path, after)}</bdi>
              </p>
            ))}
          {createdBy !== undefined && <p className="text-ink-faint text-xs">{createdBy}</p>}
        </li>
      ))}
      <li className="border-line border-s-2 ps-3">
        <p className="flex items-baseline gap-2">
          <span className="font-[560]">{t('deals.history.created')}</span>
          <time dateTime={deal.createdAt} className="ms-auto flex-none text-ink-faint text-xs">
            {format.instant(deal.createdAt, 'dateTime')}
          </time>
        </p>
        {deal.createdBy !== undefined && <p className="text-ink-faint text-xs">{deal.createdBy}</p>}
      </li>
    </ol>
  )
}
