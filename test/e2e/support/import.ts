import { join } from 'node:path'

import type { Locator, Page } from '@playwright/test'

import { expect } from './fixtures.ts'
import { visit } from './window.ts'

export const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/import', name)

export type FileInput = string | { name: string; mimeType: string; buffer: Buffer }

/** A file of text for the picker. */
export const textFile = (name: string, text: string, mimeType = 'text/csv'): FileInput => ({
  name,
  mimeType,
  buffer: Buffer.from(text),
})

/** The page of the import, whatever its step. */
export const importPage = (window: Page): Locator => window.locator('main')

/** Chooses files on the import page, opening it first where it is not. */
export const chooseFiles = async (window: Page, ...files: FileInput[]): Promise<void> => {
  if (!new URL(window.url()).pathname.startsWith('/import')) await visit(window, '/import')
  // What Playwright takes is one list of paths or one of contents.
  const input = importPage(window).locator('input[type=file]')
  const paths = files.filter((file) => typeof file === 'string')
  await input.setInputFiles(paths.length > 0 ? paths : files.filter((file) => typeof file !== 'string'))
}

/** The step that is shown. */
export const expectStep = (window: Page, name: string): Promise<void> =>
  expect(importPage(window).locator('li[aria-current=step]')).toContainText(name)

/** Presses Next until a step is shown. */
export const goToStep = async (window: Page, name: 'Columns' | 'Rules' | 'Check'): Promise<void> => {
  const next = importPage(window).getByRole('button', { name: /^Next: / })
  await expect(next).toBeVisible()
  for (;;) {
    const to = ((await next.textContent()) ?? '').replace('Next: ', '').trim()
    await next.click()
    if (to === name) break
    await expect(next).not.toContainText(to)
  }
  await expectStep(window, name)
}

const names = ['New', 'Updated', 'Unchanged', 'Skipped', 'To mend'] as const

/** What the tiles of the check or of the result count. */
export const counts = async (window: Page): Promise<Record<(typeof names)[number], number>> => {
  const tiles = importPage(window).getByRole('list', { name: 'Counts' }).getByRole('listitem')
  await expect(tiles.first()).toBeVisible({ timeout: 60_000 })
  const texts = await tiles.evaluateAll((all) =>
    all.map((tile) => [...tile.querySelectorAll('span')].map((part) => part.textContent ?? '')),
  )
  const found = new Map(texts.map(([count, name]) => [name, Number(count?.replaceAll(/\D/g, ''))]))
  return Object.fromEntries(names.map((name) => [name, found.get(name) ?? -1])) as Record<
    (typeof names)[number],
    number
  >
}

/** Checks the file that was chosen, with all rules as they are. */
export const check = async (window: Page): Promise<Awaited<ReturnType<typeof counts>>> => {
  await goToStep(window, 'Check')
  return counts(window)
}

/** Starts the import of what was checked. */
export const startImport = (window: Page): Promise<void> =>
  importPage(window)
    .getByRole('button', { name: /^Import [\d,]+ records?$/ })
    .click()

/** Imports what was checked, to its end. */
export const runImport = async (window: Page): Promise<void> => {
  await startImport(window)
  await expect(importPage(window).getByText('The file is in the book')).toBeVisible({ timeout: 60_000 })
}

/** Imports a file as it is proposed. */
export const importFile = async (window: Page, file: FileInput): Promise<void> => {
  await chooseFiles(window, file)
  await check(window)
  await runImport(window)
}

/** One row of the check or the result, by the name of its record. */
export const rowNamed = (window: Page, name: string | RegExp): Locator =>
  importPage(window).getByRole('grid', { name: 'Rows' }).getByRole('row', { name })

/** What becomes of the row that is looked at. */
export const rowDetails = (window: Page): Locator =>
  importPage(window).getByRole('region', { name: 'What becomes of the row' })

export const another = (window: Page): Promise<void> =>
  importPage(window).getByRole('button', { name: 'Import another file' }).click()
