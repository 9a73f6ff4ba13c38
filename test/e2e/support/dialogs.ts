import { expect, type Locator, type Page } from '@playwright/test'

import type { Language } from '../../../renderer/i18n/languages.ts'
import { visit } from './window.ts'
import { words } from './words.ts'

const dialogOf = (window: Page): Locator => window.getByRole('dialog').last()

/** What opens a dialog over the page where it belongs. */
type Opening = { name: string; at: string; open: (window: Page, t: (typeof words)[Language]) => Promise<void> }

const byKey = (name: string, key: string, at = '/customers'): Opening => ({
  name,
  at,
  open: (window) => window.keyboard.press(key),
})

const byButton = (name: string, at: string, label: (t: (typeof words)[Language]) => string): Opening => ({
  name,
  at,
  open: (window, t) =>
    window
      .locator('main')
      .getByRole('button', { name: label(t), exact: true })
      .first()
      .click(),
})

const openCustomer = async (window: Page): Promise<void> => {
  await window.locator('[role=rowgroup] [role=row]').nth(3).click()
  await expect(window.locator('main aside [role=tablist]')).toBeVisible()
}

const openDeal = async (window: Page): Promise<void> => {
  await window.getByRole('option').first().click()
  await expect(window.locator('main aside [role=tablist]')).toBeVisible()
}

const fromPanel = (name: string, item: (t: (typeof words)[Language]) => string): Opening => ({
  name,
  at: '/customers',
  open: async (window, t) => {
    await openCustomer(window)
    await window.locator('main aside').getByRole('button', { name: t['customers.more'], exact: true }).click()
    await window.getByRole('menuitem', { name: item(t) }).click()
    // The menu that closes is a dialog of its own.
    await expect(window.getByRole('menu')).toHaveCount(0)
  },
})

/** The dialogs of the window, for sweeps over all of them. */
const openings: readonly Opening[] = [
  byKey('palette', 'Control+k'),
  byKey('keys', '?'),
  byKey('new customer', 'n'),
  byKey('new deal', 'd'),
  byKey('new task', 't'),
  byKey('log', 'l'),
  byButton('export', '/customers', (t) => t['customers.export']),
  byButton('columns', '/customers', (t) => t['customers.columns.title']),
  byButton('filter', '/customers', (t) => t['customers.filter.add']),
  {
    name: 'edit customer',
    at: '/customers',
    open: async (window, t) => {
      await openCustomer(window)
      await window.getByRole('button', { name: t['customers.edit'], exact: true }).click()
    },
  },
  {
    name: 'merge customers',
    at: '/duplicates',
    open: (window, t) => window.locator('main').getByRole('button', { name: t['duplicates.compare'] }).first().click(),
  },
  {
    name: 'duplicates of a customer',
    at: '/customers',
    open: async (window, t) => {
      await openCustomer(window)
      await window.getByRole('button', { name: t['customers.more'], exact: true }).click()
      await window.getByRole('menuitem', { name: t['duplicates.findOf'] }).click()
    },
  },
  {
    name: 'lost deal',
    at: '/deals',
    open: async (window, t) => {
      await openDeal(window)
      await window.getByRole('button', { name: t['deals.lose'], exact: true }).click()
    },
  },
  {
    name: 'edit deal',
    at: '/deals',
    open: async (window, t) => {
      await openDeal(window)
      await window.getByRole('button', { name: t['deals.edit'], exact: true }).click()
    },
  },
  {
    name: 'stage in use',
    at: '/settings/pipelines',
    open: (window) => window.locator('main ol li').first().getByRole('button').last().click(),
  },
  {
    name: 'new field',
    at: '/settings/fields',
    open: (window, t) => window.getByRole('button', { name: t['ownFields.new'], exact: true }).click(),
  },
  {
    name: 'consent',
    at: '/customers',
    open: async (window, t) => {
      await openCustomer(window)
      await window.locator('main aside').getByRole('tab', { name: t['customers.tab.details'] }).click()
      await window.locator('main aside').getByRole('table').getByRole('button').first().click()
    },
  },
  fromPanel('person data', (t) => t['privacy.personData']),
  fromPanel('erase', (t) => t['privacy.erase']),
  {
    name: 'make available',
    at: '/settings/sync',
    open: (window, t) => window.getByRole('button', { name: t['sync.makeAvailable'] }).click(),
  },
  {
    name: 'join a book',
    at: '/settings/sync',
    open: (window, t) => window.getByRole('button', { name: t['sync.joinEllipsis'] }).click(),
  },
  {
    name: 'restore',
    at: '/settings/data',
    open: (window, t) => window.getByRole('button', { name: t['settings.restoreEllipsis'] }).first().click(),
  },
]

/** Opens one dialog after another, and closes each after `visitor` has seen it. */
export const eachDialog = async (
  window: Page,
  language: Language,
  visitor: (name: string, dialog: Locator) => Promise<void>,
): Promise<void> => {
  for (const { name, at, open } of openings) {
    await visit(window, at)
    await window.locator('main').focus()
    await open(window, words[language])
    const dialog = dialogOf(window)
    await expect(dialog, name).toBeVisible()
    await visitor(name, dialog)
    // An open list in it takes the first Escape.
    await expect(async () => {
      await window.keyboard.press('Escape')
      await expect(dialog, `${name} closes`).toBeHidden({ timeout: 1_000 })
    }).toPass()
  }
}
