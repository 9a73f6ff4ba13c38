import { readFile, writeFile } from 'node:fs/promises'

import type { Download, Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { check, chooseFiles, importFile, importPage } from './support/import.ts'
import { rowOf, visit } from './support/window.ts'

const exportAll = async (window: Page): Promise<Download> => {
  await visit(window, '/customers')
  await window.locator('main').getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    window.waitForEvent('download'),
    window.getByRole('dialog', { name: 'Export as CSV' }).getByRole('button', { name: 'Save file' }).click(),
  ])
  return download
}

test.describe('with an empty book', () => {
  test.use({ book: 'empty' })

  test('customers leave as CSV with formulas neutralised, and come back as they were', async ({ window }, info) => {
    await visit(window, '/customers')
    await window.keyboard.press('n')
    await window.getByRole('dialog').getByRole('textbox', { name: 'Last name' }).fill('=HYPERLINK("http://x")')
    await window.keyboard.press('Control+Enter')
    await expect(rowOf(window, /HYPERLINK/)).toBeVisible()
    const text = await readFile(await (await exportAll(window)).path(), 'utf8')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)

    await window.keyboard.press('Control+z')
    await expect(window.getByText('No customers yet')).toBeVisible()
    const file = info.outputPath('customers.csv')
    await writeFile(file, text)
    await window.keyboard.press('i')
    await importFile(window, file)
    await visit(window, '/customers')
    await expect(rowOf(window, /HYPERLINK/)).toHaveAccessibleName(/^=HYPERLINK/)
  })
})

test('what was exported is known again: an import of it changes nothing', async ({ window }, info) => {
  const download = await exportAll(window)
  expect(download.suggestedFilename()).toMatch(/^Fairbook Customers \d{4}-\d\d-\d\d\.csv$/)
  const file = info.outputPath('customers.csv')
  await download.saveAs(file)
  await chooseFiles(window, file)
  await expect(importPage(window).getByText('Recognised: Fairbook export.')).toBeVisible()
  expect(await check(window)).toEqual({ New: 0, Updated: 0, Unchanged: 300, Skipped: 0, 'To mend': 0 })
})

test('a file for writing to people leaves out those who did not agree', async ({ window }) => {
  await visit(window, '/customers')
  await window.locator('main').getByRole('button', { name: 'Export' }).click()
  const dialog = window.getByRole('dialog', { name: 'Export as CSV' })
  await dialog.getByText('For writing to people').click()
  const status = dialog.getByRole('status')
  await expect(status).toHaveText(/^\d+ of 300 may be written to so\.$/)
  const may = Number(((await status.textContent()) ?? '').split(' ')[0])
  expect(may).toBeLessThan(300)
  if (may === 0) {
    await expect(dialog.getByRole('button', { name: 'Save file' })).toBeDisabled()
    return
  }
  const [download] = await Promise.all([
    window.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save file' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text.split('\r\n').filter((line) => /^[0-9a-f-]{36},/.test(line))).toHaveLength(may)
})
