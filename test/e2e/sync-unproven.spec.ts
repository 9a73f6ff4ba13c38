import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import { give, isOpen, lockScreen, PASSPHRASE, setPassphrase } from './support/lock.ts'
import { makeAvailable, syncStatus } from './support/sync.ts'
import { visit } from './support/window.ts'

test.use({ book: 'empty' })

test('a place that was changed in the files of a locked book is told, and nothing goes there', async ({
  window,
  host,
}) => {
  test.setTimeout(180_000)
  await visit(window, '/settings/security')
  await setPassphrase(window)
  const path = join(host.dataFolder, 'shared')
  await makeAvailable(window, 'file')
  await window.keyboard.press('Control+l')
  await expect(lockScreen(window)).toBeVisible()
  const file = join(host.dataFolder, 'sync.json')
  const config = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...config, place: { kind: 'folder', path } }))
  await give(window, PASSPHRASE)
  await isOpen(window)
  await expect(syncStatus(window, /the place was tampered with/)).toBeVisible({ timeout: 30_000 })
  await visit(window, '/settings/sync')
  const alert = window.locator('main').getByRole('alert')
  await expect(alert).toContainText('was changed without its passphrase, so sync stopped and nothing was sent')
  await alert.getByRole('button', { name: 'Stay without sync' }).click()
  await expect(alert).toHaveCount(0)
  await expect(syncStatus(window, /tampered/)).toHaveCount(0)
})
