import type { Locator, Page } from '@playwright/test'

import { expect } from './support/fixtures.ts'
import {
  addCustomer,
  findBook,
  goOn,
  hasStatus,
  joinOther,
  makeAvailable,
  PASSPHRASE,
  pauseSync,
  setStatus,
  syncNow,
  syncStatus,
} from './support/sync.ts'
import { test } from './support/two-windows.ts'
import { rowOf, search, visit } from './support/window.ts'

test.describe.configure({ timeout: 240_000 })

const setRole = async (window: Page, name: string, role: string): Promise<void> => {
  await visit(window, '/customers')
  await search(window, name.toLowerCase())
  await rowOf(window, name).click()
  const panel = window.getByRole('complementary', { name })
  await panel.getByRole('button', { name: 'Edit customer' }).click()
  await window.getByRole('dialog').getByRole('textbox', { name: 'Role' }).fill(role)
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(panel).toContainText(role)
}

/** The record of a heading on the page of conflicts. */
const recordOf = (window: Page, name: string): Locator =>
  window.locator('main li').filter({ has: window.getByRole('heading', { name }) })

test('conflicts of one record stand under its name, and one side can be kept for all of them by keyboard', async ({
  openWindow,
  shared,
}) => {
  const first = await openWindow('empty')
  await addCustomer(first, 'Manifold')
  await addCustomer(first, 'Single')
  await makeAvailable(first, { path: shared })
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 60_000 })
  const second = await openWindow('new')
  await second.getByRole('button', { name: /^Join a book/ }).click()
  await joinOther(second, await findBook(second, { path: shared }), PASSPHRASE)
  await pauseSync(first)
  await pauseSync(second)
  await setStatus(first, 'Single', 'Disqualified')
  await setStatus(first, 'Manifold', 'Disqualified')
  await setRole(first, 'Manifold', 'Buyer')
  await setStatus(second, 'Single', 'Prospect')
  await setStatus(second, 'Manifold', 'Prospect')
  await setRole(second, 'Manifold', 'Owner')
  await goOn(second)
  await syncNow(second)
  await goOn(first)
  await syncNow(first)

  await visit(first, '/conflicts')
  const main = first.locator('main')
  await expect(main.getByRole('heading', { level: 2 })).toHaveCount(2)
  const record = recordOf(first, 'Manifold')
  await expect(record.getByRole('list', { name: 'Manifold' }).locator('> li')).toHaveCount(2)
  await expect(record).toContainText('2 fields')
  await expect(recordOf(first, 'Single').getByRole('button', { name: /^Keep all/ })).toHaveCount(0)

  await record.getByRole('button', { name: 'Keep all from this computer for Manifold' }).focus()
  await first.keyboard.press('Enter')
  await expect(main.getByRole('heading', { level: 2, name: 'Manifold' })).toHaveCount(0)
  // What is left to decide has the focus.
  await expect(
    recordOf(first, 'Single')
      .getByRole('button', { name: /^(Keep|Choose)/ })
      .first(),
  ).toBeFocused()
  const decided = main.getByRole('region', { name: 'Decided' })
  await expect(decided.getByRole('heading', { level: 3, name: 'Manifold' })).toHaveCount(1)
  await first.keyboard.press('Control+z')
  await expect(main.getByRole('heading', { level: 2, name: 'Manifold' })).toBeVisible()
  await record.getByRole('button', { name: 'Choose this for Status: Disqualified' }).click()
  await record.getByRole('button', { name: 'Choose this for Role: Buyer' }).click()
  await expect(main.getByRole('heading', { level: 2, name: 'Manifold' })).toHaveCount(0)
  await syncNow(first)
  await syncNow(second)
  await hasStatus(second, 'Manifold', 'Disqualified')
  await expect(second.getByRole('complementary', { name: 'Manifold' })).toContainText('Buyer')
})
