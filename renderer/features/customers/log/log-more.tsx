import { type Customer, directions, displayName } from '../../../../shared/domain/index.ts'
import { DealInput, dayAfter, InstantInput, shownField, useChoices } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, cx, DatePicker, Select, TextField } from '../../../ui/index.ts'
import type { LogEntry } from './log-model.ts'

const outcomeColumn = shownField('interactions', 'outcome') ?? { key: 'outcome', type: 'choice' }

const soon = [
  { days: 1, key: 'customers.log.tomorrow' },
  { days: 7, key: 'customers.log.inWeek' },
] as const

/** The next step and its day: becomes a task. */
const NextStep = ({ entry, put }: { entry: LogEntry; put: (patch: Partial<LogEntry>) => void }) => {
  const { t } = useI18n()
  return (
    <div className="col-span-2 grid grid-cols-2 gap-2">
      <TextField
        label={t('customers.log.nextStep')}
        value={entry.nextStep}
        placeholder={t('customers.log.nextStepHint')}
        onChange={(nextStep) => put({ nextStep, nextDay: entry.nextDay ?? dayAfter(1, new Date()) })}
      />
      <DatePicker label={t('customers.log.nextDay')} value={entry.nextDay} onChange={(nextDay) => put({ nextDay })} />
      {entry.nextStep !== '' && (
        <div className="col-span-2 flex justify-end gap-1">
          {soon.map(({ days, key }) => (
            <Button key={key} small variant="quiet" onPress={() => put({ nextDay: dayAfter(days, new Date()) })}>
              {t(key)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** What else may be said about what happened, all of it optional. */
export const LogMore = ({
  hidden,
  entry,
  put,
  customer,
  people,
  isNote,
}: {
  hidden: boolean
  entry: LogEntry
  put: (patch: Partial<LogEntry>) => void
  customer: Customer
  people: readonly Customer[]
  isNote: boolean
}) => {
  const { t, tx } = useI18n()
  const outcomes = useChoices('interactions', outcomeColumn) ?? []
  if (hidden) return null
  return (
    <div className={cx('grid grid-cols-2 gap-2 border-line border-t pt-2')}>
      {!isNote && (
        <>
          <Select
            clearable
            label={tx('field.interactions.outcome', '')}
            options={outcomes}
            value={entry.outcome}
            onChange={(outcome) => put({ outcome })}
          />
          <Select
            clearable
            label={tx('field.interactions.direction', '')}
            options={directions.map((id) => ({ id, label: tx(`option.interactions.direction.${id}`, id) }))}
            value={entry.direction}
            onChange={(next) => put({ direction: directions.find((direction) => direction === next) })}
          />
        </>
      )}
      <NextStep entry={entry} put={put} />
      {people.length > 0 && (
        <Select
          clearable
          label={t('customers.log.with')}
          options={people.map((person) => ({ id: person.id, label: displayName(person) }))}
          value={entry.withId}
          onChange={(withId) => put({ withId })}
        />
      )}
      <DealInput
        label={tx('field.interactions.dealId', '')}
        customerId={customer.id}
        value={entry.dealId}
        onChange={(dealId) => put({ dealId })}
      />
      <div className="col-span-2">
        <InstantInput
          label={tx('field.interactions.at', '')}
          value={entry.at ?? new Date().toISOString()}
          onChange={(at) => put({ at })}
        />
      </div>
    </div>
  )
}
