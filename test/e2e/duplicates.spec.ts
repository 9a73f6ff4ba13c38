import type { Locator, Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { axeOn } from './support/sweep.ts'
import { rowOf, search, settle, toastOf, visit } from './support/window.ts'

test.use({ book: 'empty' })

type Person = { first: string; last: string; email?: string; phone?: string }

const form = (window: Page): Locator => window.getByRole('dialog', { name: 'New customer' })

const fill = async (window: Page, { first, last, email, phone }: Person): Promise<void> => {
  await window.locator('main').focus()
  await window.keyboard.press('n')
  await form(window).getByRole('textbox', { name: 'First name' }).fill(first)
  await form(window).getByRole('textbox', { name: 'Last name' }).fill(last)
  if (phone) await form(window).getByRole('textbox', { name: /Phone/ }).first().fill(phone)
  if (email)
    await form(window)
      .getByRole('textbox', { name: /E-mail/ })
      .first()
      .fill(email)
}

const add = async (window: Page, person: Person): Promise<void> => {
  await fill(window, person)
  await window.keyboard.press('Control+Enter')
  await expect(form(window)).toBeHidden()
  await expect(window.getByRole('complementary', { name: `${person.first} ${person.last}` })).toBeVisible()
}

const seriousOn = async (window: Page): Promise<string[]> => {
  await settle(window)
  const { violations } = await axeOn(window).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

const group = (window: Page, name: string): Locator =>
  window.locator('main').getByRole('listitem', { name: new RegExp(name) })

test('who may be in the book already is told beside the form, in any script, and can be taken instead', async ({
  window,
}) => {
  await visit(window, '/customers')
  await add(window, { first: 'Фёдор', last: 'Королёв', email: 'korolev@sever.example' })
  await add(window, { first: 'کیان', last: 'رضایی', phone: '+98 912 345 6789' })

  await fill(window, { first: 'Fyodor', last: 'Korolyov' })
  const hint = form(window).getByRole('region', { name: 'Already in the book?' })
  await expect(hint).toContainText('Фёдор Королёв')
  await expect(form(window).getByRole('status').filter({ hasText: '1 similar customer' })).toBeAttached()
  await form(window)
    .getByRole('textbox', { name: /E-mail/ })
    .first()
    .fill('KOROLEV@sever.example')
  const exact = form(window).getByRole('region', { name: 'This e-mail is already in the book.' })
  await expect(exact).toContainText('same e-mail')
  expect(await seriousOn(window)).toEqual([])
  await form(window).getByRole('textbox', { name: 'Role' }).fill('Director')
  await exact.getByRole('button', { name: 'Use this one: Фёдор Королёв' }).focus()
  await window.keyboard.press('Enter')
  await expect(form(window)).toBeHidden()
  const panel = window.getByRole('complementary', { name: 'Фёдор Королёв' })
  await expect(panel.locator('header').first()).toContainText('Director')

  await fill(window, { first: 'Kian', last: 'Rezaei', phone: '0912 345 6789' })
  await expect(form(window).getByRole('region', { name: /already in the book/ })).toContainText('کیان رضایی')
  // Nothing is held up.
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('complementary', { name: 'Kian Rezaei' })).toBeVisible()
})

test('a name typed for a deal asks whether it is one of the book', async ({ window }) => {
  await visit(window, '/customers')
  await add(window, { first: 'Фёдор', last: 'Королёв' })
  await visit(window, '/deals')
  await window.locator('main').focus()
  await window.keyboard.press('d')
  const deal = window.getByRole('dialog', { name: 'New deal' })
  const customer = deal.getByRole('combobox', { name: 'Customer' })
  await customer.fill('Fyodor Korolyov')
  await window.getByRole('option', { name: /Fyodor Korolyov/ }).click()
  const asked = window.getByRole('dialog', { name: 'Already in the book?' })
  await asked.getByRole('button', { name: 'Use this one: Фёдор Королёв' }).click()
  await expect(customer).toHaveValue('Фёдор Королёв')
})

test('duplicates are found, compared, merged, brought back, told apart, and exact ones merged at once', async ({
  window,
}) => {
  test.setTimeout(120_000)
  await visit(window, '/customers')
  await add(window, { first: 'Jonas', last: 'Petraitis', email: 'jonas@medis.example', phone: '8 612 34567' })
  const log = window
    .getByRole('complementary', { name: 'Jonas Petraitis' })
    .getByRole('textbox', { name: 'What happened' })
  await log.fill('Wants oak')
  await log.press('Control+Enter')
  await add(window, { first: 'J.', last: 'Petraitis', email: 'jonas@medis.example', phone: '8 655 55555' })
  await add(window, { first: 'Rūta', last: 'Kazlauskienė', email: 'ruta@linas.example' })
  await add(window, { first: 'Ruta', last: 'Kazlauskiene', email: 'Ruta@linas.example' })

  await visit(window, '/duplicates')
  const jonas = group(window, 'Petraitis')
  await expect(jonas).toContainText('same e-mail')
  await expect(group(window, 'Kazlauskien')).toBeVisible()
  expect(await seriousOn(window)).toEqual([])

  await jonas.getByRole('button', { name: /^Compare and merge/ }).click()
  const dialog = window.getByRole('dialog', { name: 'Merge customers' })
  await expect(
    dialog
      .getByRole('row', { name: /First name/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('Jonas')
  expect(await seriousOn(window)).toEqual([])
  // By keyboard: the other record is to stay.
  await dialog.getByRole('radio', { name: /^J\. Petraitis/ }).focus()
  await window.keyboard.press('Space')
  await expect(dialog.getByText('1 interaction')).toBeVisible()
  await dialog.getByRole('button', { name: 'Merge 2 into one' }).click()
  await expect(dialog).toBeHidden()
  await expect(jonas).toHaveCount(0)

  await visit(window, '/customers')
  await rowOf(window, /Jonas Petraitis/).click()
  const panel = window.getByRole('complementary', { name: 'Jonas Petraitis' })
  await expect(panel).toContainText('Wants oak')
  await search(window, '8 655 55555')
  await expect(rowOf(window, /Jonas Petraitis/)).toBeVisible()
  await search(window, '')
  await toastOf(window, /merged/)
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(rowOf(window, /J\. Petraitis/)).toBeVisible()
  await expect(rowOf(window, /Jonas Petraitis/)).toBeVisible()

  await visit(window, '/duplicates')
  await jonas.getByRole('button', { name: /^Not the same/ }).click()
  await expect(jonas).toHaveCount(0)
  await window.getByText('Not the same', { exact: true }).first().click()
  await window.getByRole('button', { name: /^Take back/ }).click()
  await window.getByText('Found', { exact: true }).click()
  await expect(jonas).toBeVisible()

  await window.getByRole('button', { name: 'Merge 1 exact group' }).click()
  const exact = window.getByRole('dialog', { name: /same beyond doubt/ })
  await expect(exact.getByRole('checkbox')).toHaveCount(1)
  expect(await seriousOn(window)).toEqual([])
  await exact.getByRole('button', { name: 'Merge 1 exact group' }).click()
  await expect(group(window, 'Kazlauskien')).toHaveCount(0)
  await window.getByText('Merged', { exact: true }).click()
  await expect(window.locator('main').getByRole('listitem')).toHaveCount(1)
  await window.reload()
  await window.getByText('Merged', { exact: true }).click()
  await window.getByRole('button', { name: /^Undo the merge/ }).click()
  await window.getByText('Found', { exact: true }).click()
  await expect(group(window, 'Kazlauskien')).toBeVisible()
})

test('duplicates of one customer are asked for from its panel, and selected ones are merged from the list', async ({
  window,
}) => {
  await visit(window, '/customers')
  await add(window, { first: 'Anna', last: 'Schmidt', email: 'anna@holz.example' })
  await add(window, { first: 'Anna', last: 'Schmitt', email: 'anna@holz.example' })
  const panel = window.getByRole('complementary', { name: 'Anna Schmitt' })
  await panel.getByRole('button', { name: 'More' }).click()
  await window.getByRole('menuitem', { name: 'Find duplicates of this one…' }).click()
  const asked = window.getByRole('dialog', { name: 'Who may be the same as Anna Schmitt?' })
  await expect(asked.getByRole('checkbox', { name: /Anna Schmidt/ })).toBeChecked()
  await asked.getByRole('button', { name: 'Cancel' }).click()

  for (const name of [/Anna Schmidt/, /Anna Schmitt/]) await rowOf(window, name).getByRole('gridcell').first().click()
  await window.getByRole('toolbar').getByRole('button', { name: 'Merge…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Merge customers' })
  await dialog.getByRole('radio', { name: /Last name: Schmidt/ }).check()
  await dialog.getByRole('button', { name: 'Merge 2 into one' }).click()
  await expect(rowOf(window, /Anna Schmitt/)).toHaveCount(0)
  await expect(rowOf(window, /Anna Schmidt/)).toBeVisible()
})
