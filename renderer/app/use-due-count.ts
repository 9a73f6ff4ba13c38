import { useToday } from '../fields/index.ts'
import { useAggregate } from '../read-model/hooks.ts'

/** How many open tasks are due today or were before, live. */
export const useDueCount = (): number => {
  const today = useToday()
  const { data } = useAggregate({
    noun: 'tasks',
    filter: [
      { column: 'state', op: 'is', values: ['open'] },
      { column: 'due', op: 'range', to: today },
    ],
    groupBy: [],
    measures: [{ kind: 'count' }],
  })
  return data?.[0]?.values[0] ?? 0
}
