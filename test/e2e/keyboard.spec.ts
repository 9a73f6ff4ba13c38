import type { Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { rowOf, toastOf } from './support/window.ts'

const press = async (window: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await window.keyboard.press(key)
}

const MOST_TABS = 60

/** Goes on with Tab until the focus is in something that fits. */
const tabTo = async (window: Page, selector: string): Promise<void> => {
  const isThere = () => window.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isThere()) return
    await window.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

const page = (window: Page, name: string) => window.getByRole('heading', { name, level: 1 })

test('everything of a day is done without a pointer', async ({ window }) => {
  await press(window, '?')
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await press(window, 'Escape')

  await press(window, 'Control+k')
  await window.keyboard.type('weber anja')
  await expect(window.getByRole('option', { name: /Anja Weber/ }).first()).toHaveAttribute('aria-selected', 'true')
  await press(window, 'Enter')
  const panel = window.getByRole('complementary', { name: 'Anja Weber' })
  await expect(panel).toBeVisible()
  await tabTo(window, 'aside textarea')
  await window.keyboard.type('Called back, all agreed')
  await press(window, 'Control+Enter')
  await expect(panel.getByText('Called back, all agreed')).toBeVisible()
  await press(window, 'Escape', 'Escape')
  await expect(panel).toBeHidden()

  await press(window, 'g', 'd')
  await expect(page(window, 'Deals')).toBeVisible()
  await tabTo(window, '[role=option]')
  await press(window, 'Space', 'ArrowRight', 'Enter')
  await expect(toastOf(window, /^Moved/)).toBeVisible()
  await press(window, 'Control+z')
  await expect(toastOf(window, 'Undone')).toBeVisible()

  await press(window, 'g', 'c')
  await expect(page(window, 'Customers')).toBeVisible()
  await press(window, 'n')
  const form = window.getByRole('dialog', { name: 'New customer' })
  await expect(form.getByRole('textbox', { name: 'First name' })).toBeFocused()
  await window.keyboard.type('Keyboard')
  await press(window, 'Tab')
  await window.keyboard.type('Only')
  await press(window, 'Enter')
  const added = window.getByRole('complementary', { name: 'Keyboard Only' })
  await expect(added).toBeVisible()
  await expect(form).toBeHidden()
  await tabTo(window, 'aside [aria-label="Close"]')
  await press(window, 'Enter')
  await expect(added).toBeHidden()

  await tabTo(window, 'input[type=search]')
  await window.keyboard.type('only key')
  await expect(rowOf(window, /Keyboard Only/)).toBeVisible()
  await press(window, 'Escape')
  await expect(rowOf(window, /AB „Ąžuolo namai“/)).toBeVisible()

  await tabTo(window, '[role=grid]')
  await press(window, 'Home', 'Space', 'ArrowDown', 'Space')
  await expect(window.getByRole('row', { selected: true })).toHaveCount(2)
  await press(window, 'Escape')
  await expect(window.getByRole('row', { selected: true })).toHaveCount(0)
})

test('the focus goes back to where a dialog was opened from', async ({ window }) => {
  await press(window, 'g', 'c')
  await expect(page(window, 'Customers')).toBeVisible()
  const button = window.getByRole('button', { name: 'New customer' })
  await button.focus()
  await press(window, 'Enter')
  await expect(window.getByRole('dialog')).toBeVisible()
  await press(window, 'Escape')
  await expect(button).toBeFocused()
})
