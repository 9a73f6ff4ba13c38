import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, Page } from '@playwright/test'

import { type CouchServer, startCouch } from '../../support/couchdb/start.ts'
import { type BookName, copyBook } from './books.ts'
import { test as base } from './fixtures.ts'
import { removeFolder, startHostProcess } from './host.ts'
import { closeNotices } from './window.ts'

type Fixtures = {
  /** A server that speaks CouchDB, a process of its own. */
  couch: CouchServer
  /** A folder that both windows can reach. */
  shared: string
  /** Opens a window of its own: own profile, own data folder, own host. */
  openWindow: (book: BookName) => Promise<Page>
}

const windows = async (browser: Browser, use: (open: Fixtures['openWindow']) => Promise<void>): Promise<void> => {
  const ends: (() => Promise<unknown>)[] = []
  await use(async (book) => {
    const dataFolder = await copyBook(book)
    const host = await startHostProcess({ dataFolder })
    const context = await browser.newContext({ acceptDownloads: true })
    ends.push(async () => {
      await context.close()
      await host.stop()
      await removeFolder(dataFolder)
    })
    const window = await context.newPage()
    await window.goto(host.address)
    if (book !== 'new') await closeNotices(window)
    return window
  })
  for (const end of ends) await end()
}

/** Tests with several windows, and what stands between them. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
  couch: async ({}, use) => {
    const couch = await startCouch()
    await use(couch)
    await couch.stop()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
  shared: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'fairbook-shared-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  openWindow: ({ browser }, use) => windows(browser, use),
})
