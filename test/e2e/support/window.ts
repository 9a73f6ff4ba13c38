import { expect, type Locator, type Page } from '@playwright/test'

import type { Language } from '../../../renderer/i18n/languages.ts'

/** Every page of the window, by its address. */
export const pages = [
  '/',
  '/customers',
  '/deals',
  '/duplicates',
  '/activity',
  '/reports/pipeline',
  '/reports/wonLost',
  '/reports/interactions',
  '/reports/newCustomers',
  '/reports/sources',
  '/reports/followUp',
  '/reports/customersBy',
  '/reports/dealsBy',
  '/settings/general',
  '/settings/appearance',
  '/settings/lists',
  '/settings/fields',
  '/settings/pipelines',
  '/settings/imports',
  '/settings/privacy',
  '/settings/security',
  '/settings/sync',
  '/settings/data',
  '/settings/about',
  '/health',
  '/segments',
  '/conflicts',
  '/trash',
  '/import',
] as const

type Beginning = 'sample' | 'empty' | 'import'

const names: Record<Beginning, string> = {
  sample: 'Look around with a sample book',
  empty: 'Begin with an empty book',
  import: 'Import a file',
}

/** Goes through the welcome of a new book. */
export const begin = async (window: Page, beginning: Beginning): Promise<void> => {
  await window.getByRole('button', { name: names[beginning] }).click()
  await expect(window.getByRole('heading', { name: 'Welcome to Fairbook' })).toBeHidden({ timeout: 60_000 })
}

/** Before the window opens: the language that was chosen on this device. */
export const chooseLanguage = (page: Page, language: Language): Promise<unknown> =>
  page.addInitScript((chosen) => {
    const [key, prefs] = ['fairbook.prefs', { theme: 'system', language: chosen, userName: '' }]
    if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ state: prefs, version: 0 }))
  }, language)

const notices = (window: Page): Locator => window.getByRole('region').getByRole('alertdialog')

/**
 * Closes what a window says that opens on files without its own copy of the book: that it was brought back. By the
 * time that is said, the book is there.
 */
export const closeNotices = async (window: Page): Promise<void> => {
  await notices(window).getByRole('button').last().click({ timeout: 30_000 })
  await expect(notices(window)).toHaveCount(0)
}

/** Opens a page without loading the window anew, as a link does. */
export const visit = async (window: Page, path: string): Promise<void> => {
  await window.evaluate((to) => history.pushState({}, '', to), path)
  if (path === '/trash') await expect(window.locator('main nav')).toHaveCount(0)
  else if (path === '/import') await expect(window.locator('main nav li[aria-current]')).toHaveCount(1)
  else await expect(window.locator(`nav a[href="${path}"]`).first()).toHaveAttribute('aria-current', 'page')
  await expect(window.locator('main h1')).toBeVisible()
}

/** How many changes of this window's copy the journal has not acknowledged, by the window's own positions. */
const waiting = (window: Page): Promise<number> =>
  window.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const [found] = await indexedDB.databases()
    if (!found?.name) return -1
    const db = await answer(indexedDB.open(found.name))
    const store = db.transaction(['changes', 'meta'])
    const keys = await answer(store.objectStore('changes').getAllKeys())
    const position = await answer(store.objectStore('meta').get('replica:journal'))
    db.close()
    const pushed: number = position?.value?.pushed ?? 0
    return keys.filter((key) => Number(key) > pushed).length
  })

/** Waits until everything is in the files, and the window says so. */
export const allSaved = async (window: Page): Promise<void> => {
  await expect.poll(() => waiting(window), { timeout: 30_000 }).toBe(0)
  await expect(window.getByRole('status').filter({ hasText: 'All saved' })).toBeVisible()
}

/** The rows of the list on screen. */
export const rowOf = (window: Page, name: string | RegExp): Locator => window.getByRole('row', { name })

/** What the window has just said. */
export const toastOf = (window: Page, text: string | RegExp): Locator => notices(window).filter({ hasText: text })

/** Types into the search of the customers, in the place of what stood there. */
export const search = (window: Page, text: string): Promise<void> =>
  window.getByRole('searchbox', { name: 'Search customers' }).fill(text)

/** Until nothing moves any more, so that colours and places are what they will be. */
export const settle = (window: Page): Promise<void> =>
  window.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))
  })
