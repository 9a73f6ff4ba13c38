import { readFile, writeFile } from 'node:fs/promises'

import { expect, test } from './support/fixtures.ts'
import { makeAvailable } from './support/sync.ts'
import { visit } from './support/window.ts'

test('a sync file that was cut off on its way is not called read: what is missing is told', async ({
  window,
}, testInfo) => {
  await makeAvailable(window, 'file')
  await visit(window, '/settings/sync')
  const main = window.locator('main')
  const taken = window.waitForEvent('download', { timeout: 60_000 })
  await main.getByRole('button', { name: 'Take a sync file' }).click()
  const whole = testInfo.outputPath('whole.fairbook-sync')
  await (await taken).saveAs(whole)
  const bytes = await readFile(whole)
  const cut = testInfo.outputPath('cut.fairbook-sync')
  await writeFile(cut, bytes.subarray(0, Math.floor(bytes.length * 0.7)))

  await main.getByRole('button', { name: 'Read a sync file…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Read a sync file' })
  await dialog.locator('input[type=file]').setInputFiles(cut)
  await expect(dialog).toContainText('A book is in the file.')
  await expect(dialog).not.toContainText('Ask for the right to write')
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(dialog.getByRole('alert')).toContainText('was not copied whole')
  await window.keyboard.press('Escape')
  const aside = main.getByRole('region', { name: /set aside/ })
  await expect(aside).toContainText('The end of the file')
  await expect(aside.getByRole('button', { name: 'Put away The end of the file' })).toBeVisible()
})
