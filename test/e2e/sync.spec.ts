import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { startCouch } from '../support/couchdb/start.ts'
import { cableTo } from './support/cable.ts'
import { expect } from './support/fixtures.ts'
import {
  addCustomer,
  choosePlace,
  findBook,
  goOn,
  hasCustomer,
  hasStatus,
  joinFound,
  joinOther,
  makeAvailable,
  PASSPHRASE,
  passphraseIn,
  pauseSync,
  setStatus,
  syncNow,
  syncStatus,
} from './support/sync.ts'
import { test } from './support/two-windows.ts'
import { begin, toastOf, visit } from './support/window.ts'

test.describe.configure({ timeout: 240_000 })

test('two windows with a server between them: what both changed at once is told, chosen, and the same in both', async ({
  openWindow,
  couch,
}) => {
  const place = { url: couch.url, database: 'fairbook-two' }
  const first = await openWindow('sample')
  await addCustomer(first, 'Undecided')
  await makeAvailable(first, place)
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 90_000 })

  const second = await openWindow('new')
  await second.getByRole('button', { name: /^Join a book/ }).click()
  const box = await findBook(second, place)
  await joinFound(box, 'not the passphrase')
  await expect(box).toContainText('This is neither the passphrase nor the recovery key', { timeout: 30_000 })
  await joinOther(second, box, PASSPHRASE)
  await visit(second, '/customers')
  await expect(second.getByText('301', { exact: true })).toBeVisible()

  await pauseSync(first)
  await pauseSync(second)
  await setStatus(first, 'Undecided', 'Disqualified')
  await setStatus(second, 'Undecided', 'Prospect')
  await goOn(first)
  await syncNow(first)
  await goOn(second)
  await syncNow(second)
  await syncNow(first)
  for (const window of [first, second]) {
    const nav = window.getByRole('navigation', { name: 'Main navigation' })
    await expect(nav.getByRole('link', { name: /Conflicts/ })).toContainText('1')
    await visit(window, '/conflicts')
    const main = window.locator('main')
    await expect(main.getByText('Undecided')).toBeVisible()
    await expect(main.getByText('Disqualified')).toBeVisible()
    await expect(main.getByRole('listitem').filter({ hasText: 'Prospect' }).last()).toContainText('stands')
  }

  await second.getByRole('button', { name: 'Choose this for Status: Disqualified' }).click()
  await expect(second.getByText('No conflicts')).toBeVisible()
  await expect(second.getByRole('region', { name: 'Decided' })).toContainText('Undecided')
  await toastOf(second, /onflict/)
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(second.getByRole('button', { name: 'Choose this for Status: Disqualified' })).toBeVisible()
  await second.getByRole('button', { name: 'Choose this for Status: Disqualified' }).click()
  await expect(second.getByText('No conflicts')).toBeVisible()
  await syncNow(second)
  await syncNow(first)
  await visit(first, '/conflicts')
  await expect(first.getByText('No conflicts')).toBeVisible()
  await hasStatus(first, 'Undecided', 'Disqualified')
  await hasStatus(second, 'Undecided', 'Disqualified')
})

test('without the server a window works on and says so; when it is back, all arrives', async ({
  openWindow,
  couch,
}) => {
  const cable = await cableTo(couch.url)
  const place = { url: cable.url, database: 'fairbook-offline' }
  const first = await openWindow('empty')
  await makeAvailable(first, place)
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 60_000 })
  const second = await openWindow('new')
  await second.getByRole('button', { name: /^Join a book/ }).click()
  await joinOther(second, await findBook(second, place), PASSPHRASE)
  await cable.pull()
  await addCustomer(first, 'Meanwhile')
  await expect(syncStatus(first, /Offline · \d+ to sync, oldest/)).toBeVisible({ timeout: 60_000 })
  await syncStatus(first, /Offline/).click()
  await expect(first.getByRole('dialog')).toContainText('Work on')
  await cable.plug()
  await first.getByRole('dialog').getByRole('button', { name: 'Sync now' }).click()
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 60_000 })
  await syncNow(second)
  await hasCustomer(second, 'Meanwhile')
  await cable.pull()
})

