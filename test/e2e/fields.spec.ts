import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { allSaved, rowOf, search, toastOf, visit } from './support/window.ts'

const MOBILE = 'Mobile 11 digits'

const dialogOf = (window: Page): Locator => window.getByRole('dialog').last()

const choose = async (window: Page, label: RegExp, option: string): Promise<void> => {
  await dialogOf(window).getByRole('button', { name: label }).first().click()
  await window.getByRole('option', { name: new RegExp(`^${option}`) }).click()
}

/** Defines a field in the settings; `more` fills in what goes beyond its name. */
const define = async (window: Page, scope: string, name: string, more: () => Promise<void>): Promise<void> => {
  await visit(window, '/settings/fields')
  await window.getByRole('button', { name: `Add a field: ${scope}` }).click()
  await window.getByRole('textbox', { name: /^Label/ }).fill(name)
  await more()
  await dialogOf(window).getByRole('button', { name: 'Add', exact: true }).last().click()
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(window.getByRole('row', { name })).toBeVisible()
}

/** People's mobile number of eleven digits, required of customers. */
const defineMobile = (window: Page): Promise<void> =>
  define(window, 'People', MOBILE, async () => {
    const dialog = dialogOf(window)
    await choose(window, /Any text/, 'Mobile number of exactly 11 digits')
    await expect(dialog.getByRole('textbox', { name: 'Message when it does not fit' })).toHaveValue(
      'Enter exactly 11 digits',
    )
    await dialog.getByRole('textbox', { name: 'Try it' }).fill('0912')
    await expect(dialog.getByText('Does not fit', { exact: true })).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Try it' }).fill('۰۹۱۲۱۲۳۴۵۶۷')
    await expect(dialog.getByText('Fits', { exact: true })).toBeVisible()
    await choose(window, /Never/, 'From a status on')
    await choose(window, /From status/, 'Customer')
  })

const addPerson = async (window: Page, name: string, mobile: string): Promise<void> => {
  await visit(window, '/customers')
  await window.locator('main').focus()
  await window.keyboard.press('n')
  const dialog = dialogOf(window)
  await dialog.getByRole('textbox', { name: 'First name' }).fill(name)
  await choose(window, /Lead/, 'Customer')
  await dialog.getByRole('textbox', { name: MOBILE }).fill(mobile)
  await dialog.getByRole('button', { name: 'Add', exact: true }).last().click()
}

const panelOf = (window: Page): Locator => window.locator('main aside')

