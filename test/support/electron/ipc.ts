import { EventEmitter } from 'node:events'

export type FakeFrame = { url: string; parent: FakeFrame | null; isDestroyed: () => boolean }
export type FakeSender = { mainFrame: FakeFrame }

type Invoked = (event: { senderFrame: FakeFrame | null; sender: FakeSender }, ...args: unknown[]) => unknown

/**
 * Both ends of the channel between main process and window. What crosses is cloned, as between processes, so that what
 * can't be cloned fails here too; an error loses all but its message.
 */
export const fakeIpc = () => {
  const handlers = new Map<string, Invoked>()
  const toWindow = new EventEmitter()
  let from: { senderFrame: FakeFrame | null; sender: FakeSender } | undefined
  return {
    ipcMain: {
      handle: (channel: string, handler: Invoked) => {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
        handlers.set(channel, handler)
      },
    },
    ipcRenderer: {
      invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
        const handler = handlers.get(channel)
        if (!handler || !from) throw new Error(`No handler registered for '${channel}'`)
        try {
          return structuredClone(await handler(from, ...structuredClone(args)))
        } catch (error) {
          throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
        }
      },
      on: (channel: string, listener: (...args: unknown[]) => void) => {
        toWindow.on(channel, listener)
      },
      off: (channel: string, listener: (...args: unknown[]) => void) => {
        toWindow.off(channel, listener)
      },
    },
    /** Sends to the window, with the event that leads to the window's own end of the channel. */
    send: (channel: string, ...args: unknown[]) => {
      toWindow.emit(channel, { sender: 'ipcRenderer' }, ...structuredClone(args))
    },
    /** Chooses the frame that the next calls come from. */
    callFrom: (senderFrame: FakeFrame | null, sender: FakeSender) => {
      from = { senderFrame, sender }
    },
    channels: () => [...handlers.keys()],
  }
}
