import { type Interaction, interactions } from '../../../../shared/domain/index.ts'
import { loggedInteraction } from '../../../../shared/domain/interaction/rules.ts'
import { useBook, useRecord } from '../../../data/index.ts'
import { FormField, HistoryDisclosure, useRecordForm, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { useRemoveInteraction } from '../use-remove-interaction.ts'
import { FormDialog } from './form-dialog.tsx'
import { Gone } from './gone.tsx'
import { InteractionFields, interactionKeys } from './interaction-fields.tsx'

type Props = { request: Extract<DialogRequest, { kind: 'editInteraction' }>; onClose: () => void }

const EditInteractionForm = ({ interaction, onClose }: { interaction: Interaction; onClose: () => void }) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const remove = useRemoveInteraction()
  const { id } = interaction
  const save = async (changed: Record<string, unknown>) => {
    await book.write({ key: 'interactionChanged' }, async (draft) => {
      await draft.setPaths('interactions', id, changed)
      const after = interactions.schema.parse(await draft.get('interactions', id))
      const customer = after.customerId === undefined ? undefined : await draft.get('customers', after.customerId)
      const kept = loggedInteraction(after, customer)
      await draft.update('interactions', id, {
        direction: kept.direction,
        duration: kept.duration,
        outcome: kept.outcome,
        // The company at the time stays, unless it was someone else.
        ...('customerId' in changed && { companyId: kept.companyId }),
      })
    })
    onClose()
  }
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'interactions',
    keys: interactionKeys,
    before: interaction,
    onSave: (changed) => save(changed).catch(tellError),
  })
  return (
    <FormDialog
      title={t('activity.editInteraction')}
      saveLabel={t('activity.save')}
      isSaving={form.formState.isSubmitting}
      isDirty={form.formState.isDirty}
      onSubmit={() => void submit()}
      onKeyDown={onKeyDown}
      onClose={onClose}
      onDelete={() => {
        remove(id)
        onClose()
      }}
    >
      <InteractionFields form={form} focus="text" />
      <div className="mt-4 border-line border-t pt-3">
        <FormField noun="interactions" form={form} name="nextStep" />
      </div>
      <HistoryDisclosure noun="interactions" record={interaction} name={interaction.subject ?? ''} />
    </FormDialog>
  )
}

/** All of an interaction, to change or delete. */
export const EditInteractionDialog = ({ request, onClose }: Props) => {
  const interaction = useRecord('interactions', request.id)
  if (interaction === undefined) return null
  return interaction ? <EditInteractionForm interaction={interaction} onClose={onClose} /> : <Gone onClose={onClose} />
}
