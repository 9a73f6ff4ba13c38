import type { Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { begin, visit } from './support/window.ts'

const column = (window: Page, name: string) => window.getByRole('region', { name: new RegExp(`^${name} `) })
const cards = (window: Page, name: string) => column(window, name).getByRole('option')

/** The first card of a column and the words it can be known by. */
const firstCard = async (window: Page, name: string) => {
  const card = cards(window, name).first()
  await expect(card).toBeVisible()
  const [title = ''] = (await card.innerText()).split('\n')
  return { card, title }
}

test('a deal is dragged to the next stage with the pointer, and undo brings it back', async ({ window }) => {
  await begin(window, 'sample')
  await visit(window, '/deals')
  const { card, title } = await firstCard(window, 'New')
  const from = await card.boundingBox()
  const to = await column(window, 'Qualified').boundingBox()
  if (!from || !to) throw new Error('no card or no column on screen')
  await window.mouse.move(from.x + 30, from.y + 20)
  await window.mouse.down()
  await window.mouse.move(from.x + 60, from.y + 40, { steps: 5 })
  await window.mouse.move(to.x + 80, to.y + 140, { steps: 10 })
  await window.mouse.up()
  await expect(cards(window, 'Qualified').filter({ hasText: title })).toHaveCount(1)
  await expect(cards(window, 'New').filter({ hasText: title })).toHaveCount(0)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect(cards(window, 'New').filter({ hasText: title })).toHaveCount(1)
})

test('a deal is moved with the keyboard, and the move is told to screen readers', async ({ window }) => {
  await begin(window, 'sample')
  await visit(window, '/deals')
  const { card, title } = await firstCard(window, 'New')
  await card.focus()
  await window.keyboard.press('Space')
  await expect(window.getByText(`“${title}” picked up.`, { exact: false })).toBeAttached()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Space')
  await expect(cards(window, 'Qualified').filter({ hasText: title })).toHaveCount(1)
  await window.keyboard.press('Control+z')
  await expect(cards(window, 'New').filter({ hasText: title })).toHaveCount(1)
})

test('a stage with deals cannot vanish', async ({ window }) => {
  await begin(window, 'sample')
  await visit(window, '/settings/pipelines')
  await window.getByRole('button', { name: /Delete.*Qualified/ }).click()
  const dialog = window.getByRole('dialog').or(window.getByRole('alertdialog'))
  await expect(dialog).toContainText(/Qualified/)
  await window.keyboard.press('Escape')
  await visit(window, '/deals')
  await expect(column(window, 'Qualified')).toBeVisible()
})
