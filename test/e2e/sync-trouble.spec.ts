import { mkdir, rename, rmdir } from 'node:fs/promises'

import { cableTo } from './support/cable.ts'
import { expect } from './support/fixtures.ts'
import { makeAvailable, syncStatus } from './support/sync.ts'
import { test } from './support/two-windows.ts'
import { visit } from './support/window.ts'
import { words } from './support/words.ts'

test.describe.configure({ timeout: 120_000 })

test('a server that is not reached: the status says why and what to do, and so do the settings, in Persian too', async ({
  openWindow,
  couch,
}) => {
  const cable = await cableTo(couch.url)
  const window = await openWindow('empty')
  await makeAvailable(window, { url: cable.url, database: 'fairbook-trouble' })
  await expect(syncStatus(window, 'Up to date')).toBeVisible({ timeout: 60_000 })
  await cable.pull()
  const main = window.locator('main')
  await main.getByRole('button', { name: 'Sync now' }).click()
  await expect(syncStatus(window, /^Offline/)).toBeVisible({ timeout: 60_000 })
  const why = `The computer answers, but no server runs at ${cable.url}/fairbook-trouble. Start it, or check the port`
  const standing = main.getByRole('region', { name: 'Sync', exact: true })
  await expect(standing.getByText(why)).toBeVisible()
  await expect(standing.getByText('Work on: everything is kept here')).toBeVisible()
  await syncStatus(window, /^Offline/).click()
  const box = window.getByRole('dialog', { name: 'Sync' })
  await expect(box.getByText(why)).toBeVisible()
  await window.keyboard.press('Escape')

  await visit(window, '/settings/appearance')
  await main.getByText('فارسی', { exact: true }).click()
  await visit(window, '/settings/sync')
  await expect(main.getByText('سروری در کار نیست')).toHaveCount(2)
  await expect(main.getByText(words.fa['sync.status.offlineHelp'])).toBeVisible()
})

test('a folder that is gone, and the empty one where a share used to be mounted, are told apart', async ({
  openWindow,
  shared,
}) => {
  const window = await openWindow('empty')
  await makeAvailable(window, { path: shared })
  await expect(syncStatus(window, 'Up to date')).toBeVisible({ timeout: 60_000 })
  const now = window.locator('main').getByRole('button', { name: 'Sync now' })
  await rename(shared, `${shared}-away`)
  await now.click()
  await expect(window.locator('main')).toContainText(`The folder is not there: ${shared}`)
  await mkdir(shared)
  await now.click()
  await expect(window.locator('main')).toContainText(`The book is not in ${shared} any more. Connect the drive`)
  await rmdir(shared)
  await rename(`${shared}-away`, shared)
  await now.click()
  await expect(syncStatus(window, 'Up to date')).toBeVisible({ timeout: 60_000 })
})
