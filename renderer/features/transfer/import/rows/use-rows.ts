import { useCallback, useEffect, useRef, useState } from 'react'

import type { RowRange } from '../../../../ui/index.ts'
import type { RowSet, RowView } from '../../../../workers/import-protocol.ts'
import type { WizardActions } from '../wizard-actions.ts'

const PAGE = 100

export type Rows = {
  /** Undefined until the first page has come. */
  count: number | undefined
  at: (index: number) => RowView | undefined
  want: (range: RowRange) => void
}

/** The planned rows of a set, fetched as they come into sight. `of`: another report is another list. */
export const useRows = (set: RowSet, of: object, { rows: fetch }: Pick<WizardActions, 'rows'>): Rows => {
  const [count, setCount] = useState<number>()
  const [held, setHeld] = useState<ReadonlyMap<number, RowView>>(new Map())
  const asked = useRef(new Set<number>())
  const run = useRef(0)
  const load = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return
      asked.current.add(page)
      const started = run.current
      fetch(set, page * PAGE, PAGE).then(
        ({ count: total, rows }) => {
          if (started !== run.current) return
          setCount(total)
          setHeld((before) => new Map([...before, ...rows.map((row, at) => [page * PAGE + at, row] as const)]))
        },
        // The worker tells what went wrong with the import itself; a list that does not come is asked for again.
        () => asked.current.delete(page),
      )
    },
    [set, fetch],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report is another list
  useEffect(() => {
    run.current += 1
    asked.current = new Set()
    setHeld(new Map())
    setCount(undefined)
    load(0)
  }, [load, of])
  return {
    count,
    at: (index) => held.get(index),
    want: useCallback(
      ({ start, end }) => {
        for (let page = Math.floor(start / PAGE); page * PAGE < end; page += 1) load(page)
      },
      [load],
    ),
  }
}
