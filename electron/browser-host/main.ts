import { fileURLToPath } from 'node:url'

import packageJson from '../../package.json' with { type: 'json' }
import { dispatch } from '../../shared/desktop-dispatch.ts'
import { isRoot } from '../services/browser/arguments.ts'
import { findBrowser } from '../services/browser/find-browser.ts'
import { dataFolderOf } from '../services/data-folder.ts'
import { hostHandlers } from '../services/host-handlers.ts'
import { openServices, type Services } from '../services/index.ts'
import { printHtml } from '../services/pdf/print-html.ts'
import { systemProtector } from '../services/secrets/system-store.ts'
import { systemOpen } from '../services/shell/system-open.ts'
import { hasDisplay, openBrowser } from './browser.ts'
import { DEFAULT_PORT, startHost } from './host.ts'
import { log, say, whyFailed, whyNotStarted } from './say.ts'

/** A browser that ends this soon, in milliseconds, handed its window to one that was open already. */
const HANDED_OVER = 3000

const portOf = (given: string | undefined): number => {
  const port = Number(given ?? DEFAULT_PORT)
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : DEFAULT_PORT
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

let browsers = 0

/** Shows the window where that is possible. `onClosed` is called when the last browser that was opened ends. */
const showWindow = (address: string, dataFolder: string, onClosed: () => void): void => {
  const browser = windowBrowser()
  if (!browser) return
  if (isRoot()) say('Running as root: the browser runs without its sandbox. Use an ordinary user for daily work.')
  const openedAt = Date.now()
  const child = openBrowser(browser, address, dataFolder)
  browsers += 1
  child.once('error', () => {
    browsers -= 1
    say(`${browser} does not start: open the address in another browser.`)
  })
  child.once('exit', (code) => {
    browsers -= 1
    // It handed its window over to one of ours that is still open, however long a busy machine took for that.
    if (browsers > 0) return
    if (code === 0 && Date.now() - openedAt < HANDED_OVER)
      say('The window opened in a browser that was running already. Ctrl+C closes Fairbook.')
    else onClosed()
  })
}

const run = async (): Promise<void> => {
  const dataFolder = dataFolderOf()
  const port = portOf(process.env['FAIRBOOK_PORT'])
  const windowFolder = process.env['FAIRBOOK_WINDOW'] ?? fileURLToPath(new URL('../window', import.meta.url))
  const end = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end.abort())
  const openWindow = (address: string) => showWindow(address, dataFolder, () => end.abort())

  let services: Services | undefined
  const host = await startHost({ port, dataFolder, windowFolder, openWindow }, async () => {
    const protector = await systemProtector()
    services = await openServices({ dataFolder, protector, onProblem: (error) => log(String(error)) })
    const handlers = hostHandlers(services.handlers, {
      info: { host: 'browser', platform: process.platform, version: packageJson.version, dataFolder },
      // The browser's own menus speak the browser's language.
      setLanguage: () => undefined,
      print: (html) => printHtml(html, { browser: findBrowser() }),
      openExternal: (url) => systemOpen(url),
      openFolder: (path) => systemOpen(path),
    })
    return (name, input) => dispatch(handlers, name, input, log)
  })
  if (typeof host === 'string') {
    say(whyNotStarted(host, port))
    process.exit(host === 'opened' ? 0 : 1)
  }
  say(`Fairbook is at ${host.address}`)
  say(`Its data is in ${dataFolder}`)
  openWindow(host.passAddress())
  if (!end.signal.aborted) await new Promise((resolve) => end.signal.addEventListener('abort', resolve))
  await host.close()
  await services?.close()
  process.exit(0)
}

run().catch((error: unknown) => {
  log(whyFailed(error))
  process.exit(1)
})