test.describe('fields of one’s own', () => {
  test.use({ book: 'empty' })

  test('a field is defined once and is in the form, the list, the filter, the search and the export', async ({
    window,
  }) => {
    await defineMobile(window)
    await addPerson(window, 'Parisa', '0912')
    const dialog = dialogOf(window)
    await expect(dialog.getByText('Enter exactly 11 digits')).toBeVisible()
    await dialog.getByRole('textbox', { name: MOBILE }).fill('')
    await dialog.getByRole('button', { name: 'Add', exact: true }).last().click()
    await expect(dialog.getByText('This field is needed')).toBeVisible()
    await dialog.getByRole('textbox', { name: MOBILE }).fill('09121234567')
    await dialog.getByRole('button', { name: 'Add', exact: true }).last().click()
    await expect(panelOf(window).getByText('09121234567')).toBeVisible()
    await expect(panelOf(window).getByRole('button', { name: 'Complete' })).toBeVisible()

    await panelOf(window).getByRole('button', { name: 'Close' }).click()
    await window.getByRole('button', { name: 'Columns' }).click()
    await window.locator('label', { hasText: MOBILE }).click()
    await window.keyboard.press('Escape')
    await expect(window.getByRole('columnheader', { name: MOBILE })).toBeVisible()
    await expect(rowOf(window, /Parisa/)).toContainText('09121234567')
    await search(window, '0912123')
    await expect(rowOf(window, /Parisa/)).toBeVisible()
    await search(window, '0999')
    await expect(rowOf(window, /Parisa/)).toHaveCount(0)
    await search(window, '')

    await window.getByRole('button', { name: 'Filter' }).click()
    await expect(dialogOf(window).getByText(MOBILE)).toBeVisible()
    await window.keyboard.press('Escape')

    await window.locator('main').getByRole('button', { name: 'Export' }).click()
    const download = window.waitForEvent('download')
    await dialogOf(window).getByRole('button', { name: 'Save file' }).click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file.split('\r\n')[0]).toContain(MOBILE)
    expect(file).toContain('09121234567')
  })

  test('who became a customer without it is marked, listed, and led to the form', async ({ window }) => {
    await visit(window, '/customers')
    await window.locator('main').focus()
    await window.keyboard.press('n')
    await dialogOf(window).getByRole('textbox', { name: 'First name' }).fill('Jonas')
    await dialogOf(window).getByRole('button', { name: 'Add', exact: true }).last().click()
    await expect(panelOf(window).getByRole('button', { name: 'Complete' })).toBeVisible()
    await defineMobile(window)
    await visit(window, '/customers')
    await rowOf(window, /Jonas/).click()
    await panelOf(window).getByRole('button', { name: 'Status: Lead. Change it' }).click()
    await window.getByRole('menuitem', { name: 'Customer', exact: true }).click()
    await panelOf(window).getByRole('button', { name: '1 required missing' }).click()
    await window.getByRole('button', { name: `Fill in: ${MOBILE}` }).click()
    await expect(dialogOf(window).getByRole('textbox', { name: MOBILE })).toBeFocused()
    await window.keyboard.press('Escape')
    await panelOf(window).getByRole('button', { name: 'Close' }).click()
    await window.getByRole('button', { name: 'Missing required data' }).click()
    await expect(rowOf(window, /Jonas/)).toBeVisible()
  })

  test('a retired field keeps its values and brings them back', async ({ window }) => {
    await defineMobile(window)
    await addPerson(window, 'Parisa', '09121234567')
    await expect(panelOf(window).getByText('09121234567')).toBeVisible()
    await visit(window, '/settings/fields')
    await window.getByRole('button', { name: `More for “${MOBILE}”` }).click()
    await window.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(dialogOf(window).getByText(/1 record .* has a value in it/)).toBeVisible()
    await dialogOf(window).getByRole('button', { name: 'Retire' }).click()
    await expect(window.getByRole('heading', { name: 'Retired' })).toBeVisible()
    await visit(window, '/customers')
    await rowOf(window, /Parisa/).click()
    await expect(panelOf(window).getByRole('button', { name: 'Complete' })).toBeVisible()
    await expect(panelOf(window).getByText('09121234567')).toHaveCount(0)
    await visit(window, '/settings/fields')
    await window.getByRole('button', { name: `More for “${MOBILE}”` }).click()
    await window.getByRole('menuitem', { name: 'Use again' }).click()
    await visit(window, '/customers')
    await rowOf(window, /Parisa/).click()
    await expect(panelOf(window).getByText('09121234567')).toBeVisible()
  })

  test('a change of type is tried first, loses nothing, and is undone as one', async ({ window }) => {
    await define(window, 'All customers', 'Budget', async () => undefined)
    for (const [name, budget] of [
      ['Ann', '1 200,50'],
      ['Ben', 'about 3'],
    ] as const) {
      await visit(window, '/customers')
      await window.locator('main').focus()
      await window.keyboard.press('n')
      const dialog = dialogOf(window)
      await dialog.getByRole('textbox', { name: 'First name' }).fill(name)
      await dialog.getByRole('button', { name: 'More fields' }).click()
      await dialog.getByRole('textbox', { name: 'Budget' }).fill(budget)
      await dialog.getByRole('button', { name: 'Add', exact: true }).last().click()
      await expect(panelOf(window).getByText(budget)).toBeVisible()
    }
    await visit(window, '/segments')
    await window.getByRole('button', { name: 'New segment', exact: true }).click()
    await dialogOf(window).getByRole('textbox').fill('Thousands')
    await dialogOf(window).getByRole('button', { name: 'Save', exact: true }).click()
    await window.locator('main').getByRole('button', { name: 'Add a condition', exact: true }).last().click()
    await dialogOf(window).getByRole('searchbox').fill('Budget')
    await dialogOf(window).getByRole('button', { name: 'Budget', exact: true }).click()
    await dialogOf(window).getByRole('textbox').fill('1')
    await dialogOf(window).getByRole('button', { name: 'Apply', exact: true }).click()
    await window.locator('main').getByRole('button', { name: 'Save', exact: true }).click()
    await visit(window, '/settings/fields')
    await window.getByRole('button', { name: 'More for “Budget”' }).click()
    await window.getByRole('menuitem', { name: 'Change type…' }).click()
    await choose(window, /New type/, 'Money')
    const dialog = dialogOf(window)
    await expect(dialog.getByText('1 of 2 convert')).toBeVisible()
    await expect(dialog.getByRole('cell', { name: '€1,200.50' })).toBeVisible()
    await expect(dialog.getByText('Not a number')).toBeVisible()
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Segment “Thousands”' })).toContainText('1 condition')
    await expect(dialog.getByText('about 3')).toBeVisible()
    await dialog.getByRole('button', { name: 'Change the type, convert 1 value' }).click()
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await expect(window.getByRole('row', { name: 'Budget' })).toContainText('Money')
    await expect(window.getByRole('region', { name: 'Retired' })).toContainText('Text · 2 values')
    await visit(window, '/customers')
    await rowOf(window, /Ann/).click()
    await expect(panelOf(window).getByText('€1,200.50').first()).toBeVisible()
    await toastOf(window, 'Field type changed').getByRole('button', { name: 'Undo' }).click()
    await expect(panelOf(window).getByText('1 200,50').first()).toBeVisible()
    await allSaved(window)
  })

  test('a role that only sees a field cannot change it, and one that does not see it is not told of it', async ({
    window,
  }) => {
    await define(window, 'All customers', 'Credit', async () => {
      await choose(window, /Viewer/, 'Only sees it')
      await choose(window, /Seller/, 'Does not see it')
    })
    await visit(window, '/customers')
    await window.locator('main').focus()
    await window.keyboard.press('n')
    const dialog = dialogOf(window)
    await dialog.getByRole('textbox', { name: 'First name' }).fill('Ann')
    await dialog.getByRole('button', { name: 'More fields' }).click()
    await dialog.getByRole('textbox', { name: 'Credit' }).fill('good')
    await dialog.getByRole('button', { name: 'Add', exact: true }).last().click()
    await expect(panelOf(window).getByText('good')).toBeVisible()

    const become = async (role: string): Promise<void> => {
      await visit(window, '/settings/general')
      await window.getByRole('button', { name: /Your role on this device/ }).click()
      await window.getByRole('option', { name: role }).click()
      await visit(window, '/customers')
      await rowOf(window, /Ann/).click()
    }
    await become('Viewer')
    await expect(panelOf(window).getByText('good')).toBeVisible()
    await panelOf(window).getByRole('button', { name: 'Edit customer' }).first().click()
    await expect(dialogOf(window).getByText('Your role on this device only reads this field')).toBeVisible()
    await expect(dialogOf(window).getByRole('textbox', { name: 'Credit' })).toHaveCount(0)
    await window.keyboard.press('Escape')
    await become('Seller')
    await expect(panelOf(window).getByRole('heading', { name: 'Ann' })).toBeVisible()
    await expect(panelOf(window).getByText('good')).toHaveCount(0)
    await window.getByRole('button', { name: 'Columns' }).click()
    await expect(window.getByRole('dialog').getByText('City')).toBeVisible()
    await expect(window.getByRole('dialog').getByText('Credit')).toHaveCount(0)
  })
})

