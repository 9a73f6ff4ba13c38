import { Controller } from 'react-hook-form'

import { FormField, type RecordForm, useColumnLabel, useLookups } from '../../../fields/index.ts'
import { TextField } from '../../../ui/index.ts'
import { QuickDays } from './quick-days.tsx'

export const taskKeys = ['title', 'due', 'dueTime', 'customerId', 'dealId', 'owner', 'notes'] as const

const DueTime = ({ form }: { form: RecordForm }) => {
  const label = useColumnLabel('tasks')
  return (
    <Controller
      control={form.control}
      name="dueTime"
      render={({ field: { onChange, onBlur, value } }) => (
        <TextField
          type="time"
          label={label('dueTime')}
          value={typeof value === 'string' ? value.padStart(5, '0') : undefined}
          onChange={(next) => onChange(next === '' ? undefined : next)}
          onBlur={onBlur}
        />
      )}
    />
  )
}

/** The fields of a task as a person fills them in: what, when, about whom. */
export const TaskFields = ({ form }: { form: RecordForm }) => {
  const { items } = useLookups()
  const hasOwners = [...items.values()].some(({ list }) => list === 'owner')
  const field = (name: string) => <FormField noun="tasks" form={form} name={name} />
  return (
    <div className="grid grid-cols-2 gap-3">
      <div className="col-span-2">
        <FormField noun="tasks" form={form} name="title" autoFocus />
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        {field('due')}
        <QuickDays onChoose={(day) => form.setValue('due', day, { shouldDirty: true })} />
      </div>
      <DueTime form={form} />
      {field('customerId')}
      {field('dealId')}
      {hasOwners && field('owner')}
      <div className="col-span-2">{field('notes')}</div>
    </div>
  )
}
