/** All windows of this origin hear it. */
const CHANNEL = 'fairbook-anew'

/**
 * Loads this window and all others anew: the only sure way to leave nothing of a book in memory, its workers included.
 * What was saved is kept; what stands in open forms is not.
 */
export const beginAnew = (): void => {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(null)
  channel.close()
  location.reload()
}

/** Follows the other windows when they begin anew; returns how to stop. */
export const followOthers = (): (() => void) => {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = () => location.reload()
  return () => channel.close()
}
