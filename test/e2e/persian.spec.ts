import { expect, test } from './support/fixtures.ts'
import { toastOf, visit } from './support/window.ts'
import { words } from './support/words.ts'

const t = words.fa

test.use({ book: 'new' })

test('a day in Persian: chosen at the welcome, right to left, Jalali dates, forms, board and search', async ({
  window,
}) => {
  await window.getByText('فارسی', { exact: true }).click()
  const html = window.locator('html')
  await expect(html).toHaveAttribute('dir', 'rtl')
  await expect(html).toHaveAttribute('lang', /^fa/)
  await window.getByRole('button', { name: t['welcome.sample'] }).click()
  const today = await window.evaluate(() =>
    new Intl.DateTimeFormat('fa-IR-u-ca-persian-nu-arabext', { day: 'numeric', month: 'long' }).format(new Date()),
  )
  await expect(window.getByRole('heading', { level: 1 })).toContainText(today, { timeout: 30_000 })
  const nav = await window.getByRole('navigation', { name: t['app.nav'] }).boundingBox()
  expect(nav?.x).toBeGreaterThan(1000)

  await visit(window, '/customers')
  await window.keyboard.press('n')
  const form = window.getByRole('dialog', { name: t['customers.new'] })
  await form.getByRole('textbox', { name: t['field.customers.givenName'] }).fill('علی‌رضا')
  await form.getByRole('textbox', { name: t['field.customers.familyName'] }).fill('کریم‌زاده')
  await form.getByRole('group', { name: t['field.customers.phones'] }).getByRole('textbox').fill('+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹')
  await form.getByRole('button', { name: t['customers.moreFields'] }).click()
  const birthday = form.getByRole('group', { name: t['field.customers.birthday'], exact: true })
  const parts = birthday.getByRole('spinbutton')
  await expect(parts).toHaveCount(3)
  for (const [part, digits] of [
    ['year', '1370'],
    ['month', '07'],
    ['day', '۱۵'],
  ] as const) {
    await birthday.locator(`[data-type=${part}]`).focus()
    await window.keyboard.type(digits)
  }
  await window.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  const panel = window.getByRole('complementary', { name: 'علی‌رضا کریم‌زاده' })
  await expect(panel).toBeVisible()
  await panel.getByRole('tab', { name: t['customers.tab.details'] }).click()
  await expect(panel).toContainText(/۱۵ مهر ۱۳۷۰|۱۳۷۰\/۷\/۱۵|۱۳۷۰\/۰۷\/۱۵/)
  // Stored in the Gregorian calendar: 15 Mehr 1370 was 7 October 1991.
  const stored = await window.evaluate(async () => {
    const [found] = await indexedDB.databases()
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(found?.name ?? '')
      request.onsuccess = () => resolve(request.result)
    })
    const rows = await new Promise<{ familyName?: string; birthday?: string }[]>((resolve) => {
      const request = db.transaction('customers').objectStore('customers').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    db.close()
    return rows.find(({ familyName }) => familyName === 'کریم‌زاده')?.birthday
  })
  expect(stored).toBe('1991-10-07')

  await panel.getByRole('tab', { name: t['customers.tab.overview'] }).click()
  const log = panel.getByRole('textbox', { name: t['customers.log.title'] })
  await log.fill('نمونهٔ بلوط خواست')
  await log.press('Control+Enter')
  await expect(panel.getByText('نمونهٔ بلوط خواست')).toBeVisible()

  const search = window.getByRole('searchbox', { name: t['customers.search'] })
  const rows = window.locator('[role=rowgroup] [role=row][id]')
  for (const text of ['كريم زاده علي', '۹۱۲۳۴۵۶۷۸۹', '9123456789']) {
    await search.fill(text)
    await expect(rows, text).toHaveCount(1)
    await expect(rows, text).toHaveAccessibleName(/علی‌رضا کریم‌زاده/)
  }

  await visit(window, '/deals')
  const [first, second] = [window.locator('main section').nth(0), window.locator('main section').nth(1)]
  const card = first.getByRole('option').first()
  await expect(card).toBeVisible()
  const id = (await card.getAttribute('data-deal')) ?? ''
  const [a, b] = [await first.boundingBox(), await second.boundingBox()]
  expect(a?.x).toBeGreaterThan(b?.x ?? 0)
  await card.focus()
  await window.keyboard.press('Space')
  await window.keyboard.press('ArrowLeft')
  await window.keyboard.press('Space')
  await expect(second.locator(`[data-deal="${id}"]`)).toHaveCount(1)
  await expect(toastOf(window, /[آ-ی]/)).toBeVisible()
})
