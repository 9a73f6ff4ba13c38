import { AppError } from '../../shared/app-error.ts'
import type { Desktop, DesktopHandlers, MenuCommand } from '../../shared/desktop-api.ts'
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

const none: DesktopHandlers = {
  'host.info': async () => ({ host: 'fake', platform: 'test', version: '0.0.0', dataFolder: '/' }),
  'host.language': async () => ({}),
  'book.open': missing,
  'journal.push': missing,
  'journal.pull': missing,
  'journal.forget': missing,
  'attachments.put': missing,
  'attachments.get': missing,
  'attachments.delete': missing,
  'backups.list': missing,
  'backups.create': missing,
  'backups.read': missing,
  'backups.delete': missing,
  'pdf.print': missing,
  'shell.open': missing,
  'shell.reveal': missing,
}

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
