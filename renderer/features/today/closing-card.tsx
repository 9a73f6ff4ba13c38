import { Link, useNavigate } from '@tanstack/react-router'
import { SquareKanban } from 'lucide-react'
import { useState } from 'react'

import { addDays, daysBetween } from '../../../shared/domain/day.ts'
import { winDeal } from '../../../shared/domain/deal/move.ts'
import type { Deal } from '../../../shared/domain/index.ts'
import { type Patch, useBook, useRecords } from '../../data/index.ts'
import { monthLater, useLabels, useLinkedNames, useTellError } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect } from '../../read-model/hooks.ts'
import { Badge, Button, Card, EmptyState } from '../../ui/index.ts'
import { PutOffMenu } from './put-off-menu.tsx'
import { dotted, MoreRows, Row, RowSkeletons } from './row.tsx'

const AHEAD = 14
/** At first, and by how many more each time. */
const SHOWN = 5
const MORE = 20

const DealRow = ({ deal, today, customer }: { deal: Deal; today: string; customer: string | undefined }) => {
  const { t, format } = useI18n()
  const navigate = useNavigate()
  const book = useBook()
  const labels = useLabels()
  const tellError = useTellError()
  const { id, title, value, currency, expectedClose = today } = deal
  const write = (key: 'dealChanged' | 'dealWon', patch: Patch<'deals'>) =>
    void book.write({ key, params: { name: title } }, (draft) => draft.update('deals', id, patch)).catch(tellError)
  const late = expectedClose < today
  return (
    <Row
      title={
        <Link to="/deals/$id" params={{ id }} className="rounded-sm font-[520] hover:text-accent hover:underline">
          <bdi>{title}</bdi>
        </Link>
      }
      detail={dotted(
        customer,
        value === undefined ? undefined : format.money(value, currency, 'rounded'),
        labels.stage(deal.stageId, deal.pipelineId),
      )}
    >
      <Badge tone={late ? 'bad' : 'neutral'}>
        {late ? t('today.late', { days: daysBetween(expectedClose, today) }) : format.day(expectedClose, 'relative')}
      </Badge>
      <PutOffMenu
        label={t('today.moveClose', { name: title })}
        days={[
          { id: 'week', label: t('today.inWeek'), day: addDays(today, 7) },
          { id: 'weeks', label: t('today.inTwoWeeks'), day: addDays(today, 14) },
          { id: 'month', label: t('today.inMonth'), day: monthLater(today) },
        ]}
        onChoose={(day) => write('dealChanged', { expectedClose: day })}
        onOther={() => void navigate({ to: '/deals/$id', params: { id } })}
      />
      <Button
        small
        aria-label={t('today.markWonName', { name: title })}
        onPress={() => write('dealWon', winDeal(new Date().toISOString()))}
      >
        {t('today.markWon')}
      </Button>
    </Row>
  )
}

/** Open deals that are to close in the next two weeks or were to close before. */
export const ClosingCard = ({ today }: { today: string }) => {
  const { t, format } = useI18n()
  const [limit, setLimit] = useState(SHOWN)
  const { ids, count, loading } = useSelect({
    noun: 'deals',
    filter: [
      { column: 'status', op: 'is', values: ['open'] },
      { column: 'expectedClose', op: 'range', to: addDays(today, AHEAD) },
    ],
    sort: { column: 'expectedClose' },
    offset: 0,
    limit,
  })
  const rows = useRecords('deals', ids)
  const deals = ids.flatMap((id) => rows.get(id) ?? [])
  const names = useLinkedNames(deals.map(({ companyId, customerId }) => ({ customerId: companyId ?? customerId })))
  return (
    <Card title={t('today.closing')} aside={count > 0 ? format.number(count) : t('today.closingHint')}>
      {loading && ids.length === 0 && <RowSkeletons />}
      {!loading && ids.length === 0 && (
        <EmptyState
          small
          icon={SquareKanban}
          title={t('today.nothingClosing')}
          action={
            <Link to="/deals" className="font-[520] text-accent hover:underline">
              {t('today.openBoard')}
            </Link>
          }
        >
          {t('today.nothingClosingHint')}
        </EmptyState>
      )}
      <ul>
        {deals.map((deal) => (
          <DealRow
            key={deal.id}
            deal={deal}
            today={today}
            customer={names.customer(deal.companyId ?? deal.customerId)}
          />
        ))}
      </ul>
      {count > ids.length && ids.length > 0 && (
        <MoreRows label={t('today.more', { count: count - ids.length })} onPress={() => setLimit(limit + MORE)} />
      )}
    </Card>
  )
}
