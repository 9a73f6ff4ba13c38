import { useEffect, useState } from 'react'

import { isCustomFieldId } from '../../../../shared/domain/index.ts'
import { type Book, useBook } from '../../../data/index.ts'

const CHUNK = 1_000
const TABLES = ['customers', 'deals'] as const

/** How many records, the trash included, hold a value in each field of one's own. Reads every row, in pieces. */
export const countValues = async ({ db }: Pick<Book, 'db'>, signal?: AbortSignal): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const table of TABLES) {
    let after = ''
    while (!signal?.aborted) {
      const rows = await db.table(table).where('id').above(after).limit(CHUNK).toArray()
      for (const row of rows)
        for (const key of Object.keys(row)) if (isCustomFieldId(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
      const last: unknown = rows.at(-1)?.id
      if (typeof last !== 'string' || rows.length < CHUNK) break
      after = last
    }
  }
  return counts
}

/** The counts as they were when the page opened or `turn` last changed; nothing until they are known. */
export const useValueCounts = (turn: unknown): ReadonlyMap<string, number> | undefined => {
  const book = useBook()
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says when to count anew.
  useEffect(() => {
    const stop = new AbortController()
    void countValues(book, stop.signal).then((found) => {
      if (!stop.signal.aborted) setCounts(found)
    })
    return () => stop.abort()
  }, [book, turn])
  return counts
}
