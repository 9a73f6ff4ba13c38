import { type BrowserWindow, dialog } from 'electron'

import { type Language, labelIn } from './labels.ts'

const RELOAD = 0

/** Offers to load the window again when its process has ended or hangs. The book is in files: nothing is lost by it. */
export const offerReload = (window: BrowserWindow, language: () => Language): void => {
  let asking = false
  const ask = async (message: 'crashed' | 'hung', other: 'close' | 'wait'): Promise<boolean> => {
    const label = labelIn(language())
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: label(message),
      detail: label('crashedDetail'),
      buttons: [label('reload'), label(other)],
      defaultId: RELOAD,
      cancelId: 1,
      noLink: true,
    })
    return response === RELOAD
  }
  const once = async (run: () => Promise<void>): Promise<void> => {
    if (asking || window.isDestroyed()) return
    asking = true
    await run()
    asking = false
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    void once(async () => {
      if (await ask('crashed', 'close')) window.webContents.reload()
      else window.close()
    })
  })
  window.on('unresponsive', () => {
    void once(async () => {
      if (!(await ask('hung', 'wait'))) return
      // A reload waits for the page; a page that hangs has to be ended first.
      window.webContents.forcefullyCrashRenderer()
      window.webContents.reload()
    })
  })
}
