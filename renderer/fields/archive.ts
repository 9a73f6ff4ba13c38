import { useCallback } from 'react'

import { useBulk } from './bulk/use-bulk.tsx'

/** Puts customers out of the way, or back. `dialog` shows the progress of many and is to be drawn. */
export const useArchive = () => {
  const { run, dialog } = useBulk()
  const archive = useCallback(
    (ids: readonly string[], archived = true): Promise<boolean> =>
      run({
        label: { key: archived ? 'customersArchived' : 'customersUnarchived', params: { count: ids.length } },
        ids,
        paths: (now) => ({ archivedAt: archived ? now : undefined }),
      }),
    [run],
  )
  return { archive, dialog }
}
