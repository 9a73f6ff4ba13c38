import { Controller } from 'react-hook-form'

import { NOTE_CHANNEL } from '../../../../shared/domain/index.ts'
import {
  channelIcon,
  FormField,
  type RecordForm,
  shownField,
  useChoices,
  useColumnLabel,
  useLookups,
} from '../../../fields/index.ts'
import { Icon, Segmented } from '../../../ui/index.ts'

export const interactionKeys = [
  'channel',
  'direction',
  'at',
  'duration',
  'customerId',
  'dealId',
  'subject',
  'text',
  'outcome',
  'nextStep',
  'owner',
] as const

const channelColumn = shownField('interactions', 'channel') ?? { key: 'channel', type: 'choice' }

const Channel = ({ form, current }: { form: RecordForm; current: string | undefined }) => {
  const label = useColumnLabel('interactions')
  const channels = useChoices('interactions', channelColumn, { current }) ?? []
  return (
    <Controller
      control={form.control}
      name="channel"
      render={({ field: { value, onChange } }) => (
        <Segmented
          label={label('channel')}
          options={channels.map((channel) => ({
            ...channel,
            before: <Icon of={channelIcon(channel.id)} size={14} />,
          }))}
          value={typeof value === 'string' ? value : undefined}
          onChange={onChange}
        />
      )}
    />
  )
}

/** The fields of an interaction as a person fills them in. A note went to nobody: it has fewer. */
export const InteractionFields = ({ form, focus }: { form: RecordForm; focus: 'customerId' | 'text' }) => {
  const { items } = useLookups()
  const hasOwners = [...items.values()].some(({ list }) => list === 'owner')
  const channel = form.watch('channel')
  const isNote = channel === NOTE_CHANNEL
  const field = (name: string) => <FormField noun="interactions" form={form} name={name} autoFocus={name === focus} />
  return (
    <div className="grid grid-cols-2 gap-3">
      <div className="col-span-2">
        <Channel form={form} current={typeof channel === 'string' ? channel : undefined} />
      </div>
      {field('customerId')}
      {field('dealId')}
      <div className="col-span-2">{field('subject')}</div>
      <div className="col-span-2">{field('text')}</div>
      {!isNote && field('outcome')}
      {!isNote && field('direction')}
      {field('at')}
      {!isNote && field('duration')}
      {hasOwners && field('owner')}
    </div>
  )
}
