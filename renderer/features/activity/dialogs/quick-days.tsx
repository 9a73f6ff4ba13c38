import { addDays } from '../../../../shared/domain/day.ts'
import { nextWeek, useToday } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'

/** The days that are meant most often, one press each. */
export const QuickDays = ({ onChoose }: { onChoose: (day: string) => void }) => {
  const { t, locale } = useI18n()
  const today = useToday()
  const days = [
    { id: 'today', label: t('activity.today'), day: today },
    { id: 'tomorrow', label: t('activity.tomorrow'), day: addDays(today, 1) },
    { id: 'week', label: t('activity.nextWeek'), day: nextWeek(today, locale) },
  ]
  return (
    <div className="flex flex-wrap gap-1">
      {days.map(({ id, label, day }) => (
        <Button key={id} small variant="quiet" onPress={() => onChoose(day)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
