import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from './support/fixtures.ts'
import { begin, rowOf, visit } from './support/window.ts'

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/import', name)

test('a file of contacts is recognised, imported, found, and undone as a whole', async ({ window }) => {
  await begin(window, 'import')
  const dialog = window.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(fixture('google.csv'))
  await expect(dialog.getByText(/Google/).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Check' }).click()
  await dialog.getByRole('button', { name: /^Import/ }).click()
  await expect(dialog.getByRole('button', { name: 'Undo the import' })).toBeVisible()
  await window.keyboard.press('Escape')
  await visit(window, '/customers')
  const before = await window.getByRole('row').count()
  expect(before).toBeGreaterThan(2)
  await visit(window, '/settings/imports')
  await window.getByRole('button', { name: /Undo/ }).first().click()
  const confirm = window.getByRole('alertdialog')
  if (await confirm.isVisible()) await confirm.getByRole('button', { name: /Undo/ }).click()
  await expect(window.getByText(/undone/i).first()).toBeVisible()
  await visit(window, '/customers')
  await expect(window.getByText('No customers yet')).toBeVisible()
})

test('customers leave as CSV with formulas neutralised', async ({ window }) => {
  await begin(window, 'empty')
  await visit(window, '/customers')
  await window.keyboard.press('n')
  await window.getByRole('dialog').getByRole('textbox', { name: 'Last name' }).fill('=HYPERLINK("http://x")')
  await window.keyboard.press('Control+Enter')
  await expect(rowOf(window, /HYPERLINK/)).toBeVisible()
  await window.getByRole('button', { name: 'Export' }).click()
  const download = window.waitForEvent('download')
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /Export|Save/ })
    .click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(text.charCodeAt(0)).toBe(0xfeff)
})
