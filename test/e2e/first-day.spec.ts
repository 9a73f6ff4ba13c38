import { expect, test } from './support/fixtures.ts'
import { allSaved, begin, rowOf, visit } from './support/window.ts'

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

  const search = window.getByRole('searchbox', { name: 'Search customers' })
  await search.fill('mockute dai')
  await expect(rowOf(window, /Daiva Mockutė/)).toBeVisible()
  await search.fill('61234567')
  await expect(rowOf(window, /Daiva Mockutė/)).toBeVisible()
  await search.fill('nobody at all')
  await expect(window.getByText('No customer fits')).toBeVisible()
  await search.fill('')

  await rowOf(window, /Daiva Mockutė/).click()
  const log = window.getByRole('textbox', { name: 'What happened' })
  await log.fill('Wants samples of oak by Friday')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('Wants samples of oak by Friday')).toBeVisible()
  await expect(log).toHaveValue('')

  await window.getByRole('button', { name: /Status: Lead/ }).click()
  await window
    .getByRole('menuitem', { name: 'Prospect' })
    .or(window.getByRole('menuitemradio', { name: 'Prospect' }))
    .click()
  await expect(window.getByRole('button', { name: /Status: Prospect/ })).toBeVisible()
  await log.blur()
  await window.keyboard.press('Control+z')
  await expect(window.getByRole('button', { name: /Status: Lead/ })).toBeVisible()
  await window.keyboard.press('Control+Shift+z')
  await expect(window.getByRole('button', { name: /Status: Prospect/ })).toBeVisible()

  await allSaved(window)
  await window.reload()
  await expect(window.getByText('Wants samples of oak by Friday')).toBeVisible()
  await expect(window.getByRole('button', { name: /Status: Prospect/ })).toBeVisible()
})

test('what is deleted waits in the trash and comes back', async ({ window }) => {
  await begin(window, 'sample')
  await visit(window, '/customers')
  await window.getByRole('searchbox', { name: 'Search customers' }).fill('Anja Weber')
  const row = rowOf(window, /Anja Weber/)
  await row.getByRole('checkbox').click()
  await window.getByRole('button', { name: 'Delete' }).click()
  const confirm = window.getByRole('alertdialog')
  if (await confirm.isVisible()) await confirm.getByRole('button', { name: /Delete/ }).click()
  await expect(row).toBeHidden()
  await visit(window, '/trash')
  await window.getByRole('listitem').filter({ hasText: 'Anja Weber' }).getByRole('button', { name: 'Put back' }).click()
  await visit(window, '/customers')
  await window.getByRole('searchbox', { name: 'Search customers' }).fill('Anja Weber')
  await expect(rowOf(window, /Anja Weber/)).toBeVisible()
})
