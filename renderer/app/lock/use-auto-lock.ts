import { useEffect } from 'react'

import type { Desktop } from '../../../shared/desktop-api.ts'
import { beginAnew, followOthers } from '../../desktop/index.ts'
import { useImportWork } from '../../view-state/index.ts'
import { watchIdle } from './watch-idle.ts'

const CHANNEL = 'fairbook-touched'

const every = (milliseconds: number, tick: () => void): (() => void) => {
  const timer = setInterval(tick, milliseconds)
  return () => clearInterval(timer)
}

/** Closes the book and hides everything of it, whether the desktop side still answers or not. */
export const lockNow = (desktop: Desktop): void => {
  desktop.call('lock.close', {}).catch(beginAnew)
}

/** Keeps a book that `isSealed` from standing open when nobody is there, and in step with the other windows. */
export const useAutoLock = (desktop: Desktop, isSealed: boolean): void => {
  useEffect(followOthers, [])
  useEffect(() => {
    if (!isSealed) return
    const channel = new BroadcastChannel(CHANNEL)
    const stop = watchIdle({
      desktop,
      target: window,
      channel,
      now: Date.now,
      every,
      isBusy: () => useImportWork.getState().status?.state === 'running',
      onIdle: () => lockNow(desktop),
    })
    return () => {
      stop()
      channel.close()
    }
  }, [desktop, isSealed])
}
