import { fileURLToPath } from 'node:url'

import packageJson from '../../package.json' with { type: 'json' }
import { dispatch } from '../../shared/desktop-dispatch.ts'
import { findBrowser } from '../services/browser/find-browser.ts'
import { dataFolderOf } from '../services/data-folder.ts'
import { type HostParts, hostHandlers } from '../services/host-handlers.ts'
import { openServices, type Services } from '../services/index.ts'
import { wipeProfiles } from '../services/lock/wipe-profiles.ts'
import { dropOldPrints } from '../services/pdf/print-folder.ts'
import { printHtml } from '../services/pdf/print-html.ts'
import { lazyProtector } from '../services/secrets/protector.ts'
import { systemProtector } from '../services/secrets/system-store.ts'
import { systemOpen } from '../services/shell/system-open.ts'
import { type Answer, DEFAULT_PORT, notYet, startHost } from './host.ts'
import { log, say, whyFailed, whyNotStarted } from './say.ts'
import { createWindows } from './windows.ts'

const portOf = (given: string | undefined): number => {
  const port = Number(given ?? DEFAULT_PORT)
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : DEFAULT_PORT
}

const run = async (): Promise<void> => {
  const dataFolder = dataFolderOf()
  const port = portOf(process.env['FAIRBOOK_PORT'])
  const windowFolder = process.env['FAIRBOOK_WINDOW'] ?? fileURLToPath(new URL('../window', import.meta.url))
  const end = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end.abort())
  const windows = createWindows(dataFolder, () => end.abort())
  const onProblem = (error: unknown) => log(String(error))

  let services: Services | undefined
  let answer: Answer = notYet
  const open = async (): Promise<void> => {
    await wipeProfiles({ dataFolder, onProblem })
    await dropOldPrints()
    services = await openServices({ dataFolder, protector: lazyProtector(systemProtector), onProblem })
    const handlers = hostHandlers(services.handlers, parts)
    answer = (name, input) => dispatch(handlers, name, input, log)
  }
  const startAnew = async (): Promise<void> => {
    answer = notYet
    await windows.end()
    await services?.close()
    await open()
    windows.show(passAddress())
  }
  const parts: HostParts = {
    info: { host: 'browser', platform: process.platform, version: packageJson.version, dataFolder },
    // The browser's own menus speak the browser's language.
    setLanguage: () => undefined,
    print: (html) => printHtml(html, { browser: findBrowser() }),
    openExternal: (url) => systemOpen(url),
    openFolder: (path) => systemOpen(path),
    inOwnBrowser: () => !windows.areOpen(),
    restart: () => {
      if (!windows.areOpen()) return false
      // The answer goes out first.
      setTimeout(() => {
        startAnew().catch((error: unknown) => {
          log(whyFailed(error))
          end.abort()
        })
      }, 100)
      return true
    },
  }

  const host = await startHost({ port, dataFolder, windowFolder, openWindow: windows.show }, async () => {
    await open()
    return (name, input) => answer(name, input)
  })
  if (typeof host === 'string') {
    say(whyNotStarted(host, port))
    process.exit(host === 'opened' ? 0 : 1)
  }
  const { passAddress } = host
  say(`Fairbook is at ${host.address}`)
  say(`Its data is in ${dataFolder}`)
  windows.show(passAddress())
  if (!end.signal.aborted) await new Promise((resolve) => end.signal.addEventListener('abort', resolve))
  await host.close()
  await services?.close()
  process.exit(0)
}

run().catch((error: unknown) => {
  log(whyFailed(error))
  process.exit(1)
})
