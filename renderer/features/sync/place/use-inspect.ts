import { useCallback, useRef, useState } from 'react'

import type { SyncSummary } from '../../../../shared/desktop-api.ts'
import { useDesktop } from '../../../desktop/index.ts'
import type { PlaceLogin } from './place-draft.ts'

export type Inspection =
  | { state: 'none' }
  | { state: 'asking' }
  | { state: 'found'; summary: SyncSummary }
  | { state: 'failed'; error: unknown }

/** Looks at a place. An answer to an earlier question than the last one is not heard any more. */
export const useInspect = () => {
  const desktop = useDesktop()
  const [inspection, setInspection] = useState<Inspection>({ state: 'none' })
  const asked = useRef(0)
  const forget = useCallback(() => {
    asked.current += 1
    setInspection({ state: 'none' })
  }, [])
  const inspect = useCallback(
    async (login: PlaceLogin): Promise<SyncSummary | undefined> => {
      asked.current += 1
      const mine = asked.current
      setInspection({ state: 'asking' })
      try {
        const summary = await desktop.call('sync.inspect', login)
        if (mine !== asked.current) return undefined
        setInspection({ state: 'found', summary })
        return summary
      } catch (error) {
        if (mine === asked.current) setInspection({ state: 'failed', error })
        return undefined
      }
    },
    [desktop],
  )
  return { inspection, inspect, forget }
}
