import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { type Browser, chromium, type FullConfig } from '@playwright/test'

import { makeDataFolder, removeFolder, startHostProcess } from './host.ts'
import { allSaved, begin } from './window.ts'

/** Books that tests start from. `new` has nothing yet: it opens with the welcome. */
export type BookName = 'new' | 'empty' | 'sample'

const FOLDER = 'FAIRBOOK_E2E_BOOKS'

const prepare = async (browser: Browser, name: 'empty' | 'sample', folder: string): Promise<void> => {
  const dataFolder = join(folder, name)
  await mkdir(dataFolder)
  const host = await startHostProcess({ dataFolder })
  const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'Europe/Vilnius', reducedMotion: 'reduce' })
  try {
    await page.goto(host.address)
    await begin(page, name)
    await allSaved(page)
  } finally {
    await page.close()
    await host.stop()
  }
}

/** Before all tests: goes through the welcome once for each kind of book, in the real window. */
// biome-ignore lint/style/noDefaultExport: Playwright takes the default of this module
export default async ({ projects: [project] }: FullConfig): Promise<() => Promise<void>> => {
  const folder = await makeDataFolder()
  process.env[FOLDER] = folder
  const browser = await chromium.launch(project?.use.launchOptions)
  try {
    for (const name of ['empty', 'sample'] as const) await prepare(browser, name, folder)
  } finally {
    await browser.close()
  }
  return () => removeFolder(folder)
}

/** A data folder of a test's own with such a book in it. */
export const copyBook = async (name: BookName): Promise<string> => {
  const folder = await makeDataFolder()
  if (name !== 'new') await cp(join(process.env[FOLDER] ?? '', name), folder, { recursive: true })
  return folder
}
