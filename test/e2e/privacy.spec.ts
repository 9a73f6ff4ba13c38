import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Download, Locator, Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { allSaved, rowOf, toastOf, visit } from './support/window.ts'

test.use({ book: 'empty' })

const NAME = 'Vytenis Paslaptingasis'
const EMAIL = 'vytenis@paslaptis.example'

const panel = (window: Page): Locator => window.getByRole('complementary', { name: NAME })
const more = async (window: Page, item: string): Promise<void> => {
  await panel(window).getByRole('button', { name: 'More' }).click()
  await window.getByRole('menuitem', { name: item }).click()
}

const startNewCustomer = async (window: Page): Promise<Locator> => {
  await visit(window, '/customers')
  await window.locator('main').getByRole('button', { name: 'New customer' }).first().click()
  return window.getByRole('dialog', { name: 'New customer' })
}

/** Adds the person as one does at a stand: they agree to offers by e-mail. */
const addPerson = async (window: Page): Promise<void> => {
  const dialog = await startNewCustomer(window)
  await dialog.getByLabel('First name').fill('Vytenis')
  await dialog.getByLabel('Last name').fill('Paslaptingasis')
  await dialog
    .getByRole('textbox', { name: /E-mail/ })
    .first()
    .fill(EMAIL)
  await dialog.getByRole('group', { name: 'They agree to be contacted' }).getByText('E-mail').click()
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
}

const contentOf = async (download: Download): Promise<Buffer> => readFile(await download.path())

/** The files of the book that hold a text; the window's own copy is the browser's, backups stay as they are. */
const filesWith = async (folder: string, text: string): Promise<string[]> => {
  const found: string[] = []
  for (const part of ['journal', 'snapshot', 'attachments', 'quarantine', 'scratch']) {
    const names = await readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of names)
      if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).includes(text)) found.push(entry.name)
  }
  return found
}

test('consent is given at the stand, seen, withdrawn, and kept as proof', async ({ window }) => {
  await addPerson(window)
  await expect(panel(window).getByText('May we write?')).toBeVisible()
  await panel(window).getByRole('tab', { name: 'Details' }).click()
  const table = panel(window).getByRole('table', { name: 'May we write?' })
  const cell = table.getByRole('button', { name: /^Offers, E-mail/ })
  await expect(cell).toHaveAccessibleName('Offers, E-mail: agreed')
  await cell.click()
  await window.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(cell).toHaveAccessibleName('Offers, E-mail: withdrawn')
  await panel(window).getByText('All statements').click()
  await expect(panel(window).locator('details li')).toHaveCount(2)
})

test('a person gets a copy of everything about them', async ({ window }) => {
  await addPerson(window)
  await more(window, 'Everything about them…')
  const dialog = window.getByRole('dialog', { name: `Everything about ${NAME}` })
  const [json] = await Promise.all([
    window.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save JSON' }).click(),
  ])
  const data = JSON.parse((await contentOf(json)).toString('utf8'))
  expect(data).toMatchObject({ format: 'fairbook-person-data', customers: [{ familyName: 'Paslaptingasis' }] })
  expect(Object.values(data.customers[0].consents)).toMatchObject([{ state: 'given', channel: 'email' }])
  const [pdf] = await Promise.all([
    window.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: 'Save PDF' }).click(),
  ])
  expect(pdf.suggestedFilename()).toMatch(/^Vytenis Paslaptingasis .*\.pdf$/)
  expect((await contentOf(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('an erased person is gone from the window and the files, and known when they come again', async ({
  window,
  host,
}) => {
  await addPerson(window)
  await allSaved(window)
  expect(await filesWith(host.dataFolder, 'Paslaptingasis')).not.toEqual([])
  await more(window, 'Erase…')
  const dialog = window.getByRole('dialog', { name: `Erase ${NAME} for good?` })
  const confirm = dialog.getByRole('button', { name: 'Erase for good' })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel(/^Type/).fill('vytenis paslaptingasis')
  await confirm.click()
  await expect(toastOf(window, 'Erased for good')).toBeVisible({ timeout: 30_000 })
  await expect(rowOf(window, NAME)).toHaveCount(0)
  expect(await filesWith(host.dataFolder, 'aslaptingasis')).toEqual([])

  const again = await startNewCustomer(window)
  await again
    .getByRole('textbox', { name: /E-mail/ })
    .first()
    .fill(EMAIL.toUpperCase())
  await expect(again.getByText('This person was erased at their wish', { exact: false })).toBeVisible()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Discard' }).click()

  await visit(window, '/settings/privacy')
  await window.getByLabel(/Is someone on it/).fill(EMAIL)
  await expect(window.getByText('On the blocklist', { exact: true })).toBeVisible()
  await window.getByRole('button', { name: 'Take off the blocklist' }).click()
  await expect(window.getByText('Not on the blocklist', { exact: true })).toBeVisible()
})
