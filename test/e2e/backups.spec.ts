import { expect, test } from './support/fixtures.ts'
import { rowOf, search, toastOf, visit } from './support/window.ts'

test('a backup by hand brings back what was deleted and changed since, after showing what it would do', async ({
  window,
}) => {
  await visit(window, '/settings/data')
  await window.getByRole('button', { name: 'Back up now' }).click()
  const made = window.getByRole('listitem').filter({ hasText: 'by hand' })
  await expect(made).toContainText('300 customers')

  await visit(window, '/customers')
  await search(window, 'anja weber')
  await rowOf(window, /Anja Weber/).click()
  const panel = window.getByRole('complementary', { name: 'Anja Weber' })
  await panel.getByRole('button', { name: 'More', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(rowOf(window, /Anja Weber/)).toHaveCount(0)

  await search(window, 'florian weiß')
  await rowOf(window, /Florian Weiß/).click()
  const florian = window.getByRole('complementary', { name: 'Florian Weiß' })
  await florian.getByRole('button', { name: /^Status:/ }).click()
  await window.getByRole('menuitem', { name: 'Disqualified' }).click()
  await expect(florian.getByRole('button', { name: 'Status: Disqualified' })).toBeVisible()

  await window.keyboard.press('n')
  await window.getByRole('dialog').getByRole('textbox', { name: 'Last name' }).fill('Afterwards')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('complementary', { name: 'Afterwards' })).toBeVisible()

  await visit(window, '/settings/data')
  await made.getByRole('button', { name: 'Restore…' }).click()
  const dialog = window.getByRole('dialog', { name: /Restore the backup of/ })
  const line = (text: string) => dialog.getByRole('listitem').filter({ hasText: text })
  await expect(line('1 record comes back')).toContainText('Anja Weber')
  await expect(line('1 record gets its old values')).toContainText('Florian Weiß')
  await expect(line('1 record made since goes to the trash')).toContainText('Afterwards')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(toastOf(window, 'The book is as it was in the backup')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(window.getByRole('listitem').filter({ hasText: 'before a restore' })).toBeVisible()

  await visit(window, '/customers')
  await search(window, 'anja weber')
  await expect(rowOf(window, /Anja Weber/)).toBeVisible()
  await search(window, 'florian weiß')
  await expect(rowOf(window, /Florian Weiß/)).not.toContainText('Disqualified')
  await search(window, 'afterwards')
  await expect(window.getByText('No customer fits')).toBeVisible()
  await visit(window, '/settings/data')
  await made.getByRole('button', { name: 'Restore…' }).click()
  await expect(dialog).toContainText('There is nothing to restore')
})
