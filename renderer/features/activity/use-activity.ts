import { useMemo } from 'react'

import type { Interaction, Task } from '../../../shared/domain/index.ts'
import { useRecords } from '../../data/index.ts'
import { useLinkedNames } from '../../fields/index.ts'
import { type DayBlock, layDays, type Place, pageOf, visibleDays } from './day-blocks.ts'
import type { Source } from './sources.ts'
import { useCounts, usePage } from './use-source.ts'

export type Entry = { noun: 'interactions'; record: Interaction } | { noun: 'tasks'; record: Task }

/** The days of all sources and how many there are, live; undefined until they are known. */
export const useDays = (sources: readonly Source[]): readonly DayBlock[] | undefined => {
  const [first, second, third, fourth] = sources
  const counts = [useCounts(first), useCounts(second), useCounts(third), useCounts(fourth)]
  const asked = counts.slice(0, sources.length)
  const known = asked.every((rows) => rows !== undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counts themselves are stable, their array is not
  return useMemo(
    () => (known ? layDays(asked.map((rows) => rows ?? [])) : undefined),
    [known, ...counts, sources.length],
  )
}

/** The records between two heights of the list, live, with the names they need. */
export const useEntries = (sources: readonly Source[], blocks: readonly DayBlock[], from: number, to: number) => {
  const days = useMemo(() => visibleDays(blocks, from, to), [blocks, from, to])
  const [first, second, third, fourth] = sources
  const pages = [
    usePage(first, pageOf(days, 0)),
    usePage(second, pageOf(days, 1)),
    usePage(third, pageOf(days, 2)),
    usePage(fourth, pageOf(days, 3)),
  ]
  const idsOf = (noun: Source['noun']) =>
    pages.flatMap(({ ids }, source) => (sources[source]?.noun === noun ? ids : []))
  const interactions = useRecords('interactions', idsOf('interactions'))
  const tasks = useRecords('tasks', idsOf('tasks'))
  const shown = useMemo(() => [...interactions.values(), ...tasks.values()], [interactions, tasks])
  const names = useLinkedNames(shown)
  const entryAt = ({ source, offset }: Place): Entry | undefined => {
    const page = pages[source]
    const id = page?.ids[offset - page.offset]
    if (id === undefined) return undefined
    if (sources[source]?.noun === 'tasks') {
      const record = tasks.get(id)
      return record && { noun: 'tasks', record }
    }
    const record = interactions.get(id)
    return record && { noun: 'interactions', record }
  }
  return { days, entryAt, names }
}
