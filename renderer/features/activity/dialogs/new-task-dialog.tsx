import { tasks } from '../../../../shared/domain/index.ts'
import { useBook, useRecord } from '../../../data/index.ts'
import { useOwnOwner, useRecordForm, useTellError, useToday } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { FormDialog } from './form-dialog.tsx'
import { TaskFields, taskKeys } from './task-fields.tsx'

type Props = { request: Extract<DialogRequest, { kind: 'newTask' }>; onClose: () => void }

const inputSchema = tasks.schema.pick({
  title: true,
  due: true,
  dueTime: true,
  customerId: true,
  dealId: true,
  owner: true,
  notes: true,
})

const NewTaskForm = ({ request: { title, customerId, dealId }, onClose }: Props) => {
  const { t } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const owner = useOwnOwner()
  const due = useToday()
  const save = async (values: Record<string, unknown>) => {
    const task = inputSchema.parse(values)
    await book.write({ key: 'taskCreated', params: { name: task.title } }, (draft) => {
      draft.create('tasks', task)
    })
    onClose()
  }
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'tasks',
    keys: taskKeys,
    before: { title, due, customerId, dealId, owner },
    onSave: (_changed, values) => save(values).catch(tellError),
  })
  return (
    <FormDialog
      title={t('activity.newTask')}
      saveLabel={t('activity.addTask')}
      isSaving={form.formState.isSubmitting}
      isDirty={form.formState.isDirty}
      onSubmit={() => void submit()}
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
      <TaskFields form={form} />
    </FormDialog>
  )
}

/** Adds a task, due today unless another day is chosen. A task about a deal is about its customer too. */
export const NewTaskDialog = ({ request, onClose }: Props) => {
  const deal = useRecord('deals', request.dealId)
  if (deal === undefined) return null
  const customerId = request.customerId ?? deal?.customerId ?? deal?.companyId
  return <NewTaskForm request={{ ...request, ...(customerId !== undefined && { customerId }) }} onClose={onClose} />
}
