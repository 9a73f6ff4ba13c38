import { useMemo, useState } from 'react'

import { type Customer, displayName } from '../../../../shared/domain/index.ts'
import { useRecords } from '../../../data/index.ts'
import { useFormatContext, useHistoryNames } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Spinner } from '../../../ui/index.ts'
import type { Linked } from '../panel/use-customer.ts'
import { TimelineItem } from './timeline-item.tsx'
import { byMonth, type TimelineEntry } from './timeline-model.ts'
import { useTimeline } from './use-timeline.ts'

const PAGE = 40

/** The names of those whom a company's interactions were with. */
const useTimelineNames = (entries: readonly TimelineEntry[]): ReadonlyMap<string, string> => {
  const history = useMemo(() => entries.flatMap((entry) => ('history' in entry ? [entry.history] : [])), [entries])
  const ids = useMemo(
    () => [
      ...new Set(
        entries.flatMap((entry) =>
          entry.kind === 'interaction' && entry.interaction.customerId ? [entry.interaction.customerId] : [],
        ),
      ),
    ],
    [entries],
  )
  const linked = useHistoryNames(history)
  const people = useRecords('customers', ids)
  return useMemo(
    () => new Map([...linked, ...[...people].map(([id, row]) => [id, displayName(row)] as const)]),
    [linked, people],
  )
}

const Months = ({ entries, customerId }: { entries: readonly TimelineEntry[]; customerId: string }) => {
  const { format } = useI18n()
  const context = useFormatContext(useTimelineNames(entries))
  return byMonth(entries).map(({ month, entries: inside }) => (
    <section key={month}>
      <h3 className="pt-2 pb-1 font-[520] text-ink-faint text-xs">{format.month(month)}</h3>
      <ol>
        {inside.map((entry) => (
          <TimelineItem key={`${entry.kind}-${entry.id}`} entry={entry} context={context} customerId={customerId} />
        ))}
      </ol>
    </section>
  ))
}

/** All that happened to a customer, newest first, by month; the older ones on demand. */
export const Timeline = ({ customer, linked }: { customer: Customer; linked: Linked }) => {
  const { t } = useI18n()
  const all = useTimeline(customer, linked)
  const [shown, setShown] = useState(PAGE)
  const entries = useMemo(() => all?.slice(0, shown), [all, shown])
  if (!all || !entries) return <Spinner />
  const more = all.length - entries.length
  return (
    <section aria-label={t('customers.timeline.title')}>
      <Months entries={entries} customerId={customer.id} />
      {more > 0 && (
        <Button small variant="quiet" onPress={() => setShown(shown + PAGE)}>
          {t('customers.showMore', { count: more })}
        </Button>
      )}
    </section>
  )
}
