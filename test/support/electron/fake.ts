import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron'

import { FakeApp } from './app.ts'
import { fakeIpc } from './ipc.ts'
import { fakeSafeStorage } from './safe-storage.ts'
import { FakeSession, fakeProtocol } from './session.ts'
import { FakeWebContents, FakeWindow } from './window.ts'

/** What passes between the two worlds of a window: plain values are cloned and functions stand for themselves. */
const bridged = (value: unknown): unknown => {
  if (typeof value === 'function')
    return (...args: unknown[]) => bridged(Reflect.apply(value, undefined, args.map(bridged)))
  if (value instanceof Promise) return value.then(bridged)
  if (typeof value === 'object' && value !== null && Object.values(value).some((item) => typeof item === 'function'))
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bridged(item)])))
  return structuredClone(value)
}

type Options = ConstructorParameters<typeof FakeWindow>[0]

/** Everything of the `electron` module that the shell uses, with what the tests look at beside it. */
export const fakeElectron = () => {
  const app = new FakeApp()
  const ipc = fakeIpc()
  const session = new FakeSession()
  const protocol = fakeProtocol()
  const safeStorage = fakeSafeStorage()
  const powerMonitor = new EventEmitter()
  const windows: FakeWindow[] = []
  const exposed: Record<string, unknown> = {}
  const menus: MenuItemConstructorOptions[][] = []
  const opened: string[] = []
  const openedFolders: string[] = []
  const errors: string[] = []
  const displays = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }]
  const state = { answer: 0, failToLoad: false, openPathError: '', questions: [] as string[] }

  const BrowserWindow: new (options: Options) => FakeWindow = class extends FakeWindow {
    constructor(options: Options) {
      const own = options.webPreferences?.partition === undefined ? session : new FakeSession()
      const contents = new FakeWebContents(own, ipc)
      super(options, contents)
      this.failsToLoad = state.failToLoad
      windows.push(this)
      if (own !== session) app.emit('session-created', own)
      app.emit('web-contents-created', {}, contents)
    }
  }

  return {
    module: {
      app,
      BrowserWindow,
      ipcMain: ipc.ipcMain,
      ipcRenderer: ipc.ipcRenderer,
      protocol: {
        ...protocol,
        registerSchemesAsPrivileged: (schemes: typeof protocol.privileged) => {
          app.order.push('scheme')
          protocol.registerSchemesAsPrivileged(schemes)
        },
      },
      session: { defaultSession: session },
      powerMonitor,
      safeStorage,
      screen: { getPrimaryDisplay: () => displays[0], getAllDisplays: () => displays },
      contextBridge: {
        exposeInMainWorld: (name: string, api: unknown) => {
          if (name in exposed) throw new Error(`Cannot bind an API on top of an existing property: ${name}`)
          exposed[name] = bridged(api)
        },
      },
      dialog: {
        showMessageBox: async (_window: unknown, { message }: { message: string }) => {
          state.questions.push(message)
          return { response: state.answer }
        },
        showErrorBox: (title: string, text: string) => {
          errors.push(`${title}: ${text}`)
        },
      },
      shell: {
        openExternal: async (url: string) => {
          opened.push(url)
        },
        openPath: async (path: string) => {
          openedFolders.push(path)
          return state.openPathError
        },
      },
      Menu: {
        buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
        setApplicationMenu: (menu: MenuItemConstructorOptions[]) => {
          menus.push(menu)
        },
      },
    },
    app,
    ipc,
    session,
    protocol,
    powerMonitor,
    safeStorage,
    windows,
    exposed,
    menus,
    opened,
    openedFolders,
    errors,
    displays,
    state,
  }
}

export type FakeElectron = ReturnType<typeof fakeElectron>
