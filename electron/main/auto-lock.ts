import type { PowerMonitor } from 'electron'

import type { DesktopHandlers } from '../../shared/desktop-api.ts'

type Lock = Pick<DesktopHandlers, 'lock.state' | 'lock.close'>

/**
 * Locks a book that has a passphrase when the computer goes to sleep or its screen is locked.
 * @param tell tells the window, which still shows the book
 */
export const lockOnSleep = (
  monitor: Pick<PowerMonitor, 'on'>,
  lock: Lock,
  tell: () => void,
  log: (line: string) => void,
): void => {
  const lockNow = async (): Promise<void> => {
    const { enabled, locked } = await lock['lock.state']({})
    if (!enabled || locked) return
    // The window first: what it shows goes before the computer sleeps.
    tell()
    await lock['lock.close']({})
  }
  const onSleep = () => {
    lockNow().catch((error: unknown) => log(String(error)))
  }
  monitor.on('suspend', onSleep)
  monitor.on('lock-screen', onSleep)
}
