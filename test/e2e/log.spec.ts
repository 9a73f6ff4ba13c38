import type { Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { search, visit } from './support/window.ts'
import { words } from './support/words.ts'

const t = words.en

/** Keeps every write of an interaction waiting, as a busy machine does, until the returned function is called. */
const holdWrites = async (window: Page): Promise<() => Promise<void>> => {
  const held = await window.evaluateHandle(async () => {
    const [found] = await indexedDB.databases()
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const hold = { on: true }
    const store = db.transaction('interactions', 'readwrite').objectStore('interactions')
    const next = () => {
      if (hold.on) store.count().onsuccess = next
      else db.close()
    }
    next()
    return hold
  })
  return () =>
    held.evaluate((hold) => {
      hold.on = false
    })
}

test('what is typed while an interaction is being saved goes where it was typed', async ({ window }) => {
  await visit(window, '/customers')
  await search(window, 'Anja Weber')
  await window.getByRole('row', { name: /Anja Weber/ }).click()
  const panel = window.getByRole('complementary', { name: 'Anja Weber' })
  const log = panel.getByRole('textbox', { name: t['customers.log.title'] })
  const field = window.getByRole('searchbox', { name: t['customers.search'] })
  const logged = (text: string) => panel.getByRole('listitem').filter({ hasText: text })

  const release = await holdWrites(window)
  await log.fill('Called about oak')
  await log.press('Control+Enter')
  await expect(log).toHaveValue('')
  await window.keyboard.type('Next words')
  await search(window, 'Anja')
  await expect(logged('Called about oak')).toHaveCount(0)
  await release()
  await expect(logged('Called about oak')).toHaveCount(1)
  await window.keyboard.type(' We')
  await expect(field).toHaveValue('Anja We')
  await expect(log).toHaveValue('Next words')
})
