import { useMemo } from 'react'

import { ageOn, celebrated, dayOfYear } from '../../../shared/domain/customer/birthday.ts'
import { displayName, initials } from '../../../shared/domain/index.ts'
import { useRecords } from '../../data/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { useSelect } from '../../read-model/hooks.ts'
import { Avatar, Badge, Card } from '../../ui/index.ts'
import { CustomerName } from './customer-name.tsx'
import { ReachButtons } from './reach-buttons.tsx'
import { dotted, Row } from './row.tsx'

const AHEAD = 7
const MOST = 20

/** Whose birthday is today or in the next days; nothing at all where it is nobody's. */
export const BirthdaysCard = ({ today }: { today: string }) => {
  const { t, format } = useI18n()
  const days = useMemo(() => celebrated(today, AHEAD + 1), [today])
  const { ids } = useSelect({
    noun: 'customers',
    filter: [
      { column: 'birthdayOn', op: 'is', values: [...days.keys()] },
      { column: 'status', op: 'isNot', values: ['disqualified', 'former'] },
    ],
    offset: 0,
    limit: MOST,
  })
  const rows = useRecords('customers', ids)
  const people = ids
    .flatMap((id) => {
      const customer = rows.get(id)
      const { birthday } = customer ?? {}
      const day = days.get(dayOfYear(birthday) ?? '')
      return customer && birthday && day ? [{ customer, birthday, day }] : []
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  if (people.length === 0) return null
  return (
    <Card title={t('today.birthdays')} aside={t('today.birthdaysHint')}>
      <ul>
        {people.map(({ customer, birthday, day }) => {
          const name = displayName(customer)
          const age = ageOn(birthday, day)
          return (
            <Row
              key={customer.id}
              lead={<Avatar text={initials(name)} />}
              title={<CustomerName id={customer.id} name={name} />}
              detail={dotted(age === undefined ? undefined : t('today.turns', { age }), customer.role)}
            >
              <Badge tone={day === today ? 'accent' : 'neutral'}>{format.day(day, 'relative')}</Badge>
              <ReachButtons customer={customer} />
            </Row>
          )
        })}
      </ul>
    </Card>
  )
}
