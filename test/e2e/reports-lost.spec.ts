import { expect, test } from './support/fixtures.ts'
import { visit } from './support/window.ts'

test('a report that names deleted fields says what it leaves out, shows the rest, and can be kept so', async ({
  window,
}) => {
  await visit(window, '/reports/customersBy')
  await window.evaluate(() => {
    const view = { period: 'all', by: 'gone', measure: 'goneToo', filter: [{ column: 'gone', op: 'notEmpty' }] }
    localStorage.setItem('fairbook.reports', JSON.stringify({ state: { views: { customersBy: view } }, version: 0 }))
  })
  await window.reload()
  const main = window.locator('main')
  const note = main.getByRole('status').filter({ hasText: 'gone' })
  await expect(note).toContainText('It counts by “Status” now.')
  await expect(note).toContainText('The field that was summed up is gone')
  await expect(note).toContainText('A condition names a field that is gone')
  await expect(main.getByRole('table')).toBeVisible()
  await note.getByRole('button', { name: 'Keep it so' }).click()
  await expect(note).toHaveCount(0)
  await window.reload()
  await expect(main.getByRole('table')).toBeVisible()
  await expect(note).toHaveCount(0)
})
