import type { Page } from '@playwright/test'

import { expect } from './fixtures.ts'
import {
  findBook,
  goOn,
  joinOther,
  makeAvailable,
  openCustomer,
  PASSPHRASE,
  pauseSync,
  setStatus,
  syncNow,
  syncStatus,
} from './sync.ts'
import { visit } from './window.ts'

const nameUser = async (window: Page, name: string): Promise<void> => {
  await visit(window, '/settings/general')
  const field = window.getByRole('textbox', { name: 'Your name' })
  await field.fill(name)
  await field.blur()
}

const setField = async (window: Page, name: string, field: string, text: string): Promise<void> => {
  const panel = await openCustomer(window, name)
  await panel.getByRole('button', { name: 'Edit customer' }).click()
  const dialog = window.getByRole('dialog', { name: 'Edit customer' })
  await dialog.getByRole('textbox', { name: field }).fill(text)
  await window.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

/**
 * Two colleagues share a book through a folder, and change the same without knowing of each other.
 * @param first with the sample book
 * @param second at the welcome
 */
export const bringConflicts = async (first: Page, second: Page, shared: string): Promise<void> => {
  const place = { path: shared }
  await nameUser(first, 'Ona Petraitienė')
  await makeAvailable(first, place)
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 90_000 })
  await second.getByRole('button', { name: /^Join a book/ }).click()
  await joinOther(second, await findBook(second, place), PASSPHRASE)
  await nameUser(second, 'Jonas Mickus')
  await pauseSync(first)
  await pauseSync(second)
  await setStatus(first, 'Andrius Rimkus', 'Prospect')
  await setField(first, 'Anja Weber', 'Source details', 'Messe München, Stand B4')
  await setField(first, 'Agnieszka Zielińska', 'Last name', 'Zielińska-Nowak')
  await setStatus(second, 'Andrius Rimkus', 'Disqualified')
  await setField(second, 'Anja Weber', 'Source details', 'Recommended by Architekturbüro Vogel')
  await setField(second, 'Agnieszka Zielińska', 'Last name', 'Nowak')
  await goOn(second)
  await syncNow(second)
  await goOn(first)
  await syncNow(first)
  await expect(first.getByRole('navigation').getByRole('link', { name: /Conflicts/ })).toContainText('3')
  // What was said about the last edit goes by itself.
  await expect(first.getByRole('region').getByRole('alertdialog')).toHaveCount(0, { timeout: 30_000 })
}
