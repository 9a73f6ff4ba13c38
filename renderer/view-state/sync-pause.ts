import { create } from 'zustand'

/** Whether someone stopped syncing for now. It goes on with the next start of the program. */
export const useSyncPaused = create<{ isPaused: boolean }>()(() => ({ isPaused: false }))

export const setSyncPaused = (isPaused: boolean): void => useSyncPaused.setState({ isPaused })
