import { mkdirSync } from 'node:fs'

import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { ensureBrowser } from '../../build/browser.ts'
import { ensureBundle } from '../../build/bundle.ts'
import { inRoot, say } from '../../build/run.ts'
import { quietArguments, sandboxArguments } from '../../electron/services/browser/arguments.ts'
import { makeDataFolder, removeFolder, startHostProcess } from './support/host.ts'

/** The pictures of the README, taken from the real window with the sample book. */
const pictures = [
  { file: 'customers', language: 'English', theme: 'light', path: '/customers' },
  { file: 'today', language: 'English', theme: 'light', path: '/' },
  { file: 'reports', language: 'English', theme: 'light', path: '/reports/wonLost' },
  { file: 'deals-dark', language: 'English', theme: 'dark', path: '/deals' },
  { file: 'customers-fa', language: 'فارسی', theme: 'light', path: '/customers' },
] as const

const SETTLED = 1_500

/** Opens a record beside the list, so that the picture shows both. */
const openRecord = async (page: Page): Promise<void> => {
  await page.getByRole('row').nth(6).click()
  await page.waitForTimeout(SETTLED)
}

const take = async (context: BrowserContext, address: string): Promise<void> => {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: 'Look around with a sample book' }).click()
  await page.getByRole('heading', { name: 'Welcome to Fairbook' }).waitFor({ state: 'hidden' })
  for (const { file, language, theme, path } of pictures) {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(new URL('/settings/appearance', page.url()).href)
    await page.getByText(language, { exact: true }).click()
    await page.goto(new URL(path, page.url()).href)
    await page.waitForTimeout(SETTLED)
    if (path === '/customers') await openRecord(page)
    await page.screenshot({ path: inRoot(`build/readme/${file}.png`) })
    say(`build/readme/${file}.png`)
  }
}

const executablePath = await ensureBrowser()
if (!executablePath) process.exit(1)
await ensureBundle()
mkdirSync(inRoot('build/readme'), { recursive: true })
const dataFolder = await makeDataFolder()
const host = await startHostProcess({ dataFolder })
const browser = await chromium.launch({
  executablePath,
  args: ['--disable-gpu', ...quietArguments, ...sandboxArguments()],
})
try {
  const viewport = { width: 1360, height: 820 }
  await take(await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Vilnius' }), host.address)
} finally {
  await browser.close()
  await host.stop()
  await removeFolder(dataFolder)
}
