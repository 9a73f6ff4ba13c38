import type { Locator, Page } from '@playwright/test'

import { expect } from './fixtures.ts'
import { rowOf, search, visit } from './window.ts'

export const PASSPHRASE = 'reed kettle mooring plinth'

/** Where a book is made available or joined. */
export type Place = { url: string; database: string } | { path: string } | 'file'

const dialog = (window: Page, name: string): Locator => window.getByRole('dialog', { name })

/** Where a passphrase is typed: of several, the one for a new one. */
export const passphraseIn = (box: Locator): Locator => box.getByRole('textbox', { name: /^Passphrase/ }).last()

const kindOf = (place: Place): string => {
  if (place === 'file') return 'Sync files by hand'
  return 'path' in place ? 'Shared folder' : 'Server'
}

const fillPlace = async (box: Locator, place: Place): Promise<void> => {
  if (place === 'file') return
  if ('path' in place) return box.getByRole('textbox', { name: 'Folder' }).fill(place.path)
  await box.getByRole('textbox', { name: 'Address of the server' }).fill(place.url)
  await box.getByRole('textbox', { name: 'Database' }).fill(place.database)
}

/** What the foot of the navigation says about sync. */
export const syncStatus = (window: Page, text: string | RegExp, nav = 'Main navigation'): Locator =>
  window.getByRole('navigation', { name: nav }).getByRole('button', { name: text })

/** Says in the settings where the copies are to meet. */
export const choosePlace = (window: Page, place: Place): Promise<void> =>
  window.getByRole('radio', { name: new RegExp(`^${kindOf(place)}`) }).check({ force: true })

/** Makes the book available, sealed with `PASSPHRASE`, and puts the recovery key away. Resolves with that key. */
export const makeAvailable = async (window: Page, place: Place): Promise<string> => {
  await visit(window, '/settings/sync')
  await choosePlace(window, place)
  await window.getByRole('button', { name: 'Make this book available…' }).click()
  const box = dialog(window, 'Make this book available')
  await fillPlace(box, place)
  if (place !== 'file') await window.keyboard.press('Enter')
  await passphraseIn(box).fill(PASSPHRASE)
  await box.getByLabel('The same again').fill(PASSPHRASE)
  await window.keyboard.press('Enter')
  const recoveryKey = await box.locator('output').textContent({ timeout: 30_000 })
  await box.getByText('I have put it away').click()
  await box.getByRole('button', { name: 'Done' }).click()
  await expect(box).toBeHidden()
  return recoveryKey ?? ''
}

/** In the dialog that joins a book: says where it is and looks there. */
export const findBook = async (window: Page, place: Exclude<Place, 'file'>): Promise<Locator> => {
  const box = dialog(window, 'Join a book')
  await box.getByText(kindOf(place), { exact: true }).click()
  await fillPlace(box, place)
  await box.getByRole('button', { name: 'Next' }).click()
  await expect(box.getByText('A book is there.')).toBeVisible({ timeout: 30_000 })
  return box
}

/** Joins the book that was found, with a passphrase. */
export const joinFound = async (box: Locator, passphrase: string): Promise<void> => {
  await passphraseIn(box).fill(passphrase)
  await box.getByRole('button', { name: 'Join', exact: true }).click()
}

/** Joins the book that was found, which is another one: the window begins anew with it. */
export const joinOther = async (window: Page, box: Locator, passphrase?: string): Promise<void> => {
  const html = window.locator('html')
  await html.evaluate((element) => element.setAttribute('data-before', ''))
  if (passphrase === undefined) await box.getByRole('button', { name: 'Join', exact: true }).click()
  else await joinFound(box, passphrase)
  await expect(window.locator('html[data-before]')).toHaveCount(0, { timeout: 60_000 })
  await expect(window.getByRole('navigation', { name: 'Main navigation' })).toBeVisible({ timeout: 60_000 })
}

/** Stops and resumes syncing in the settings. */
export const pauseSync = async (window: Page): Promise<void> => {
  await visit(window, '/settings/sync')
  await window.locator('main').getByRole('button', { name: 'Pause' }).click()
  await expect(syncStatus(window, /Sync paused/)).toBeVisible()
}

export const goOn = async (window: Page): Promise<void> => {
  await visit(window, '/settings/sync')
  await window.locator('main').getByRole('button', { name: 'Go on' }).click()
}

/** When this window last exchanged everything, in its own words: Unix milliseconds, 0 for never. */
const lastSync = (window: Page): Promise<number> =>
  window.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const [found] = await indexedDB.databases()
    const db = await answer(indexedDB.open(found?.name ?? ''))
    const last = await answer(db.transaction('meta').objectStore('meta').get('sync:last'))
    db.close()
    return Number(last?.value?.at ?? 0)
  })

const exchangeOnce = async (window: Page): Promise<void> => {
  const before = await window.evaluate(() => Date.now())
  await window.locator('main').focus()
  await expect(async () => {
    await window.keyboard.press('Control+Shift+S')
    await expect.poll(() => lastSync(window), { timeout: 10_000 }).toBeGreaterThan(before)
  }).toPass({ timeout: 60_000 })
}

/** Exchanges now, and waits until an exchange that began after this is over: the first to end may have begun before. */
export const syncNow = async (window: Page): Promise<void> => {
  await exchangeOnce(window)
  await exchangeOnce(window)
  await expect(syncStatus(window, 'Up to date')).toBeVisible({ timeout: 60_000 })
}

export const addCustomer = async (window: Page, familyName: string): Promise<void> => {
  await visit(window, '/customers')
  // Where a search has the focus, letters go there.
  await window.locator('main').focus()
  await window.keyboard.press('n')
  await window.getByRole('dialog').getByRole('textbox', { name: 'Last name' }).fill(familyName)
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('complementary', { name: familyName })).toBeVisible()
}

/** Opens a customer beside the list. */
export const openCustomer = async (window: Page, name: string): Promise<Locator> => {
  await visit(window, '/customers')
  await search(window, name.toLowerCase())
  await rowOf(window, name).click()
  return window.getByRole('complementary', { name })
}

/** Waits until a customer of this name has come. */
export const hasCustomer = async (window: Page, name: string): Promise<void> => {
  await visit(window, '/customers')
  await search(window, name.toLowerCase())
  await expect(rowOf(window, name)).toBeVisible({ timeout: 60_000 })
}

export const setStatus = async (window: Page, name: string, status: string): Promise<void> => {
  const panel = await openCustomer(window, name)
  await panel.getByRole('button', { name: /^Status:/ }).click()
  await window.getByRole('menuitem', { name: status, exact: true }).click()
  await expect(panel.getByRole('button', { name: `Status: ${status}` })).toBeVisible()
}

export const hasStatus = async (window: Page, name: string, status: string): Promise<void> => {
  const panel = await openCustomer(window, name)
  await expect(panel.getByRole('button', { name: `Status: ${status}` })).toBeVisible()
}
