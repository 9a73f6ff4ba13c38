import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Download, Locator, Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { begin, rowOf, search, visit } from './support/window.ts'

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/import', name)
const importDialog = (window: Page): Locator => window.getByRole('dialog', { name: 'Import customers' })

type Input = string | { name: string; mimeType: string; buffer: Buffer }

const chooseFile = (window: Page, file: Input): Promise<void> =>
  importDialog(window).locator('input[type=file]').setInputFiles(file)

/** New, updated, unchanged and to mend, as the dialog counts them. */
const counts = async (window: Page): Promise<Record<string, number>> => {
  const tiles = importDialog(window).locator('dl > div')
  await expect(tiles).toHaveCount(4)
  const texts = await tiles.evaluateAll((all) =>
    all.map((tile) => [tile.querySelector('dt')?.textContent ?? '', Number(tile.querySelector('dd')?.textContent)]),
  )
  return Object.fromEntries(texts)
}

const exportAll = async (window: Page): Promise<Download> => {
  await visit(window, '/customers')
  await window.locator('main').getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    window.waitForEvent('download'),
    window.getByRole('dialog', { name: 'Export as CSV' }).getByRole('button', { name: 'Save file' }).click(),
  ])
  return download
}

test.describe('with a new book', () => {
  test.use({ book: 'new' })

  test('a file of contacts is recognised, shown, imported, found, and undone as a whole', async ({ window }) => {
    await begin(window, 'import')
    const dialog = importDialog(window)
    await chooseFile(window, fixture('google.csv'))
    await expect(dialog.getByText('Google Contacts')).toBeVisible()
    await expect(dialog.getByRole('row', { name: /E-mail 1 - Value/ })).toContainText('milda@silobaldai.example')

    await dialog.getByRole('button', { name: 'Check' }).click()
    const expected = await counts(window)
    expect(expected).toMatchObject({ Updated: 0, Unchanged: 0 })
    expect(expected['New']).toBeGreaterThan(1)
    await dialog.getByRole('button', { name: `Import ${expected['New']} records` }).click()
    await expect(dialog.getByText('The file is in the book.')).toBeVisible()
    expect(await counts(window)).toEqual(expected)
    await dialog.getByRole('button', { name: 'Done' }).click()

    await visit(window, '/customers')
    await search(window, '61234567')
    await expect(rowOf(window, /Milda Kalnienė/)).toBeVisible()
    await search(window, 'marsh peter')
    await expect(rowOf(window, /Marsh/)).toBeVisible()

    await visit(window, '/settings/imports')
    await window.getByRole('button', { name: 'Undo import: google.csv' }).click()
    await expect(window.getByText(/as they were before the import/)).toBeVisible()
    await visit(window, '/customers')
    await expect(window.getByText('No customers yet')).toBeVisible()
  })

  test('a file that is no table is told in plain words, and another can be chosen', async ({ window }) => {
    await begin(window, 'import')
    const dialog = importDialog(window)
    await chooseFile(window, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) })
    await expect(dialog.getByRole('alert')).toHaveText('There is nothing in the file to import. Choose another file.')
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) % 256))
    const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), noise])
    await chooseFile(window, { name: 'photo.csv', mimeType: 'text/csv', buffer: picture })
    await expect(dialog.getByRole('alert')).toContainText('The file could not be read.')
    await chooseFile(window, fixture('linkedin.csv'))
    await expect(dialog.getByText('LinkedIn connections')).toBeVisible()
    await expect(dialog.getByRole('alert')).toHaveCount(0)
  })

  test('rows that cannot be read are counted, told, and saved as a file to mend', async ({ window }) => {
    await begin(window, 'import')
    const dialog = importDialog(window)
    const csv =
      'First name,Last name,E-mail,Birthday\nAda,Byron,ada@example.org,1815-12-10\nBad,Day,x@example.org,soon\n'
    await chooseFile(window, { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await dialog.getByRole('button', { name: 'Check' }).click()
    expect(await counts(window)).toMatchObject({ New: 1, 'To mend': 1 })
    await expect(dialog).toContainText('this is no date')
    const [download] = await Promise.all([
      window.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save these rows to mend' }).click(),
    ])
    const mend = await readFile(await download.path(), 'utf8')
    expect(download.suggestedFilename()).toBe('people to mend.csv')
    expect(mend).toContain('Bad,Day,x@example.org,soon')
    expect(mend).not.toContain('Byron')
  })
})

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
    await chooseFile(window, file)
    await importDialog(window).getByRole('button', { name: 'Check' }).click()
    await importDialog(window).getByRole('button', { name: 'Import 1 record' }).click()
    await importDialog(window).getByRole('button', { name: 'Done' }).click()
    await expect(rowOf(window, /HYPERLINK/)).toHaveAccessibleName(/^=HYPERLINK/)
  })
})

test('what was exported is known again: an import of it changes nothing', async ({ window }, info) => {
  const download = await exportAll(window)
  expect(download.suggestedFilename()).toMatch(/^Fairbook Customers \d{4}-\d\d-\d\d\.csv$/)
  const file = info.outputPath('customers.csv')
  await download.saveAs(file)
  await window.keyboard.press('i')
  await chooseFile(window, file)
  await expect(importDialog(window).getByText('Fairbook export')).toBeVisible()
  await importDialog(window).getByRole('button', { name: 'Check' }).click()
  expect(await counts(window)).toEqual({ New: 0, Updated: 0, Unchanged: 300, 'To mend': 0 })
})
