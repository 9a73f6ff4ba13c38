import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'

import { START } from './origin.ts'
import { followWindow, MIN_SIZE, openingBounds, readWindowState } from './window-state.ts'

export type WindowPlaces = {
  /** The built preload script. */
  preload: string
  dataFolder: string
}

const workAreas = () => {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}

/** Opens the window where it was left, sandboxed, isolated and without Node. */
export const openWindow = ({ preload, dataFolder }: WindowPlaces): BrowserWindow => {
  const file = join(dataFolder, 'window.json')
  const state = readWindowState(file)
  const window = new BrowserWindow({
    ...openingBounds(state, workAreas()),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Fairbook',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  followWindow(window, file)
  window.once('ready-to-show', () => {
    if (state?.maximized) window.maximize()
    window.show()
  })
  void window.loadURL(START)
  return window
}
