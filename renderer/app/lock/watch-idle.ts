import type { Desktop } from '../../../shared/desktop-api.ts'

const MINUTE = 60_000
/** How often it looks, in milliseconds; a browser lets windows that are not seen look once a minute. */
const TICK = 5_000
/** Nothing was heard for this long: the computer slept. */
const SLEPT = 3 * MINUTE
/** Other windows are told of a hand on this one at most this often. */
const TELL_EVERY = 1_000

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus'] as const

export type IdleWatch = {
  desktop: Desktop
  /** Where pointer and keys are heard. */
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  /** Shared by all windows: a hand on one keeps the others open. */
  channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>
  now: () => number
  /** Calls back again and again; returns how to stop. */
  every: (milliseconds: number, tick: () => void) => () => void
  /** Whether something runs that locking would break off. */
  isBusy: () => boolean
  /** The book is to be closed now. */
  onIdle: () => void
}

/**
 * Watches over an open, locked book: closes it when nobody touched any window for as long as the owner chose, when the
 * computer slept, and when the desktop side has closed it. Returns how to stop.
 */
export const watchIdle = ({ desktop, target, channel, now, every, isBusy, onIdle }: IdleWatch): (() => void) => {
  let touchedAt = now()
  let toldAt = 0
  let lookedAt = now()
  let minutes = 0
  let stopped = false

  const lock = () => {
    if (stopped) return
    stopped = true
    onIdle()
  }
  const isIdle = () => minutes > 0 && now() - touchedAt >= minutes * MINUTE && !isBusy()
  const touched = () => {
    // The first move after a long pause does not count: the window should have been locked before it.
    if (isIdle()) return lock()
    touchedAt = now()
    if (touchedAt - toldAt < TELL_EVERY) return
    toldAt = touchedAt
    channel.postMessage(null)
  }
  const look = () => {
    const slept = now() - lookedAt >= SLEPT
    lookedAt = now()
    if (slept || isIdle()) return lock()
    desktop.call('lock.state', {}).then(
      (state) => {
        minutes = state.minutes
        if (state.locked) lock()
      },
      // A desktop side that does not answer is told of elsewhere.
      () => undefined,
    )
  }
  for (const sign of SIGNS) target.addEventListener(sign, touched)
  channel.onmessage = () => {
    touchedAt = now()
  }
  look()
  const stopLooking = every(TICK, look)
  return () => {
    stopped = true
    stopLooking()
    for (const sign of SIGNS) target.removeEventListener(sign, touched)
  }
}
