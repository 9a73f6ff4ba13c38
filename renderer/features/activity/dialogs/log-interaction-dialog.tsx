import { useState } from 'react'

import { addDays } from '../../../../shared/domain/day.ts'
import { interactions } from '../../../../shared/domain/index.ts'
import { loggedInteraction, nextStepTask } from '../../../../shared/domain/interaction/rules.ts'
import { useBook, useRecord } from '../../../data/index.ts'
import { FormField, useOwnOwner, useRecordForm, useTellError, useToday } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { DatePicker } from '../../../ui/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { FormDialog } from './form-dialog.tsx'
import { InteractionFields, interactionKeys } from './interaction-fields.tsx'
import { QuickDays } from './quick-days.tsx'

type Props = { request: Extract<DialogRequest, { kind: 'logInteraction' }>; onClose: () => void }

const FIRST_CHANNEL = 'channel:call'

const inputSchema = interactions.schema.pick({
  channel: true,
  direction: true,
  at: true,
  duration: true,
  customerId: true,
  dealId: true,
  subject: true,
  text: true,
  outcome: true,
  nextStep: true,
  owner: true,
})

const LogForm = ({ request: { customerId, dealId, channel = FIRST_CHANNEL }, onClose }: Props) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const owner = useOwnOwner()
  const today = useToday()
  const [now] = useState(() => new Date().toISOString())
  /** Undefined until someone chose; null for no day. */
  const [chosenDay, setChosenDay] = useState<string | null>()

  const save = async (values: Record<string, unknown>) => {
    const input = inputSchema.parse(values)
    if (input.customerId === undefined && input.subject === undefined && input.text === undefined)
      return form.setError('text', { message: 'customers.form.required' }, { shouldFocus: true })
    const due = dayFor(input.nextStep)
    await book.write({ key: 'interactionLogged' }, async (draft) => {
      const customer = input.customerId === undefined ? undefined : await draft.get('customers', input.customerId)
      const interaction = draft.create('interactions', loggedInteraction(input, customer))
      const task = nextStepTask(interaction, due)
      if (task) draft.create('tasks', task)
    })
    onClose()
  }
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'interactions',
    keys: interactionKeys,
    before: { channel, direction: 'outgoing', at: now, customerId, dealId, owner },
    onSave: (_changed, values) => save(values).catch(tellError),
  })
  const nextStep = form.watch('nextStep')
  /** A next step is for tomorrow, unless another day or none was chosen. */
  const dayFor = (step: unknown): string | undefined => {
    if (typeof step !== 'string' || step.trim() === '') return undefined
    return chosenDay === undefined ? addDays(today, 1) : (chosenDay ?? undefined)
  }
  return (
    <FormDialog
      title={t('activity.log')}
      saveLabel={t('activity.logIt')}
      isSaving={form.formState.isSubmitting}
      isDirty={form.formState.isDirty}
      onSubmit={() => void submit()}
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
      <InteractionFields form={form} focus={customerId === undefined ? 'customerId' : 'text'} />
      <div className="mt-4 grid grid-cols-2 gap-3 border-line border-t pt-3">
        <div className="flex min-w-0 flex-col gap-1">
          <FormField noun="interactions" form={form} name="nextStep" />
          <p className="pt-1 text-ink-faint text-xs">{t('activity.nextStepHint')}</p>
        </div>
        <div className="flex min-w-0 flex-col gap-1">
          <DatePicker
            label={t('activity.nextDay')}
            value={dayFor(nextStep) ?? (typeof chosenDay === 'string' ? chosenDay : undefined)}
            onChange={(day) => setChosenDay(day ?? null)}
          />
          <QuickDays onChoose={setChosenDay} />
        </div>
      </div>
    </FormDialog>
  )
}

/** Writes down what happened, with whom, and what comes next, which becomes a task in the same write. */
export const LogInteractionDialog = ({ request, onClose }: Props) => {
  const deal = useRecord('deals', request.dealId)
  if (deal === undefined) return null
  const customerId = request.customerId ?? deal?.customerId ?? deal?.companyId
  return <LogForm request={{ ...request, ...(customerId !== undefined && { customerId }) }} onClose={onClose} />
}
