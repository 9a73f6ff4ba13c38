import { expect, type Page } from '@playwright/test'

export const PASSPHRASE = 'seven calm herons at noon'

export const lockScreen = (window: Page) => window.getByRole('heading', { name: 'The book is locked' })

/** Gives a passphrase to the lock screen. */
export const give = async (window: Page, passphrase: string): Promise<void> => {
  await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
  await window.keyboard.press('Enter')
}

/** Until the pages of the book are there. */
export const isOpen = (window: Page): Promise<void> =>
  expect(window.locator('main h1').first()).toBeVisible({ timeout: 60_000 })

/** Sets a passphrase in Settings › Security and goes through the new start. Returns the recovery key. */
export const setPassphrase = async (window: Page, passphrase = PASSPHRASE): Promise<string> => {
  await window.getByRole('button', { name: 'Set a passphrase…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
  await dialog.getByRole('textbox', { name: 'The same again' }).fill(passphrase)
  await dialog.getByRole('button', { name: 'Seal the book' }).click()
  const key = dialog.locator('output')
  await expect(key).toBeVisible({ timeout: 60_000 })
  const recoveryKey = (await key.textContent()) ?? ''
  await expect(dialog.getByRole('button', { name: 'Restart Fairbook' })).toBeDisabled()
  await dialog.getByText('I have put it away').click()
  await dialog.getByRole('button', { name: 'Restart Fairbook' }).click()
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await isOpen(window)
  return recoveryKey
}
