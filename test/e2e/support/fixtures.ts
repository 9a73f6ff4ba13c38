import { test as base, type Page } from '@playwright/test'

import { type HostProcess, makeDataFolder, removeFolder, startHostProcess } from './host.ts'

type Fixtures = {
  /** A browser host of this test alone, on an empty data folder. */
  host: HostProcess
  /** The real window, opened by the host's address. A message in its console that tells of a fault fails the test. */
  window: Page
}

/** Tests of the real window over the real services. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  host: async ({}, use) => {
    const dataFolder = await makeDataFolder()
    const host = await startHostProcess({ dataFolder })
    await use(host)
    await host.stop()
    await removeFolder(dataFolder)
  },
  window: async ({ page, host }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await page.goto(host.address)
    await use(page)
    base.expect(faults).toEqual([])
  },
})

export { expect } from '@playwright/test'
