import { useNavigate } from '@tanstack/react-router'

import { displayName, type Filter } from '../../../../shared/domain/index.ts'
import type { HealthCheck } from '../../../../shared/upkeep/index.ts'
import { useBook } from '../../../data/index.ts'
import { localDay, showList, useArchive, useBulk, useOwnOwner, useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { allIds } from '../../../read-model/all-ids.ts'
import { useReadModel } from '../../../read-model/hooks.ts'

/** Up to so many customers get a task each; more get one task for all of them. */
const TASK_EACH = 25

/** What can be done about what a check found. `dialogs` show the progress of many and are to be drawn. */
export const useRemedies = () => {
  const { t, format } = useI18n()
  const book = useBook()
  const model = useReadModel()
  const navigate = useNavigate()
  const tellError = useTellError()
  const owner = useOwnOwner()
  const { archive, dialog: archiving } = useArchive()
  const { run, dialog: removing } = useBulk()

  const idsOf = (filter: Filter): Promise<string[]> => allIds(model, { noun: 'customers', filter })
  const show = (filter: Filter) => {
    showList('customers', [...filter])
    void navigate({ to: '/customers' })
  }
  const addTasks = async (check: HealthCheck, filter: Filter) => {
    const ids = await idsOf(filter)
    const due = localDay(new Date())
    const base = { due, ...(owner && { owner }) }
    const rows = ids.length > TASK_EACH ? [] : await book.db.customers.bulkGet(ids)
    const tasks = rows.flatMap((customer) =>
      customer
        ? [{ ...base, customerId: customer.id, title: t(`upkeep.task.${check}`, { name: displayName(customer) }) }]
        : [],
    )
    const all =
      tasks.length > 0
        ? tasks
        : [{ ...base, title: t('upkeep.task.all', { what: t(`upkeep.check.${check}`), n: format.number(ids.length) }) }]
    await book.write({ key: 'tasksCreated', params: { count: all.length } }, (draft) => {
      for (const task of all) draft.create('tasks', task)
    })
  }
  const remove = async (filter: Filter) => {
    const ids = await idsOf(filter)
    await run({
      label: { key: 'customersDeleted', params: { count: ids.length } },
      ids,
      paths: (now) => ({ deletedAt: now }),
    })
  }
  const act = (work: Promise<unknown>) => void work.catch(tellError)
  return {
    show,
    addTasks: (check: HealthCheck, filter: Filter) => act(addTasks(check, filter)),
    archive: (filter: Filter) => act(idsOf(filter).then((ids) => archive(ids))),
    remove: (filter: Filter) => act(remove(filter)),
    dialogs: [archiving, removing],
  }
}
