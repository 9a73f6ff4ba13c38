import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, Menu, powerMonitor, session, shell } from 'electron'

import { AppError } from '../../shared/app-error.ts'
import type { MenuCommand } from '../../shared/desktop-api.ts'
import { MENU_CHANNEL } from '../../shared/desktop-bridge.ts'
import { hostHandlers } from '../services/host-handlers.ts'
import type { Services, ServicesOptions } from '../services/index.ts'
import { lazyProtector } from '../services/secrets/protector.ts'
import { lockOnSleep } from './auto-lock.ts'
import { offerReload } from './crash.ts'
import { askWhereToSave } from './downloads.ts'
import { answerCalls } from './ipc.ts'
import { labelIn, languageOf } from './labels.ts'
import { menuTemplate } from './menu.ts'
import { guardNavigation } from './navigation.ts'
import { restrictPermissions } from './permissions.ts'
import { printInWindow } from './print.ts'
import { registerScheme, serveWindow } from './protocol.ts'
import { systemProtector } from './secrets.ts'
import { openWindow } from './window.ts'

/** Where things are, and how the book is opened. */
export type Places = {
  dataFolder: string
  /** Folder of the built window. */
  window: string
  /** The built preload script. */
  preload: string
  openServices: (options: ServicesOptions) => Promise<Services>
}

const log = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const openFolder = async (path: string): Promise<void> => {
  const failed = await shell.openPath(path)
  if (failed !== '') throw new AppError('notFound', { what: path }, failed)
}

/** The windows, the menus and the language that they share. There is one window; on macOS there may be none. */
const desk = (places: Places) => {
  let window: BrowserWindow | undefined
  let language = languageOf(app.getLocale())
  const show = (): BrowserWindow => {
    if (window && !window.isDestroyed()) {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      return window
    }
    window = openWindow(places)
    offerReload(window, () => language)
    return window
  }
  const run = (command: MenuCommand): void => {
    const shown = show()
    // A window that was just made isn't listening yet.
    if (shown.webContents.isLoading())
      shown.webContents.once('did-finish-load', () => shown.webContents.send(MENU_CHANNEL, command))
    else shown.webContents.send(MENU_CHANNEL, command)
  }
  const setLanguage = (tag: string): void => {
    language = languageOf(tag)
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform, run)))
  }
  setLanguage(language)
  /** Tells the window, if there is one. */
  const tell = (command: MenuCommand): void => {
    if (window && !window.isDestroyed()) window.webContents.send(MENU_CHANNEL, command)
  }
  return { show, setLanguage, tell }
}

/** Holds the end of the program until the services have written everything and let the folder go. */
const closeBeforeQuit = (services: Services): void => {
  let closing = false
  app.on('will-quit', (event) => {
    if (closing) return
    closing = true
    event.preventDefault()
    session.defaultSession.flushStorageData()
    services
      .close()
      .catch((error: unknown) => log(String(error)))
      .finally(() => app.exit(0))
  })
}

const run = async (places: Places): Promise<void> => {
  const services = await places.openServices({
    dataFolder: places.dataFolder,
    protector: lazyProtector(systemProtector),
    onProblem: (error) => log(String(error)),
  })
  closeBeforeQuit(services)
  const desktop = desk(places)
  const handlers = hostHandlers(services.handlers, {
    info: { host: 'electron', platform: process.platform, version: app.getVersion(), dataFolder: places.dataFolder },
    setLanguage: desktop.setLanguage,
    print: printInWindow,
    openExternal: (url) => shell.openExternal(url),
    openFolder,
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] })
      return filePaths[0] ?? null
    },
    restart: () => {
      app.relaunch()
      // The answer goes out first.
      setTimeout(() => app.quit(), 100)
      return true
    },
  })
  answerCalls(ipcMain, handlers, log)
  lockOnSleep(powerMonitor, handlers, () => desktop.tell('lock'), log)
  app.on('second-instance', () => desktop.show())
  app.on('activate', () => desktop.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  desktop.show()
}

/** Starts the program; resolves once its window opens. A second start only brings the first one's window forward. */
export const startApp = async (places: Places): Promise<void> => {
  try {
    // Before the lock, which lies in this folder: two books are two programs.
    const own = join(places.dataFolder, 'electron')
    mkdirSync(own, { recursive: true, mode: 0o700 })
    app.setPath('userData', own)
    if (!app.requestSingleInstanceLock()) {
      app.quit()
      return
    }
    app.enableSandbox()
    registerScheme()
    guardNavigation(app)
    await app.whenReady()
    serveWindow(session.defaultSession.protocol, places.window)
    restrictPermissions(session.defaultSession)
    // A session made for printing asks for nothing and gets nothing.
    app.on('session-created', (made) => restrictPermissions(made))
    askWhereToSave(session.defaultSession, app)
    await run(places)
  } catch (error) {
    const title = labelIn(languageOf(app.getLocale()))('cantStart')
    dialog.showErrorBox(title, error instanceof Error ? error.message : String(error))
    app.exit(1)
  }
}
