import { expect, type Page } from '@playwright/test'

/** Every page of the window, by its address. */
export const pages = [
  '/',
  '/customers',
  '/deals',
  '/activity',
  '/reports',
  '/reports/wonLost',
  '/settings/general',
  '/settings/appearance',
  '/settings/lists',
  '/settings/pipelines',
  '/settings/imports',
  '/settings/data',
  '/settings/about',
  '/trash',
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
  await expect(window.getByRole('heading', { name: 'Welcome to Fairbook' })).toBeHidden()
}

/** Opens a page by its address, as a click on a link does: without loading the window anew. */
export const visit = async (window: Page, path: string): Promise<void> => {
  await window.goto(new URL(path, window.url()).href)
  await expect(window.locator('main h1').first()).toBeVisible()
}

/** Waits until the window says that everything is in the files. */
export const allSaved = (window: Page): Promise<void> => expect(window.getByText('All saved')).toBeVisible()

/** The rows of the list on screen. */
export const rowOf = (window: Page, name: string | RegExp) => window.getByRole('row', { name })

/** Stops every transition, so that colours are what they will be. */
export const settle = async (window: Page): Promise<void> => {
  await window.waitForLoadState('networkidle')
  await window.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)))
  })
}
