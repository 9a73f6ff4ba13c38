import type { Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { rowOf, search, toastOf, visit } from './support/window.ts'

test('checks count, lead to the list, and mend: tasks, archive, the way back', async ({ window }) => {
  await visit(window, '/health')
  const check = window.getByRole('listitem').filter({ has: window.getByRole('heading', { name: 'Mail came back' }) })
  await expect(check).toContainText(/^[1-9]/)
  const found = Number(/^\d+/.exec((await check.textContent()) ?? '')?.[0])
  await check.getByRole('button', { name: 'Task' }).click()
  await expect(toastOf(window, new RegExp(`${found} tasks? added`))).toBeVisible()

  await check.getByRole('button', { name: 'Show in list: Mail came back' }).click()
  const rows = window.locator('[role=rowgroup] [role=row][id]')
  await expect(rows).toHaveCount(found)
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Customers')

  await visit(window, '/health')
  await check.getByRole('button', { name: 'More for: Mail came back' }).click()
  await window.getByRole('menuitem', { name: /Archive/ }).click()
  await expect(toastOf(window, /archived/)).toBeVisible()
  await expect(check.getByRole('button', { name: 'Task' })).toBeHidden()

  await visit(window, '/customers')
  await window
    .getByRole('button', { name: 'Archive', exact: true })
    .or(window.getByRole('radio', { name: 'Archive' }))
    .first()
    .click()
  await expect(rows).toHaveCount(found)
  await rows.first().click()
  const panel = window.getByRole('complementary')
  await expect(panel).toContainText('In the archive since')
  await panel.getByRole('button', { name: 'Bring back from the archive' }).first().click()
  await expect(panel).not.toContainText('In the archive since')
})

test('suggestions say why, are taken or set aside, and undone', async ({ window }) => {
  await visit(window, '/customers')
  await search(window, 'Hoffmann')
  await expect(rowOf(window, /Hoffmann/).first()).toBeVisible()
  await visit(window, '/health')
  await window.getByRole('tab', { name: 'Suggestions' }).click()
  const country = window
    .locator('section')
    .filter({ has: window.getByRole('heading', { name: 'Country', exact: true }) })
  const rows = country.getByRole('listitem')
  await expect(rows.first()).toContainText(/the phone begins with \+\d+/, { timeout: 30_000 })
  for (const at of [0, 1]) await expect(rows.nth(at).getByRole('link')).toHaveText(/./)
  const [first, second] = [await rows.nth(0).textContent(), await rows.nth(1).textContent()]
  await rows.first().getByRole('button', { name: 'Take' }).click()
  await expect(toastOf(window, '1 suggestion applied')).toBeVisible()
  await expect(rows.first()).toHaveText(second ?? '')
  await rows.first().getByRole('button', { name: 'Set aside' }).click()
  await expect(toastOf(window, '1 suggestion set aside')).toBeVisible()
  await expect(country).not.toContainText(second ?? '')

  await visit(window, '/')
  await visit(window, '/health')
  await window.getByRole('tab', { name: 'Suggestions' }).click()
  await expect(rows.first()).toContainText(/the phone begins with/, { timeout: 30_000 })
  await expect(country).not.toContainText(first ?? '')
  await expect(country).not.toContainText(second ?? '')

  // All that is taken at once is in sight before.
  const inSight = await rows.count()
  const all = country.getByRole('button', { name: /^Take all/ })
  await expect(all).toHaveText(`Take all ${inSight}`)
  await country.getByRole('button', { name: /^and \d+ more$/ }).click()
  await expect(rows).not.toHaveCount(inSight)
  const more = await rows.count()
  await all.click()
  await expect(toastOf(window, `${more} suggestions applied`)).toBeVisible()
})

/** Puts customers into the window's copy as they were written years ago: the read model's clock can't be moved. */
const addDusty = (window: Page, names: readonly string[]): Promise<void> =>
  window.evaluate(async (familyNames) => {
    const [found] = await indexedDB.databases()
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(found?.name ?? '')
      request.onsuccess = () => resolve(request.result)
    })
    const at = Date.parse('2020-03-01T10:00:00.000Z')
    const stamp = `${at.toString(36).padStart(9, '0')}.0000.old`
    const store = db.transaction(['customers', 'changes'], 'readwrite')
    for (const familyName of familyNames) {
      const row = { id: `dusty-${familyName}`, kind: 'person', status: 'former', familyName, stamp }
      store.objectStore('customers').put({ ...row, createdAt: new Date(at).toISOString() })
      store.objectStore('changes').add({ table: 'customers', id: row.id })
    }
    await new Promise((resolve) => store.addEventListener('complete', resolve))
    db.close()
  }, names)

test.describe('in a book that nobody has gone through', () => {
  test.use({ book: 'empty' })

  test('the clean-up suggests whom nobody touched, and remembers who stays', async ({ window }) => {
    await addDusty(window, ['Ąžuolas', 'Beržas', 'Liepa'])
    await window.reload()
    await visit(window, '/health')
    await window.getByRole('tab', { name: 'Clean-up' }).click()
    await expect(window.getByText('Not done yet.')).toBeVisible()
    const rows = window.getByRole('tabpanel').getByRole('listitem')
    await expect(rows).toHaveCount(3)
    await expect(rows.first()).toContainText('never contacted · changed 6 yr ago')
    await rows.filter({ hasText: 'Liepa' }).getByRole('button', { name: 'Keep' }).click()
    await expect(rows).toHaveCount(2)
    await window.getByRole('button', { name: 'Archive all 2' }).click()
    await expect(toastOf(window, '2 customers archived')).toBeVisible()
    await expect(window.getByText('Nobody to archive')).toBeVisible()
    await expect(window.getByText(/^Once a year.*Last done on/)).toBeVisible()
    await visit(window, '/customers')
    await expect(rowOf(window, /Liepa/)).toBeVisible()
    await expect(rowOf(window, /Beržas/)).toHaveCount(0)
    // Out of the way, and found by its name.
    await window.keyboard.press('Control+k')
    await window.keyboard.type('Beržas')
    await expect(window.getByRole('option', { name: /Beržas/ })).toBeVisible()
  })
})
