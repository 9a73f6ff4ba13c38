import { test as base, type Page } from '@playwright/test'

import type { Language } from '../../../renderer/i18n/languages.ts'
import { type BookName, copyBook } from './books.ts'
import { type HostProcess, removeFolder, startHostProcess } from './host.ts'
import { chooseLanguage, closeNotices } from './window.ts'

type Options = {
  /** What the data folder holds at the start. */
  book: BookName
  /** The language of the window, as chosen on this device before. */
  language: Language
}

type Fixtures = {
  /** A browser host of this test alone. */
  host: HostProcess
  /** The real window, opened by the host's address. A message in its console that tells of a fault fails the test. */
  window: Page
}

/** Tests of the real window over the real services. */
export const test = base.extend<Options & Fixtures>({
  book: ['sample', { option: true }],
  language: ['en', { option: true }],
  host: async ({ book }, use) => {
    const dataFolder = await copyBook(book)
    const host = await startHostProcess({ dataFolder })
    await use(host)
    await host.stop()
    await removeFolder(dataFolder)
  },
  window: async ({ page, host, book, language }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    if (language !== 'en') await chooseLanguage(page, language)
    await page.goto(host.address)
    if (book !== 'new') await closeNotices(page)
    await use(page)
    base.expect(faults).toEqual([])
  },
})

export { expect } from '@playwright/test'
