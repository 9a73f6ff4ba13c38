import { expect, test } from './support/fixtures.ts'
import { allSaved, begin, rowOf, search, toastOf, visit } from './support/window.ts'

test.describe('a new book', () => {
  test.use({ book: 'new' })

  test('a first day: a customer is added, found, called, changed, undone, and still there after a restart', async ({
    window,
  }) => {
    await begin(window, 'empty')
    await visit(window, '/customers')

    await window.keyboard.press('n')
    const form = window.getByRole('dialog')
    await form.getByRole('textbox', { name: 'First name' }).fill('Daiva')
    await form.getByRole('textbox', { name: 'Last name' }).fill('Mockutė')
    await form.getByRole('textbox', { name: /Phone/ }).first().fill('8 612 34567')
    await window.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(rowOf(window, /Daiva Mockutė/)).toBeVisible()

    for (const text of ['mockute dai', 'DAI moc', '61234567', '+370 612 34567']) {
      await search(window, text)
      await expect(rowOf(window, /Daiva Mockutė/), text).toBeVisible()
    }
    await search(window, 'nobody at all')
    await expect(window.getByText('No customer fits')).toBeVisible()
    await search(window, '')

    await rowOf(window, /Daiva Mockutė/).click()
    const panel = window.getByRole('complementary', { name: 'Daiva Mockutė' })
    const log = panel.getByRole('textbox', { name: 'What happened' })
    await log.fill('Wants samples of oak by Friday')
    await log.press('Control+Enter')
    await expect(panel.getByText('Wants samples of oak by Friday')).toBeVisible()
    await expect(log).toHaveValue('')

    await panel.getByRole('button', { name: 'Status: Lead' }).click()
    await window.getByRole('menuitem', { name: 'Prospect' }).click()
    await expect(panel.getByRole('button', { name: 'Status: Prospect' })).toBeFocused()
    await window.keyboard.press('Control+z')
    await expect(panel.getByRole('button', { name: 'Status: Lead' })).toBeVisible()
    await window.keyboard.press('Control+Shift+z')
    await expect(panel.getByRole('button', { name: 'Status: Prospect' })).toBeVisible()

    await allSaved(window)
    await window.reload()
    await expect(panel.getByText('Wants samples of oak by Friday')).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Status: Prospect' })).toBeVisible()
  })

  test('a book that is set up does not welcome again', async ({ window }) => {
    await begin(window, 'empty')
    await expect(window).toHaveURL(/\/$/)
    await window.goto(new URL('/welcome', window.url()).href)
    await expect(window.getByRole('link', { name: 'Today', exact: true })).toHaveAttribute('aria-current', 'page')
    await expect(window.getByRole('heading', { name: 'Welcome to Fairbook' })).toHaveCount(0)
  })
})

test('words in any order and any spelling find among hundreds, in each script', async ({ window }) => {
  await visit(window, '/customers')
  const rows = window.locator('[role=rowgroup] [role=row][id]')
  for (const [typed, found] of [
    ['weber anja', /Anja Weber/],
    ['balciunas alg', /Algirdas Balčiūnas/],
    ['كيان', /کیان/],
    ['королев федор', /Фёдор Королёв/],
    ['48501767102', /Agnieszka Dąbrowska/],
    ['۶۵۵ ۵۱۲۶۲', /Algirdas Balčiūnas/],
  ] as const) {
    await search(window, typed)
    await expect(rows.first(), typed).toHaveAccessibleName(found)
    expect(await rows.count(), typed).toBeLessThan(20)
  }
})

test('what was edited is undone and redone field by field, and its history tells of it', async ({ window }) => {
  await visit(window, '/customers')
  await search(window, 'anja weber')
  await rowOf(window, /Anja Weber/).click()
  const panel = window.getByRole('complementary', { name: 'Anja Weber' })
  await panel.getByRole('button', { name: 'Edit customer' }).click()
  const form = window.getByRole('dialog', { name: /Anja Weber|Edit/ })
  await form.getByRole('textbox', { name: 'Last name' }).fill('Weber-Lang')
  await form.getByRole('textbox', { name: 'Role' }).fill('Head of purchasing')
  await window.keyboard.press('Control+Enter')
  const renamed = window.getByRole('complementary', { name: 'Anja Weber-Lang' })
  await expect(renamed.locator('header').first()).toContainText('Head of purchasing')

  await toastOf(window, /changed/)
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(panel).toBeVisible()
  await expect(panel.locator('header').first()).not.toContainText('Head of purchasing')
  await toastOf(window, 'Undone').getByRole('button', { name: 'Redo' }).click()
  await expect(renamed).toBeVisible()

  await renamed.getByRole('tab', { name: 'History' }).click()
  await expect(renamed.getByRole('tabpanel')).toContainText('Weber-Lang')
  await expect(renamed.getByRole('tabpanel')).toContainText('Head of purchasing')
})

test('what is deleted waits in the trash and comes back', async ({ window }) => {
  await visit(window, '/customers')
  await search(window, 'Anja Weber')
  const row = rowOf(window, /Anja Weber/)
  await row.getByRole('gridcell').first().click()
  await window.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
  await expect(row).toBeHidden()
  await visit(window, '/trash')
  const item = window.getByRole('listitem').filter({ hasText: 'Anja Weber' })
  await item.getByRole('button', { name: 'Put back' }).click()
  await expect(item).toHaveCount(0)
  await visit(window, '/customers')
  await search(window, 'Anja Weber')
  await expect(row).toBeVisible()
})
