import { useMemo } from 'react'

import type { Task } from '../../shared/domain/index.ts'
import { tickTask } from '../../shared/domain/task/rules.ts'
import { useBook } from '../data/index.ts'
import { useTellError } from './open-outside.tsx'

type Named = Pick<Task, 'id' | 'title'>

/** What is done with a task in one press. Failures are told in a toast. */
export type TaskActions = {
  /** Ticks it off, or takes it up again. */
  tick: (task: Named & Pick<Task, 'due' | 'doneAt'>) => void
  /** Puts it off to a day, `YYYY-MM-DD`. */
  putOff: (task: Named, day: string) => void
  remove: (task: Named) => void
}

export const useTaskActions = (): TaskActions => {
  const book = useBook()
  const tellError = useTellError()
  return useMemo(() => {
    const label = <K extends string>(key: K, { title }: Named) => ({ key, params: { name: title } })
    return {
      tick: (task) =>
        void book
          .write(label(task.doneAt === undefined ? 'taskDone' : 'taskReopened', task), (draft) =>
            draft.update('tasks', task.id, tickTask(task, new Date().toISOString())),
          )
          .catch(tellError),
      putOff: (task, due) =>
        void book
          .write(label('taskChanged', task), (draft) => draft.update('tasks', task.id, { due }))
          .catch(tellError),
      remove: (task) =>
        void book.write(label('taskDeleted', task), (draft) => draft.remove('tasks', task.id)).catch(tellError),
    }
  }, [book, tellError])
}
