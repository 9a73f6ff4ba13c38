import { useCallback, useMemo, useRef, useState } from 'react'

import { type Customer, displayName, rollupColumns } from '../../../../shared/domain/index.ts'
import { useRecords } from '../../../data/index.ts'
import type { SelectQuery } from '../../../read-model/api.ts'
import { useReadModel, useSelect, useValues } from '../../../read-model/hooks.ts'
import type { RowRange } from '../../../ui/index.ts'

/** Which customers, in which order. */
export type CustomerQuery = Omit<SelectQuery, 'noun' | 'offset' | 'limit'>

export type CustomerRow = { customer: Customer; computed: ReadonlyMap<string, string | number | null> }

const STEP = 50
const WINDOW = 4 * STEP
/** Records are fetched for the rows in sight and this many around them: each costs a request. */
const AROUND = 20
/** Until the grid has said what it shows. */
const FIRST_ROWS = 40

const computedKeys = Object.keys(rollupColumns.customers)
const READ_MODEL_ONLY = [...computedKeys, 'updatedAt']

/** The rows in sight of a list of any size, live: ids from the read model, records by id. */
export const useCustomerRows = (query: CustomerQuery, columns: readonly string[]) => {
  const model = useReadModel()
  const [{ start, end }, setRange] = useState<RowRange>({ start: 0, end: FIRST_ROWS })
  const offset = Math.max(0, (Math.floor(start / STEP) - 1) * STEP)
  const answer = useSelect({ noun: 'customers', ...query, offset, limit: WINDOW })
  const held = useRef({ offset: 0, ids: answer.ids, count: 0, known: false })
  if (!answer.loading && !answer.error) held.current = { offset, ids: answer.ids, count: answer.count, known: true }
  const { ids, count, known, offset: from } = held.current

  const near = useMemo(() => {
    const at = Math.floor(Math.max(0, start - AROUND) / AROUND) * AROUND - from
    return ids.slice(Math.max(0, at), Math.ceil((end + AROUND) / AROUND) * AROUND - from)
  }, [ids, start, end, from])
  const records = useRecords('customers', near)
  const wanted = useMemo(() => columns.filter((key) => READ_MODEL_ONLY.includes(key)), [columns])
  const values = useValues('customers', near, wanted)
  const companies = useMemo(
    () => [...new Set([...records.values()].flatMap(({ companyId }) => (companyId ? [companyId] : [])))],
    [records],
  )
  const companyRecords = useRecords('customers', columns.includes('companyId') ? companies : NONE)
  const names = useMemo(
    () => new Map([...companyRecords].map(([id, company]) => [id, displayName(company)])),
    [companyRecords],
  )

  const idAt = (index: number): string | undefined => ids[index - from]
  // A row stays the same object until something in it changes, so that the grid need not draw it again.
  const rows = useMemo(
    () =>
      new Map(
        [...records].map(([id, customer]): [string, CustomerRow] => {
          const row = values.get(id)
          return [id, { customer, computed: new Map(wanted.map((key, at) => [key, row?.[at] ?? null])) }]
        }),
      ),
    [records, values, wanted],
  )
  const rowAt = (index: number): CustomerRow | undefined => rows.get(idAt(index) ?? '')
  const listKey = JSON.stringify(query)
  const idsBetween = useCallback(
    async ({ start: first, end }: RowRange): Promise<readonly string[]> => {
      const asked: CustomerQuery = JSON.parse(listKey)
      return (await model.select({ noun: 'customers', ...asked, offset: first, limit: end - first })).ids
    },
    [model, listKey],
  )
  const onRange = useCallback((range: RowRange) => setRange(range), [])
  return { count, known, names, idAt, rowAt, idsBetween, onRange, listKey, error: answer.error }
}

const NONE: readonly string[] = []
