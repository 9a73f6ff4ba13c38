import { Clock } from 'lucide-react'
import { useState } from 'react'

import { type Customer, directions, displayName } from '../../../../shared/domain/index.ts'
import { DealInput, dayAfter, InstantInput, shownField, useChoices } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, DatePicker, Select, TextField } from '../../../ui/index.ts'
import type { LogEntry } from './log-model.ts'

const outcomeColumn = shownField('interactions', 'outcome') ?? { key: 'outcome', type: 'choice' }

const soon = [
  { days: 1, key: 'customers.log.tomorrow' },
  { days: 7, key: 'customers.log.inWeek' },
] as const

type Part = { entry: LogEntry; put: (patch: Partial<LogEntry>) => void }

/** The next step and its day: becomes a task. */
const NextStep = ({ entry, put }: Part) => {
  const { t } = useI18n()
  const name = (nextStep: string) => {
    const nextDay = entry.nextDay ?? dayAfter(1, new Date())
    put(nextStep === '' ? { nextStep, nextDay: undefined } : { nextStep, nextDay })
  }
  return (
    <>
      <TextField
        hideLabel
        className={entry.nextStep === '' ? 'col-span-2' : ''}
        label={t('customers.log.nextStep')}
        placeholder={t('customers.log.nextStepHint')}
        value={entry.nextStep}
        onChange={name}
      />
      {entry.nextStep !== '' && (
        <>
          <DatePicker
            hideLabel
            label={t('customers.log.nextDay')}
            value={entry.nextDay}
            onChange={(nextDay) => put({ nextDay })}
          />
          <div className="col-span-2 -my-1 flex justify-end gap-1">
            {soon.map(({ days, key }) => (
              <Button key={key} small variant="quiet" onPress={() => put({ nextDay: dayAfter(days, new Date()) })}>
                {t(key)}
              </Button>
            ))}
          </div>
        </>
      )}
    </>
  )
}

/** When it was: now, unless somebody says otherwise. */
const When = ({ entry, put }: Part) => {
  const { t, tx } = useI18n()
  const [asking, setAsking] = useState(false)
  if (!asking && entry.at === undefined)
    return (
      <Button
        small
        variant="quiet"
        icon={Clock}
        className="self-center justify-self-start"
        onPress={() => setAsking(true)}
      >
        {t('customers.log.now')}
      </Button>
    )
  return (
    <div className="col-span-2">
      <InstantInput
        hideLabel
        label={tx('field.interactions.at', '')}
        value={entry.at ?? new Date().toISOString()}
        onChange={(at) => put({ at })}
      />
    </div>
  )
}

/** What else may be said about what happened, all of it optional. */
export const LogMore = ({
  entry,
  put,
  customer,
  people,
  isNote,
}: Part & { customer: Customer; people: readonly Customer[]; isNote: boolean }) => {
  const { t, tx } = useI18n()
  const outcomes = useChoices('interactions', outcomeColumn) ?? []
  const labels = {
    outcome: tx('field.interactions.outcome', ''),
    direction: tx('field.interactions.direction', ''),
    deal: tx('field.interactions.dealId', ''),
  }
  return (
    <div className="grid grid-cols-2 gap-2 border-line border-t pt-2">
      {!isNote && (
        <>
          <Select
            clearable
            hideLabel
            label={labels.outcome}
            placeholder={labels.outcome}
            options={outcomes}
            value={entry.outcome}
            onChange={(outcome) => put({ outcome })}
          />
          <Select
            clearable
            hideLabel
            label={labels.direction}
            placeholder={labels.direction}
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
          hideLabel
          label={t('customers.log.with')}
          placeholder={t('customers.log.with')}
          options={people.map((person) => ({ id: person.id, label: displayName(person) }))}
          value={entry.withId}
          onChange={(withId) => put({ withId })}
        />
      )}
      <DealInput
        hideLabel
        label={labels.deal}
        placeholder={labels.deal}
        customerId={customer.id}
        value={entry.dealId}
        onChange={(dealId) => put({ dealId })}
      />
      <When entry={entry} put={put} />
    </div>
  )
}
