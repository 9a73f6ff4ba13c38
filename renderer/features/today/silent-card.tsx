import { HeartHandshake } from 'lucide-react'
import { useMemo, useState } from 'react'

import { daysBetween, today as localDay } from '../../../shared/domain/day.ts'
import { type Condition, type Customer, displayName, initials } from '../../../shared/domain/index.ts'
import { useRecords } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect, useValues } from '../../read-model/hooks.ts'
import { Avatar, Card, EmptyState } from '../../ui/index.ts'
import { CustomerName } from './customer-name.tsx'
import { ReachButtons } from './reach-buttons.tsx'
import { dotted, MoreRows, Row, RowSkeletons } from './row.tsx'

/** At first, and by how many more each time. */
const SHOWN = 5
const MORE = 20
const columns = ['lastContact', 'openDeals', 'openDealValue'] as const

/** Those who have been silent for so long, the longest first: with open deals, then the others. */
const useSilent = (days: number, limit: number) => {
  const silent: readonly Condition[] = [
    { column: 'status', op: 'is', values: ['customer', 'prospect'] },
    { column: 'lastContact', op: 'before', days },
  ]
  const page = { noun: 'customers', sort: { column: 'lastContact' }, offset: 0, limit } as const
  const dealing = useSelect({ ...page, filter: [...silent, { column: 'openDeals', op: 'range', from: 1 }] })
  const others = useSelect({ ...page, filter: [...silent, { column: 'openDeals', op: 'range', to: 0 }] })
  const ids = useMemo(() => [...dealing.ids, ...others.ids].slice(0, limit), [dealing.ids, others.ids, limit])
  return { ids, loading: dealing.loading || others.loading, count: dealing.count + others.count }
}

const numberOf = (value: string | number | null | undefined): number => (typeof value === 'number' ? value : 0)

const SilentRow = ({
  customer,
  values,
  today,
  currency,
}: {
  customer: Customer
  values: readonly (string | number | null)[] | undefined
  today: string
  currency: string
}) => {
  const { t, format } = useI18n()
  const [lastContact, openDeals, openDealValue] = values ?? []
  const name = displayName(customer)
  const silence =
    lastContact === null || lastContact === undefined
      ? t('today.neverContacted')
      : t('today.silentFor', { days: daysBetween(localDay(new Date(lastContact)), today) })
  const count = numberOf(openDeals)
  const value = numberOf(openDealValue)
  const deals =
    count === 0
      ? undefined
      : value > 0
        ? t('today.openValue', { amount: format.money(value, currency, 'rounded') })
        : t('today.openDeals', { count })
  return (
    <Row
      lead={<Avatar text={initials(name)} square={customer.kind === 'company'} />}
      title={<CustomerName id={customer.id} name={name} />}
      detail={values && dotted(silence, deals)}
    >
      <ReachButtons customer={customer} />
    </Row>
  )
}

/** Customers and prospects worth a call: nobody has spoken with them for longer than the book's settings allow. */
export const SilentCard = ({ today, after, currency }: { today: string; after: number; currency: string }) => {
  const { t, format } = useI18n()
  const [limit, setLimit] = useState(SHOWN)
  const { ids, loading, count } = useSilent(after, limit)
  const rows = useRecords('customers', ids)
  const values = useValues('customers', ids, columns)
  return (
    <Card title={t('today.silent')} aside={count > 0 ? format.number(count) : undefined}>
      {loading && ids.length === 0 && <RowSkeletons count={4} />}
      {!loading && ids.length === 0 && (
        <EmptyState small icon={HeartHandshake} title={t('today.nobodySilent')}>
          {t('today.nobodySilentHint', { days: after })}
        </EmptyState>
      )}
      <ul>
        {ids.map((id) => {
          const customer = rows.get(id)
          return (
            customer && (
              <SilentRow key={id} customer={customer} values={values.get(id)} today={today} currency={currency} />
            )
          )
        })}
      </ul>
      {count > ids.length && ids.length > 0 && (
        <MoreRows label={t('today.more', { count: count - ids.length })} onPress={() => setLimit(limit + MORE)} />
      )}
    </Card>
  )
}
