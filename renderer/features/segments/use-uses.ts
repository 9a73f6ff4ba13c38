import { useMemo } from 'react'

import { type Segment, segmentsOf } from '../../../shared/domain/index.ts'
import { useAll } from '../../data/index.ts'

/** In how many other segments and saved views each segment is named, by its id, live. */
export const useUses = (segments: readonly Segment[]): ReadonlyMap<string, number> => {
  const views = useAll('views')
  return useMemo(() => {
    const uses = new Map<string, number>()
    const places = [
      ...segments.map((each) => ({ self: each.id, filter: each.filter })),
      ...(views ?? []).map(({ filter }) => ({ self: '', filter })),
    ]
    for (const { self, filter } of places)
      for (const id of new Set(segmentsOf(filter ?? []))) if (id !== self) uses.set(id, (uses.get(id) ?? 0) + 1)
    return uses
  }, [segments, views])
}
