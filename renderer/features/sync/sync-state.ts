import { useCallback, useEffect } from 'react'
import { create } from 'zustand'

import type { SyncState } from '../../../shared/desktop-api.ts'
import { useDesktop } from '../../desktop/index.ts'

const useStore = create<{ state: SyncState | undefined; error: unknown }>(() => ({
  state: undefined,
  error: undefined,
}))

/** Where and how this book syncs, as the desktop side has it; undefined while it is asked. `refresh` asks anew. */
export const useSyncState = () => {
  const desktop = useDesktop()
  const { state, error } = useStore()
  const refresh = useCallback(async () => {
    try {
      useStore.setState({ state: await desktop.call('sync.state', {}), error: undefined })
    } catch (failure) {
      useStore.setState({ error: failure })
    }
  }, [desktop])
  useEffect(() => void refresh(), [refresh])
  return { state, error, refresh }
}
