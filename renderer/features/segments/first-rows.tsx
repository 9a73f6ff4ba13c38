import { X } from 'lucide-react'

import { displayName, initials, mainAddress, type Segment } from '../../../shared/domain/index.ts'
import { useRecords } from '../../data/index.ts'
import { CustomerLink, DealLink, useSegmentWrites, useTellError } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Avatar, Card, IconButton } from '../../ui/index.ts'
import { RecordPicker } from './record-picker.tsx'

type Line = { id: string; name: string; detail: string; square: boolean }

const useLines = ({ noun }: Segment, ids: readonly string[]): Line[] => {
  const { tx, format } = useI18n()
  const customers = useRecords('customers', noun === 'customers' ? ids : NONE)
  const deals = useRecords('deals', noun === 'deals' ? ids : NONE)
  return ids.flatMap((id): Line[] => {
    const customer = customers.get(id)
    if (customer) {
      const detail = [tx(`option.customers.status.${customer.status}`, customer.status), mainAddress(customer)?.city]
      return [
        {
          id,
          name: displayName(customer),
          detail: detail.filter(Boolean).join(' · '),
          square: customer.kind === 'company',
        },
      ]
    }
    const deal = deals.get(id)
    if (!deal) return []
    const detail = deal.value === undefined ? '' : format.money(deal.value, deal.currency)
    return [{ id, name: deal.title, detail, square: true }]
  })
}

const NONE: readonly string[] = []

/** The first that are in a segment; of a fixed one each can be taken out, and others put in. */
export const FirstRows = ({
  segment,
  ids,
  count,
  loading,
}: {
  segment: Segment
  ids: readonly string[]
  count: number
  loading: boolean
}) => {
  const { t } = useI18n()
  const tellError = useTellError()
  const { addMembers, removeMember } = useSegmentWrites()
  const lines = useLines(segment, ids)
  const isFixed = segment.kind === 'fixed'
  return (
    <Card title={t(isFixed ? 'segments.members' : 'segments.first')}>
      {!loading && count === 0 && <p className="text-ink-muted">{t('segments.nobody')}</p>}
      <ul className="flex flex-col">
        {lines.map(({ id, name, detail, square }) => (
          <li key={id} className="flex min-h-8 items-center gap-2.5">
            {segment.noun === 'customers' && <Avatar size="sm" text={initials(name)} square={square} />}
            <span className="min-w-0 truncate font-[520]">
              {segment.noun === 'deals' ? <DealLink id={id} /> : <CustomerLink id={id} />}
            </span>
            <span className="min-w-0 flex-1 truncate text-ink-muted">{detail}</span>
            {isFixed && (
              <IconButton
                small
                icon={X}
                label={t('segments.removeMember', { name })}
                onPress={() => void removeMember(segment, id).catch(tellError)}
              />
            )}
          </li>
        ))}
      </ul>
      {count > lines.length && lines.length > 0 && (
        <p className="mt-1 text-ink-faint">{t('segments.more', { count: count - lines.length })}</p>
      )}
      {isFixed && (
        <RecordPicker
          className="mt-3 max-w-80"
          noun={segment.noun}
          label={t('segments.addMember')}
          value={undefined}
          onChange={(id) => {
            if (id !== undefined) void addMembers(segment, [id]).catch(tellError)
          }}
        />
      )}
    </Card>
  )
}
