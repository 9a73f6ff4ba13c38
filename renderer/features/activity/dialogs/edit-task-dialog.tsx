import type { Task } from '../../../../shared/domain/index.ts'
import { useBook, useRecord } from '../../../data/index.ts'
import { HistoryDisclosure, useRecordForm, useTaskActions, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Checkbox } from '../../../ui/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { FormDialog } from './form-dialog.tsx'
import { Gone } from './gone.tsx'
import { TaskFields, taskKeys } from './task-fields.tsx'

type Props = { request: Extract<DialogRequest, { kind: 'editTask' }>; onClose: () => void }

const EditTaskForm = ({ task, onClose }: { task: Task; onClose: () => void }) => {
  const { t, format } = useI18n()
  const book = useBook()
  const tellError = useTellError()
  const { tick, remove } = useTaskActions()
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'tasks',
    keys: taskKeys,
    before: task,
    onSave: async (changed, values) => {
      const name = String(values['title'] ?? task.title)
      await book
        .write({ key: 'taskChanged', params: { name } }, (draft) => draft.setPaths('tasks', task.id, changed))
        .then(onClose, tellError)
    },
  })
  return (
    <FormDialog
      title={t('activity.editTask')}
      saveLabel={t('activity.save')}
      isSaving={form.formState.isSubmitting}
      isDirty={form.formState.isDirty}
      onSubmit={() => void submit()}
      onKeyDown={onKeyDown}
      onClose={onClose}
      onDelete={() => {
        remove(task)
        onClose()
      }}
    >
      <TaskFields form={form} />
      <Checkbox className="mt-4" value={task.doneAt !== undefined} onChange={() => tick(task)}>
        {task.doneAt === undefined
          ? t('activity.done')
          : t('activity.doneOn', { when: format.instant(task.doneAt, 'dateTime') })}
      </Checkbox>
      <HistoryDisclosure noun="tasks" record={task} name={task.title} />
    </FormDialog>
  )
}

/** All of a task, to change or delete. */
export const EditTaskDialog = ({ request, onClose }: Props) => {
  const task = useRecord('tasks', request.id)
  if (task === undefined) return null
  return task ? <EditTaskForm task={task} onClose={onClose} /> : <Gone onClose={onClose} />
}
