import { useState } from 'react'

import { useDesktop } from '../../desktop/index.ts'
import { useTellError } from '../../fields/index.ts'
import { useSync } from '../../replication/index.ts'
import { leavePlace } from './pause.ts'
import { useSyncState } from './sync-state.ts'

/** Leaves the place where the book syncs; why that fails is told. */
export const useLeave = () => {
  const desktop = useDesktop()
  const sync = useSync()
  const tellError = useTellError()
  const { refresh } = useSyncState()
  const [working, setWorking] = useState(false)
  const leave = async (): Promise<void> => {
    setWorking(true)
    try {
      await leavePlace(desktop, sync)
      await refresh()
    } catch (error) {
      tellError(error)
    } finally {
      setWorking(false)
    }
  }
  return { working, leave }
}
