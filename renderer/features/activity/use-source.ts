import { useRef } from 'react'

import type { AggregateRow } from '../../read-model/api.ts'
import { useAggregate, useSelect } from '../../read-model/hooks.ts'
import { countsQuery, pageQuery, type Source } from './sources.ts'

/** The counts of a source by day, live; undefined until they are known. */
export const useCounts = (source: Source | undefined): readonly AggregateRow[] | undefined => {
  const { data, loading } = useAggregate(source && countsQuery(source))
  const held = useRef<readonly AggregateRow[] | undefined>(undefined)
  if (!loading && data !== undefined) held.current = data
  return source && held.current
}

export type HeldPage = { offset: number; ids: readonly string[] }

/** A page of a source, live. While another one loads, the old one stays with its own place. */
export const usePage = (source: Source | undefined, page: { offset: number; limit: number } | undefined): HeldPage => {
  const answer = useSelect(source && page && pageQuery(source, page.offset, page.limit))
  const held = useRef<HeldPage>({ offset: 0, ids: [] })
  if (page && !answer.loading && !answer.error) held.current = { offset: page.offset, ids: answer.ids }
  return held.current
}