test.describe('the order of fields', () => {
  test.use({ book: 'empty' })

  test('is changed by the keyboard, and so is that of forms', async ({ window }) => {
    for (const name of ['First', 'Second', 'Third']) await define(window, 'Deals', name, async () => undefined)
    await window.getByRole('button', { name: 'Move “First”' }).focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('button', { name: 'Insert between First and Second' })).toBeFocused()
    await window.keyboard.press('ArrowDown')
    await expect(window.getByRole('button', { name: 'Insert between Second and Third' })).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('grid', { name: 'Deals' }).locator('bdi')).toHaveText(['Second', 'First', 'Third'])
    await window.locator('main').focus()
    await window.keyboard.press('d')
    const own = dialogOf(window).getByRole('region', { name: 'Own fields' })
    await expect(own.locator('label')).toHaveText(['Second', 'First', 'Third'])
  })
})

test('slips in addresses and numbers are hinted at, and what is typed stays', async ({ window }) => {
  await visit(window, '/customers')
  await window.locator('main').focus()
  await window.keyboard.press('n')
  const dialog = dialogOf(window)
  await dialog.getByRole('textbox', { name: 'First name' }).fill('Ann')
  await dialog.getByRole('textbox', { name: 'Phone number' }).fill('123')
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('ann@gmial.com')
  await dialog.getByRole('textbox', { name: 'Last name' }).focus()
  await expect(dialog.getByText('This can’t be read as a phone number (Lithuania). It is kept as typed.')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('ann@gmial.com')
  await dialog.getByRole('button', { name: 'Use ann@gmail.com' }).click()
  await expect(dialog.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('ann@gmail.com')
})
