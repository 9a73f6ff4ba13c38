import { useMemo } from 'react'

import { useLookups } from '../lookups.ts'
import { useLabels } from '../use-format.ts'

export type Purpose = { id: string; label: string }

/** The owner's purposes of contact, in their order; retired ones only where `used` names them. */
export const usePurposes = (used: readonly string[] = []): Purpose[] => {
  const { items } = useLookups()
  const { item } = useLabels()
  const key = used.join()
  return useMemo(() => {
    const kept = new Set(key.split(','))
    const listed = [...items.values()]
      .filter(({ id, list, retired }) => list === 'purpose' && (retired !== true || kept.has(id)))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
    return listed.map(({ id }) => ({ id, label: item(id) }))
  }, [items, item, key])
}
