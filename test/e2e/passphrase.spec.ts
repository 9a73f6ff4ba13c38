import type { Locator } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { passphraseIn } from './support/sync.ts'
import { visit } from './support/window.ts'

test.use({ book: 'empty' })

/** Types a common passphrase into a dialog that makes one: it says what to do, and nothing can be done with it. */
const refusesCommon = async (box: Locator, confirm: string): Promise<void> => {
  const button = box.getByRole('button', { name: confirm })
  await passphraseIn(box).fill('password1234')
  await box.getByLabel('The same again').fill('password1234')
  await expect(box.getByRole('status').filter({ hasText: 'can’t be used. Take four words' })).toBeVisible()
  await expect(button).toBeDisabled()
  await box.press('Enter')
  await expect(box).toBeVisible()
  await passphraseIn(box).fill('seven calm herons at noon')
  await box.getByLabel('The same again').fill('seven calm herons at noon')
  await expect(button).toBeEnabled()
}

test('a passphrase that anyone would try first is refused, for the lock and for sync, with what to do', async ({
  window,
}) => {
  await visit(window, '/settings/security')
  await window.getByRole('button', { name: 'Set a passphrase…' }).click()
  const lock = window.getByRole('dialog', { name: 'Set a passphrase' })
  await refusesCommon(lock, 'Seal the book')
  await window.keyboard.press('Escape')
  await visit(window, '/settings/sync')
  await window.getByRole('radio', { name: /^Sync files by hand/ }).check({ force: true })
  await window.getByRole('button', { name: 'Make this book available…' }).click()
  await refusesCommon(window.getByRole('dialog', { name: 'Make this book available' }), 'Make available')
})

test('a browser of one’s own is told as what can not be wiped; locking without a passphrase leads to where one is set', async ({
  window,
}) => {
  await window.locator('main').focus()
  await window.keyboard.press('Control+l')
  await expect(window.getByRole('button', { name: 'Set a passphrase…' })).toBeVisible()
  await expect(window.locator('main')).toContainText('clear its data for http://127.0.0.1:')
})
