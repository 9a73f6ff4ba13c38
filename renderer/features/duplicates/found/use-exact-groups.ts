import { useEffect, useState } from 'react'

import { type DuplicateGroup, isExactGroup, type MergeRecord, mainOf } from '../../../../shared/merging/index.ts'
import { type Book, type MergeRequest, useBook } from '../../../data/index.ts'

/** A group that may be merged without being looked at. */
export type ExactGroup = { records: readonly MergeRecord[]; request: MergeRequest }

/** Groups read at one go: between two, the window gets its turn. */
const TOGETHER = 100

const findExact = async (book: Book, groups: readonly DuplicateGroup[], signal: AbortSignal): Promise<ExactGroup[]> => {
  const catalog = await book.catalog()
  const taken = new Set<string>()
  const exact: ExactGroup[] = []
  for (let at = 0; at < groups.length && !signal.aborted; at += TOGETHER) {
    const chunk = groups.slice(at, at + TOGETHER)
    const rows = await book.db.customers.bulkGet(chunk.flatMap(({ ids }) => ids))
    const byId = new Map(rows.flatMap((row) => (row && row.deletedAt === undefined ? [[row.id, row] as const] : [])))
    for (const { ids } of chunk) {
      const records = ids.flatMap((id) => byId.get(id) ?? [])
      const main = mainOf(records)
      // A record between two groups goes into the surer one.
      if (!main || records.length < ids.length || ids.some((id) => taken.has(id))) continue
      if (!isExactGroup(records, catalog)) continue
      for (const id of ids) taken.add(id)
      exact.push({ records, request: { mainId: main.id, otherIds: ids.filter((id) => id !== main.id) } })
    }
  }
  return exact
}

/** The groups that are exact, as far as is known by now. */
export const useExactGroups = (groups: readonly DuplicateGroup[]): readonly ExactGroup[] => {
  const book = useBook()
  const [exact, setExact] = useState<readonly ExactGroup[]>([])
  useEffect(() => {
    const controller = new AbortController()
    findExact(book, groups, controller.signal).then(
      (found) => {
        if (!controller.signal.aborted) setExact(found)
      },
      () => setExact([]),
    )
    return () => controller.abort()
  }, [book, groups])
  return exact
}
