import { mkdirSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Browser, chromium, type Page } from '@playwright/test'
import { ensureBrowser } from '../../build/browser.ts'
import { ensureBundle } from '../../build/bundle.ts'
import { inRoot, say } from '../../build/run.ts'
import { quietArguments, sandboxArguments } from '../../electron/services/browser/arguments.ts'
import type { Language } from '../../renderer/i18n/languages.ts'
import { makeDataFolder, removeFolder, startHostProcess } from './support/host.ts'
import { bringConflicts } from './support/show-sync.ts'
import { chooseLanguage, settle, visit } from './support/window.ts'
import { words } from './support/words.ts'

type Picture = {
  file: string
  path: string
  theme?: 'light' | 'dark'
  /** Pixels. */
  height?: number
  /** The last of what the page shows. */
  shows: string
  /** Opens what stands beside it. */
  open?: (page: Page) => Promise<void>
}

/** Opens a record beside the list, so that the picture shows both. */
const openRecord = async (page: Page): Promise<void> => {
  await page.getByRole('row').nth(6).click()
  await page.locator('main aside [role=tablist]').waitFor()
}

const customers = { path: '/customers', shows: '[role=rowgroup] [role=row] >> nth=12', open: openRecord } as const

/** The pictures of the README, taken from the real window with the sample book. */
const ofOneWindow: readonly Picture[] = [
  { file: 'customers', ...customers },
  { file: 'today', path: '/', shows: 'main section li >> nth=3' },
  { file: 'reports', path: '/reports/wonLost', shows: 'main canvas' },
  { file: 'deals-dark', path: '/deals', theme: 'dark', shows: 'main [role=option] >> nth=3' },
]

const ofPersian: readonly Picture[] = [{ file: 'customers-fa', ...customers }]

const ofTwoWindows: readonly Picture[] = [
  { file: 'conflicts', path: '/conflicts', shows: 'main ul ul li', height: 720 },
  { file: 'sync', path: '/settings/sync', shows: 'main section >> nth=3', height: 720 },
]

/** Until the page has shown all it has to: for this long, in milliseconds, nothing on it changed. */
const STILL = 700

const untilStill = (page: Page): Promise<void> =>
  page.evaluate(
    (millis) =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect()
          resolve()
        }
        let timer = setTimeout(done, millis)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, millis)
        })
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      }),
    STILL,
  )

const take = async (page: Page, pictures: readonly Picture[]): Promise<void> => {
  for (const { file, path, theme = 'light', height = 820, shows, open } of pictures) {
    await page.setViewportSize({ width: 1360, height })
    await page.emulateMedia({ colorScheme: theme })
    await visit(page, path)
    await page.locator(shows).first().waitFor()
    await open?.(page)
    await page.mouse.move(0, 0)
    await untilStill(page)
    await settle(page)
    await page.screenshot({ path: inRoot(`build/readme/${file}.png`) })
    say(`build/readme/${file}.png`)
  }
}

const ends: (() => Promise<unknown>)[] = []

/** A window of its own, with a host, a data folder and a profile of its own, at the welcome. */
const openWindow = async (browser: Browser, language: Language): Promise<Page> => {
  const dataFolder = await makeDataFolder()
  const host = await startHostProcess({ dataFolder })
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Vilnius',
    reducedMotion: 'reduce',
  })
  // A function that is handed into the window calls this when tsx has named it.
  await context.addInitScript('globalThis.__name = (named) => named')
  ends.unshift(async () => {
    await context.close()
    await host.stop()
    await removeFolder(dataFolder)
  })
  const page = await context.newPage()
  await chooseLanguage(page, language)
  await page.goto(host.address)
  return page
}

/** Begins with the sample book, as one chooses it at the welcome. */
const beginSample = async (page: Page, language: Language): Promise<Page> => {
  const begin = page.getByRole('button', { name: words[language]['welcome.sample'] })
  await begin.click()
  await begin.waitFor({ state: 'hidden' })
  return page
}

const takeAll = async (browser: Browser): Promise<void> => {
  const first = await beginSample(await openWindow(browser, 'en'), 'en')
  await take(first, ofOneWindow)
  await take(await beginSample(await openWindow(browser, 'fa'), 'fa'), ofPersian)
  const shared = await mkdtemp(join(tmpdir(), 'team-drive-'))
  ends.push(() => removeFolder(shared))
  await bringConflicts(first, await openWindow(browser, 'en'), shared)
  await take(first, ofTwoWindows)
}

const executablePath = await ensureBrowser()
if (!executablePath) process.exit(1)
await ensureBundle()
mkdirSync(inRoot('build/readme'), { recursive: true })
const browser = await chromium.launch({
  executablePath,
  args: ['--disable-gpu', ...quietArguments, ...sandboxArguments()],
})
try {
  await takeAll(browser)
} finally {
  for (const end of ends) await end()
  await browser.close()
}
