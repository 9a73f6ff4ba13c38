import { daysBetween } from '../../../shared/domain/day.ts'
import { useI18n } from '../../i18n/index.ts'
import { cx } from '../../ui/index.ts'
import { HEAD_HEIGHT } from './day-blocks.ts'

/** The line over a day's entries; stays in sight while they are. */
export const DayHead = ({ day, count, today }: { day: string; count: number; today: string }) => {
  const { t, format } = useI18n()
  const near = day !== '' && Math.abs(daysBetween(today, day)) <= 1
  const date =
    day === ''
      ? t('activity.undated')
      : day.slice(0, 4) === today.slice(0, 4)
        ? format.day(day, 'full')
        : `${format.day(day, 'weekday')}, ${format.day(day, 'long')}`
  return (
    <header
      style={{ height: HEAD_HEIGHT }}
      className="sticky top-0 z-[1] flex items-baseline gap-2 border-line border-b bg-canvas px-[18px] pt-[9px]"
    >
      <h2 id={`day-${day}`} className={cx('font-semibold', day === today && 'text-accent')}>
        {near && `${format.day(day, 'relative')} · `}
        {date}
      </h2>
      <span className="text-ink-faint text-sm">{t('activity.entries', { count })}</span>
    </header>
  )
}