test('a shared folder: a book with customers of its own joins, they come along, and a wrong place is explained', async ({
  openWindow,
  shared,
}) => {
  const first = await openWindow('empty')
  await addCustomer(first, 'Ofthefirst')
  await makeAvailable(first, { path: shared })
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 60_000 })

  // Of the books that tests start from all copies are the same one: this is another.
  const second = await openWindow('new')
  await begin(second, 'empty')
  await addCustomer(second, 'Ofthesecond')
  await visit(second, '/settings/sync')
  await choosePlace(second, { path: shared })
  await second.getByRole('button', { name: 'Make this book available…' }).click()
  const setUp = second.getByRole('dialog', { name: 'Make this book available' })
  await setUp.getByRole('textbox', { name: 'Folder' }).fill(join(shared, 'not-there'))
  await setUp.getByRole('button', { name: 'Test the connection' }).click()
  await expect(setUp.getByRole('alert')).toContainText('The folder is not there')
  await setUp.getByRole('textbox', { name: 'Folder' }).fill(shared)
  await setUp.getByRole('button', { name: 'Test the connection' }).click()
  await expect(setUp).toContainText('Another book is there, and two books never mix')
  await setUp.getByRole('button', { name: 'Join a book…' }).click()
  const box = second.getByRole('dialog', { name: 'Join a book' })
  await box.getByRole('button', { name: 'Next' }).click()
  await expect(box).toContainText('which has 1 customer')
  await joinOther(second, box, PASSPHRASE)
  await hasCustomer(second, 'Ofthefirst')
  await hasCustomer(second, 'Ofthesecond')
  await visit(second, '/settings/data')
  await expect(second.getByRole('listitem').filter({ hasText: 'before joining another book' })).toBeVisible()
  await syncNow(second)
  await syncNow(first)
  await hasCustomer(first, 'Ofthesecond')
})

