import { expect, test } from './support/fixtures.ts'
import { begin, visit } from './support/window.ts'

const column = (window: import('@playwright/test').Page, name: string) =>
  window.getByRole('region', { name: new RegExp(`^${name}`) })

test('a deal is dragged to the next stage with the pointer, and undo brings it back', async ({ window }) => {
  await begin(window, 'sample')
  await visit(window, '/deals')
  const card = column(window, 'New').getByRole('button').filter({ hasText: 'Thomas Schneider' }).first()
  const from = await card.boundingBox()
  const to = await column(window, 'Qualified').boundingBox()
  if (!from || !to) throw new Error('no card or no column on screen')
  await window.mouse.move(from.x + 30, from.y + 20)
  await window.mouse.down()
  await window.mouse.move(from.x + 60, from.y + 40, { steps: 5 })
  await window.mouse.move(to.x + 80, to.y + 140, { steps: 10 })
  await window.mouse.up()
  await expect(column(window, 'Qualified').getByText('Thomas Schneider').first()).toBeVisible()
  await expect(window.getByText(/to Qualified/)).toBeVisible()
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(column(window, 'New').getByText('Thomas Schneider').first()).toBeVisible()
})
