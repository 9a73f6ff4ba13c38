import type { Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { check, chooseFiles, importPage, startImport, textFile } from './support/import.ts'
import { begin, visit } from './support/window.ts'

test.use({ book: 'new' })

const ROWS = 6_000
const file = (rows = ROWS) =>
  textFile(
    'many.csv',
    `Name,E-mail\n${Array.from({ length: rows }, (_, at) => `Person ${at},p${at}@example.org`).join('\n')}\n`,
  )

const total = (window: Page) =>
  importPage(window).getByRole('list', { name: 'Counts' }).getByRole('button', { name: /New/ })

test('an import that ends in the middle goes on where it was, and nobody comes in twice', async ({ window }) => {
  test.setTimeout(180_000)
  await begin(window, 'import')
  const page = importPage(window)
  await chooseFiles(window, file())
  expect(await check(window)).toMatchObject({ New: ROWS })
  await startImport(window)
  await expect(page.getByText(/^[1-9][\d,]* of 6,000/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Paused')).toBeVisible()
  await window.reload()

  await visit(window, '/import')
  await expect(page.getByText('The import of many.csv was broken off')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('The file is in the book')).toBeVisible({ timeout: 120_000 })
  await visit(window, '/customers')
  await expect(importPage(window).locator('header')).toContainText('6,000')
  await visit(window, '/import')
  await expect(page.getByText(/was broken off/)).toHaveCount(0)
})

test('an import goes on while another page is open, can be paused, and stopped', async ({ window }) => {
  test.setTimeout(180_000)
  await begin(window, 'import')
  const page = importPage(window)
  // So many that it is not over before it is stopped.
  await chooseFiles(window, file(3 * ROWS))
  await check(window)
  await startImport(window)
  await expect(page.getByText(/^[1-9][\d,]* of 18,000/)).toBeVisible({ timeout: 60_000 })
  await visit(window, '/customers')
  const status = window.getByRole('navigation').getByRole('link', { name: /^Importing, / })
  await status.click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped: keep what came in so far, or undo it all')).toBeVisible()
  await expect(total(window)).toBeVisible()
  await page.getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByText('The import was undone')).toBeVisible({ timeout: 60_000 })
  await visit(window, '/customers')
  await expect(window.getByText('No customers yet')).toBeVisible()
})
