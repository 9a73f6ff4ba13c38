import { useMemo } from 'react'

import { displayName, type History } from '../../../shared/domain/index.ts'
import { useRecords } from '../../data/index.ts'

const LINKS = new Set(['companyId', 'customerId'])

/** The names of the customers that a history points at, by id. */
export const useHistoryNames = (history: readonly History[]): ReadonlyMap<string, string> => {
  const ids = useMemo(
    () => [
      ...new Set(
        history.flatMap(({ changes }) =>
          changes
            .filter(({ path }) => LINKS.has(path))
            .flatMap(({ before, after }) => [before, after].filter((id) => typeof id === 'string')),
        ),
      ),
    ],
    [history],
  )
  const records = useRecords('customers', ids)
  return useMemo(() => new Map([...records].map(([id, row]) => [id, displayName(row)])), [records])
}
