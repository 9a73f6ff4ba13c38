import type { ChildProcess } from 'node:child_process'

import { isRoot } from '../services/browser/arguments.ts'
import { findBrowser } from '../services/browser/find-browser.ts'
import { hasDisplay, openBrowser } from './browser.ts'
import { say } from './say.ts'

/** A browser that ends this soon, in milliseconds, handed its window to one that was open already. */
const HANDED_OVER = 3000
/** A browser that was asked to end gets this long, in milliseconds. */
const PATIENCE = 5000

/** The browsers that show the window. */
export type Windows = {
  /** Shows the window where that is possible. */
  show: (address: string) => void
  /** Whether one that was opened here is still open, so that it can be closed from here. */
  areOpen: () => boolean
  /** Ends them all; that is not taken for the end of the program. */
  end: () => Promise<void>
}

/** The browser to show the window in; where that is not possible it says why not. */
const windowBrowser = (): string | undefined => {
  if (process.env['FAIRBOOK_OPEN'] === '0') return undefined
  const browser = findBrowser()
  if (!hasDisplay()) say('No display here: open the address in a browser on this machine.')
  else if (!browser) say('No Chrome, Chromium or Edge found: open the address in another browser on this machine.')
  else return browser
  return undefined
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill()
  })

/** @param onClosed called when the last browser that was opened ends by itself */
export const createWindows = (
  dataFolder: string,
  onClosed: () => void,
  browserOf: () => string | undefined = windowBrowser,
): Windows => {
  const open = new Set<ChildProcess>()
  return {
    show: (address) => {
      const browser = browserOf()
      if (!browser) return
      if (isRoot()) say('Running as root: the browser runs without its sandbox. Use an ordinary user for daily work.')
      const openedAt = Date.now()
      const child = openBrowser(browser, address, dataFolder)
      open.add(child)
      child.once('error', () => {
        open.delete(child)
        say(`${browser} does not start: open the address in another browser.`)
      })
      child.once('exit', (code) => {
        // One that is being ended is not in the set any more.
        if (!open.delete(child)) return
        // It handed its window over to one of ours that is still open, however long a busy machine took for that.
        if (open.size > 0) return
        if (code === 0 && Date.now() - openedAt < HANDED_OVER)
          say('The window opened in a browser that was running already. Ctrl+C closes Fairbook.')
        else onClosed()
      })
    },
    areOpen: () => open.size > 0,
    end: async () => {
      const children = [...open]
      open.clear()
      await Promise.all(children.map(ended))
    },
  }
}
