import { CalendarClock } from 'lucide-react'

import { useI18n } from '../../i18n/index.ts'
import { IconButton, Menu } from '../../ui/index.ts'

/** Puts something off to one of a few days, each with its date; the last entry leads to any other. */
export const PutOffMenu = ({
  label,
  days,
  onChoose,
  onOther,
}: {
  label: string
  days: readonly { id: string; label: string; day: string }[]
  onChoose: (day: string) => void
  onOther: () => void
}) => {
  const { t, format } = useI18n()
  return (
    <Menu
      placement="bottom end"
      trigger={<IconButton small icon={CalendarClock} label={label} />}
      items={[
        ...days.map(({ id, label: name, day }) => ({
          id,
          label: t('today.dayChoice', { name, day: format.day(day, 'short') }),
          onAction: () => onChoose(day),
        })),
        { separator: 'other' },
        { id: 'own', label: t('today.otherDay'), onAction: onOther },
      ]}
    />
  )
}
