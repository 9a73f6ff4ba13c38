import type { Locator, Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { toastOf, visit } from './support/window.ts'

const column = (window: Page, name: string): Locator => window.getByRole('region', { name: new RegExp(`^${name} `) })
const cards = (window: Page, name: string): Locator => column(window, name).getByRole('option')

/** The first card of a column that no other deal has the name of. */
const someCard = async (window: Page, name: string): Promise<{ card: Locator; title: string }> => {
  await expect(cards(window, name).first()).toBeVisible()
  const titleOf = (text: string): string => text.split('\n')[0] ?? ''
  const all = (await window.getByRole('option').allInnerTexts()).map(titleOf)
  const titles = (await cards(window, name).allInnerTexts()).map(titleOf)
  const title = titles.find((each) => all.filter((other) => other === each).length === 1)
  if (!title) throw new Error(`no card of its own in ${name}`)
  return { card: cards(window, name).filter({ hasText: title }), title }
}

const drag = async (window: Page, card: Locator, to: { x: number; y: number }): Promise<void> => {
  const from = await card.boundingBox()
  if (!from) throw new Error('no card on screen')
  await window.mouse.move(from.x + 30, from.y + 20)
  await window.mouse.down()
  await window.mouse.move(from.x + 60, from.y + 40, { steps: 5 })
  await window.mouse.move(to.x, to.y, { steps: 10 })
}

test('a deal is dragged to the next stage with the pointer, and undo brings it back', async ({ window }) => {
  await visit(window, '/deals')
  const { card, title } = await someCard(window, 'New')
  const before = await cards(window, 'New').count()
  const to = await column(window, 'Qualified').boundingBox()
  if (!to) throw new Error('no column on screen')
  await drag(window, card, { x: to.x + 80, y: to.y + 140 })
  await window.mouse.up()
  const moved = cards(window, 'Qualified').filter({ hasText: title })
  await expect(moved).toHaveCount(1)
  await expect(card).toHaveCount(0)
  await expect(cards(window, 'New')).toHaveCount(before - 1)
  await toastOf(window, title).getByRole('button', { name: 'Undo' }).click()
  await expect(card).toHaveCount(1)
  await expect(moved).toHaveCount(0)
})

test('a drag that ends beside the board, or with Escape, changes nothing', async ({ window }) => {
  await visit(window, '/deals')
  const { card } = await someCard(window, 'New')
  await drag(window, card, { x: 100, y: 500 })
  await window.mouse.up()
  await expect(card).toHaveCount(1)
  const to = await column(window, 'Proposal').boundingBox()
  await drag(window, card, { x: (to?.x ?? 0) + 80, y: (to?.y ?? 0) + 140 })
  await window.keyboard.press('Escape')
  await window.mouse.up()
  await expect(card).toHaveCount(1)
  await expect(toastOf(window, /Moved/)).toHaveCount(0)
})

test('a deal is moved with the keyboard, and each step is told to screen readers', async ({ window }) => {
  await visit(window, '/deals')
  const { card, title } = await someCard(window, 'New')
  const told = window.locator('[aria-live=assertive]')
  await card.focus()
  await window.keyboard.press('Space')
  await expect(told).toContainText(`“${title}” picked up. New, place`)
  await window.keyboard.press('ArrowRight')
  await expect(told).toContainText('Qualified, place')
  await window.keyboard.press('Space')
  await expect(told).toContainText(`“${title}” put down. Qualified, place`)
  const moved = cards(window, 'Qualified').filter({ hasText: title })
  await expect(moved).toBeFocused()
  await window.keyboard.press('Control+z')
  await expect(card).toHaveCount(1)
  await expect(moved).toHaveCount(0)
})

test('a deal is won, and another is lost with its reason', async ({ window }) => {
  await visit(window, '/deals')
  const won = await someCard(window, 'Negotiation')
  await won.card.click()
  await window.getByRole('complementary', { name: won.title }).getByRole('button', { name: 'Won', exact: true }).click()
  await expect(won.card).toHaveCount(0)
  await expect(cards(window, 'Won in').filter({ hasText: won.title })).toHaveCount(1)

  const lost = await someCard(window, 'New')
  await lost.card.click()
  const panel = window.getByRole('complementary', { name: lost.title })
  await panel.getByRole('button', { name: 'Lost…' }).click()
  const dialog = window.getByRole('dialog', { name: `“${lost.title}” is lost` })
  await dialog.getByRole('button', { name: /reason/i }).click()
  await window.getByRole('option', { name: 'Chose a competitor' }).click()
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await expect(lost.card).toHaveCount(0)
  await expect(panel).toContainText('Chose a competitor')
  await panel.getByRole('button', { name: 'Reopen' }).click()
  await expect(lost.card).toHaveCount(1)
})

test('a value that was just typed is saved with Ctrl+Enter, before its field was left', async ({ window }) => {
  await visit(window, '/deals')
  const { card, title } = await someCard(window, 'New')
  await card.click()
  const panel = window.getByRole('complementary', { name: title })
  await panel.getByRole('button', { name: 'Edit deal' }).click()
  const dialog = window.getByRole('dialog', { name: 'Edit deal' })
  await dialog.getByRole('textbox', { name: 'Value' }).fill('1234567')
  await window.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(panel).toContainText('1,234,567')
})

test('a stage with deals cannot vanish: its deals are moved first', async ({ window }) => {
  await visit(window, '/deals')
  const { title } = await someCard(window, 'Qualified')
  await visit(window, '/settings/pipelines')
  const remove = window.getByRole('button', { name: 'Delete the stage “Qualified”' })
  await remove.click()
  const dialog = window.getByRole('dialog', { name: '“Qualified” has deals' })
  await expect(dialog).toContainText(/\d+ deals? moves? to another stage/)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(remove).toBeVisible()

  await remove.click()
  await dialog.getByRole('button', { name: 'Move and delete' }).click()
  await expect(remove).toHaveCount(0)
  await visit(window, '/deals')
  await expect(column(window, 'Qualified')).toHaveCount(0)
  await expect(window.getByRole('option').filter({ hasText: title })).not.toHaveCount(0)
})