test('a sync file that is carried over joins a book and brings back what was added', async ({ openWindow, shared }) => {
  const first = await openWindow('empty')
  await addCustomer(first, 'Carried')
  await makeAvailable(first, 'file')
  const take = async (window: Page, name: string): Promise<string> => {
    await visit(window, '/settings/sync')
    const [download] = await Promise.all([
      window.waitForEvent('download'),
      window.getByRole('button', { name: 'Take a sync file' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.fairbook-sync$/)
    const path = join(shared, name)
    await download.saveAs(path)
    return path
  }
  const file = await take(first, 'there.fairbook-sync')

  const second = await openWindow('new')
  await second.getByRole('button', { name: /^Join a book/ }).click()
  const box = second.getByRole('dialog', { name: 'Join a book' })
  await box.getByText('Sync files by hand', { exact: true }).click()
  await box.locator('input[type=file]').setInputFiles(file)
  await box.getByRole('button', { name: 'Next' }).click()
  await joinOther(second, box, PASSPHRASE)
  await hasCustomer(second, 'Carried')
  await addCustomer(second, 'Returned')
  const back = await take(second, 'back.fairbook-sync')

  await visit(first, '/settings/sync')
  await first.getByRole('button', { name: 'Read a sync file…' }).click()
  const reading = first.getByRole('dialog', { name: 'Read a sync file' })
  await reading.locator('input[type=file]').setInputFiles(back)
  await expect(reading).toContainText('This very book')
  await reading.getByRole('button', { name: 'Read it' }).click()
  await expect(reading.getByRole('status')).toContainText('taken from it')
  await reading.getByRole('button', { name: 'Done' }).click()
  await hasCustomer(first, 'Returned')
})

test('a sync that would remove much of the book stops and asks', async ({ openWindow, shared }) => {
  const first = await openWindow('sample')
  await makeAvailable(first, { path: shared })
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 90_000 })
  await visit(first, '/customers')
  await first.getByRole('checkbox', { name: 'Select all' }).click({ force: true })
  await first.locator('main').getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(toastOf(first, '300 customers deleted')).toBeVisible()
  const asks = syncStatus(first, 'Sync asks you something')
  await expect(asks).toBeVisible({ timeout: 60_000 })
  await asks.click()
  const help = first.getByRole('dialog')
  await expect(help).toContainText(/would remove \d+ of \d+ records for everyone/)
  await help.getByRole('button', { name: 'Let it go on' }).click()
  await expect(syncStatus(first, 'Up to date')).toBeVisible({ timeout: 60_000 })
})

test('another device joins by the code, shown only when asked for', async ({ openWindow, shared }) => {
  const first = await openWindow('empty')
  await addCustomer(first, 'Shown')
  await makeAvailable(first, { path: shared })
  await first.locator('main').getByRole('button', { name: 'Add a device…' }).click()
  const box = first.getByRole('dialog', { name: 'Add a device' })
  await expect(box.getByRole('img')).toHaveCount(0)
  await box.getByRole('button', { name: 'Show the code' }).click()
  const picture = join(shared, '..', `code-${Date.now()}.png`)
  await box.getByRole('img', { name: 'Code' }).screenshot({ path: picture })

  const second = await openWindow('new')
  await second.getByRole('button', { name: /^Join a book/ }).click()
  const joining = second.getByRole('dialog', { name: 'Join a book' })
  await joining.locator('input[type=file]').setInputFiles(picture)
  await rm(picture)
  await expect(joining).toContainText(`Leads to ${shared}`)
  await joining.getByRole('button', { name: 'Next' }).click()
  await expect(joining.getByText('A book is there.')).toBeVisible()
  await joinOther(second, joining)
  await hasCustomer(second, 'Shown')
})

test('the passphrase changes and the recovery key opens', async ({ openWindow, shared }) => {
  const first = await openWindow('empty')
  const recoveryKey = await makeAvailable(first, { path: shared })
  const main = first.locator('main')
  await main.getByRole('button', { name: 'Change the passphrase…' }).click()
  const box = first.getByRole('dialog', { name: 'Change the passphrase' })
  await box.getByText('Recovery key', { exact: true }).first().click()
  await box.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey.toLowerCase().replaceAll('-', ' '))
  await passphraseIn(box).fill(`${PASSPHRASE} again`)
  await box.getByLabel('The same again').fill(`${PASSPHRASE} again`)
  await first.keyboard.press('Enter')
  await expect(toastOf(first, 'The passphrase was changed')).toBeVisible({ timeout: 30_000 })
  const second = await openWindow('new')
  await second.getByRole('button', { name: /^Join a book/ }).click()
  const joining = await findBook(second, { path: shared })
  await joinOther(second, joining, `${PASSPHRASE} again`)
})

test('an address that is none, a server that is not there and a login that is refused are told apart', async ({
  openWindow,
}) => {
  const couch = await startCouch({ admin: 'anna:secret' })
  const window = await openWindow('empty')
  await visit(window, '/settings/sync')
  await window.getByRole('button', { name: 'Make this book available…' }).click()
  const box = window.getByRole('dialog', { name: 'Make this book available' })
  const testConnection = async (url: string): Promise<void> => {
    await box.getByRole('textbox', { name: 'Address of the server' }).fill(url)
    await box.getByRole('button', { name: 'Test the connection' }).click()
  }
  await testConnection('ftp://couch')
  await expect(box).toContainText('Enter an address such as')
  const cable = await cableTo(couch.url)
  await cable.pull()
  await testConnection(cable.url)
  await expect(box.getByRole('alert')).toContainText('no server runs at', { timeout: 60_000 })
  await testConnection(`http://anna:wrong@${new URL(couch.url).host}/fairbook-told`)
  await expect(box.getByRole('alert')).toContainText('does not accept this user and password', { timeout: 30_000 })
  await expect(box.getByRole('textbox', { name: 'User' })).toHaveValue('anna')
  await expect(box.getByRole('textbox', { name: 'Database' })).toHaveValue('fairbook-told')
  await couch.stop()
})
