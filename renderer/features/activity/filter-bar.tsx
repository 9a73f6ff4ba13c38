import { displayName } from '../../../shared/domain/index.ts'
import { useRecord } from '../../data/index.ts'
import { shownField, useChoices, useColumnLabel, useCustomerSearch } from '../../fields/index.ts'
import { useI18n } from '../../i18n/index.ts'
import { Button, ComboBox, DatePicker, Segmented, Select } from '../../ui/index.ts'
import {
  type ActivityView,
  activityKinds,
  activityPeriods,
  resetActivityView,
  setActivityView,
} from '../../view-state/index.ts'

const ANY = 'any'
const shown = (noun: 'interactions' | 'tasks', key: string) => shownField(noun, key) ?? { key, type: 'choice' as const }
const columns = { channel: shown('interactions', 'channel'), owner: shown('interactions', 'owner') }
const stateColumn = { key: 'state', type: 'choice' } as const

/** One choice of a filter; `any` says what it is when it does not narrow. */
const Narrow = <T extends string>({
  label,
  any,
  options,
  value,
  onChange,
}: {
  label: string
  any: string
  options: readonly { id: string; label: string }[]
  value: T | undefined
  onChange: (value: string | undefined) => void
}) => (
  <Select
    hideLabel
    label={label}
    className="w-36"
    options={[{ id: ANY, label: any }, ...options]}
    value={value ?? ANY}
    onChange={(next) => onChange(next === ANY ? undefined : next)}
  />
)

const isState = (value: string | undefined): value is 'open' | 'done' => value === 'open' || value === 'done'

/** What the page is narrowed by. */
export const FilterBar = ({ view, narrowed }: { view: ActivityView; narrowed: boolean }) => {
  const { t } = useI18n()
  const interactionLabel = useColumnLabel('interactions')
  const taskLabel = useColumnLabel('tasks')
  const channels = useChoices('interactions', columns.channel, { current: view.channel }) ?? []
  const owners = useChoices('interactions', columns.owner, { current: view.owner }) ?? []
  const states = useChoices('tasks', stateColumn) ?? []
  const loadCustomers = useCustomerSearch()
  const customer = useRecord('customers', view.customerId)
  return (
    <search aria-label={t('activity.filter')} className="flex flex-wrap items-center gap-2 px-[18px] pb-2.5">
      <Segmented
        label={t('activity.kind')}
        options={activityKinds.map((id) => ({ id, label: t(`activity.kind.${id}`) }))}
        value={view.kind}
        onChange={(kind) => setActivityView({ kind })}
      />
      {view.kind === 'tasks' && (
        <Narrow
          label={taskLabel('state')}
          any={t('activity.anyState')}
          options={states}
          value={view.state}
          onChange={(state) => setActivityView({ state: isState(state) ? state : undefined })}
        />
      )}
      {view.kind !== 'tasks' && (
        <Narrow
          label={interactionLabel('channel')}
          any={t('activity.anyChannel')}
          options={channels}
          value={view.channel}
          onChange={(channel) => setActivityView({ channel })}
        />
      )}
      {owners.length > 0 && (
        <Narrow
          label={interactionLabel('owner')}
          any={t('activity.anyOwner')}
          options={owners}
          value={view.owner}
          onChange={(owner) => setActivityView({ owner })}
        />
      )}
      <ComboBox
        hideLabel
        className="w-48"
        label={interactionLabel('customerId')}
        placeholder={t('activity.anyCustomer')}
        value={view.customerId}
        valueLabel={customer ? displayName(customer) : ''}
        load={loadCustomers}
        onChange={(customerId) => setActivityView({ customerId })}
      />
      <Select
        hideLabel
        className="w-36"
        label={t('activity.period')}
        options={activityPeriods.map((id) => ({ id, label: t(`activity.period.${id}`) }))}
        value={view.period}
        onChange={(next) => {
          const period = activityPeriods.find((id) => id === next)
          if (period) setActivityView({ period })
        }}
      />
      {view.period === 'own' && (
        <>
          <DatePicker
            hideLabel
            label={t('activity.from')}
            value={view.from}
            onChange={(from) => setActivityView({ from })}
            {...(view.to !== undefined && { max: view.to })}
          />
          <DatePicker
            hideLabel
            label={t('activity.to')}
            value={view.to}
            onChange={(to) => setActivityView({ to })}
            {...(view.from !== undefined && { min: view.from })}
          />
        </>
      )}
      {narrowed && (
        <Button small variant="quiet" onPress={() => resetActivityView()}>
          {t('activity.clear')}
        </Button>
      )}
    </search>
  )
}
