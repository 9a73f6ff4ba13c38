import { AppError } from '../../shared/app-error.ts'
import {
  type Desktop,
  type DesktopCall,
  type DesktopHandlers,
  desktopApi,
  type MenuCommand,
} from '../../shared/desktop-api.ts'
import { dispatch } from '../../shared/desktop-dispatch.ts'
import { fromSend } from './from-send.ts'

export type FakeDesktop = Desktop & {
  /** Chooses a command in the menus. */
  menu: (command: MenuCommand) => void
  /** What the handlers failed with that was no `AppError`. */
  log: readonly string[]
}

const missing = async (): Promise<never> => {
  throw new AppError('hostGone')
}

/** Every call of the contract: what a test does not answer is not there. */
const none = {
  ...(Object.fromEntries(Object.keys(desktopApi).map((name) => [name, missing])) as Record<
    DesktopCall,
    typeof missing
  >),
  'host.info': async () => ({ host: 'fake', platform: 'test', version: '0.0.0', dataFolder: '/' }),
  'host.language': async () => ({}),
  'lock.state': async () => ({ enabled: false, locked: false, minutes: 0, wait: 0 }),
  'sync.state': async () => ({ place: null, sealed: false, target: '', needs: 'nothing', keptBy: 'nobody' }),
} satisfies DesktopHandlers

/**
 * The desktop side for tests, over the same dispatch as the real hosts and with what crosses cloned, as it is between
 * processes. A call without a handler fails with `hostGone`.
 */
export const fakeDesktop = (handlers: Partial<DesktopHandlers>): FakeDesktop => {
  const listeners = new Set<(command: MenuCommand) => void>()
  const log: string[] = []
  const desktop = fromSend(
    async (name, input) =>
      structuredClone(await dispatch({ ...none, ...handlers }, name, structuredClone(input), (line) => log.push(line))),
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  )
  return {
    ...desktop,
    menu: (command) => {
      for (const listener of listeners) listener(command)
    },
    log,
  }
}
