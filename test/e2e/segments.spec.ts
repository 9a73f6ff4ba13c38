import type { Locator, Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { axeOn } from './support/sweep.ts'
import { search, settle, toastOf, visit } from './support/window.ts'
import { words } from './support/words.ts'

type Words = (typeof words)[keyof typeof words]

const main = (window: Page): Locator => window.locator('main')
const button = (where: Page | Locator, name: string): Locator => where.getByRole('button', { name, exact: true })
const dialog = (window: Page): Locator => window.getByRole('dialog').last()
const box = (window: Page, name: string): Locator => main(window).getByRole('region', { name, exact: true })

/** Adds a part at the end of a box of the builder, found by typing. */
const add = async (window: Page, where: Locator, t: Words, name: string): Promise<void> => {
  await button(where, t['segments.add']).last().click()
  await dialog(window).getByRole('searchbox').fill(name)
  await button(dialog(window), name).click()
}

/** How many are in the open segment, once that has been counted. */
const counted = async (window: Page): Promise<number> => {
  const status = main(window).locator('header [role=status]')
  await expect(status).not.toHaveClass(/text-ink-faint/)
  return Number.parseInt((await status.textContent()) ?? '', 10)
}

const create = async (window: Page, name: string, t: Words = words.en): Promise<void> => {
  await visit(window, '/segments')
  await button(window, t['segments.new']).click()
  await dialog(window).getByRole('textbox').fill(name)
  await button(dialog(window), t['segments.save']).click()
  await expect(main(window).getByRole('heading', { name })).toBeVisible()
}

/** Leads, and whoever was not heard of for 90 days; of them those with a deal that was won. */
const build = async (window: Page, t: Words = words.en): Promise<void> => {
  await add(window, main(window), t, t['segments.add.any'])
  const any = box(window, t['segments.group.any'])
  await add(window, any, t, t['field.customers.status'])
  await dialog(window).getByText(t['option.customers.status.lead'], { exact: true }).click()
  await button(dialog(window), t['customers.filter.apply']).click()
  const linked = (name: string) => t['segments.add.related'].replace('{name}', name)
  await add(window, any, t, linked(t['noun.interactions.title']))
  await add(window, main(window), t, linked(t['noun.deals.title']))
  await expect(box(window, t['noun.deals.title']).getByText(t['field.deals.status'])).toBeVisible()
}

const newLead = async (window: Page, name: string): Promise<void> => {
  const t = words.en
  await button(window, t['customers.new']).click()
  await dialog(window).getByRole('textbox', { name: t['field.customers.givenName'] }).fill(name)
  await button(dialog(window), t['customers.add']).click()
  await expect(window.getByRole('dialog')).toHaveCount(0)
}

const listCount = (window: Page): Locator => main(window).locator('h1 + span')

test('a live segment is built, counted and saved; the list shows it, and all in it are edited at once', async ({
  window,
}) => {
  await create(window, 'Worth a visit')
  const everyone = await counted(window)
  await build(window)
  const drafted = await counted(window)
  expect(drafted).toBeGreaterThan(0)
  expect(drafted).toBeLessThan(everyone)
  await button(main(window), 'Save').click()
  await expect(button(main(window), 'Save')).toBeHidden()
  expect(await counted(window)).toBe(drafted)

  await button(main(window), 'Show in list').click()
  await expect(listCount(window)).toHaveText(String(drafted))
  await main(window).getByRole('button', { name: 'In segment Worth a visit' }).click()
  await dialog(window).getByText('Not in segment', { exact: true }).click()
  await button(dialog(window), 'Apply').click()
  await expect(listCount(window)).toHaveText(String(everyone - drafted))
  await button(main(window), 'Clear all').click()
  await button(main(window), 'Segments').click()
  await window
    .getByRole('menuitemcheckbox')
    .or(window.getByRole('menuitem', { name: 'Worth a visit' }))
    .click()
  await expect(listCount(window)).toHaveText(String(drafted))

  await window.getByRole('checkbox', { name: 'Select all' }).click({ force: true })
  await button(main(window), 'Edit a field').click()
  await dialog(window)
    .getByRole('button', { name: /Field$/ })
    .click()
  await window.getByRole('option', { name: 'Interests' }).click()
  await dialog(window).getByRole('textbox', { name: 'New value' }).fill('autumn round')
  await button(dialog(window), `Change ${drafted} customers`).click()
  await expect(toastOf(window, `${drafted} customers changed`)).toBeVisible()
  await window.keyboard.press('Escape')
  await button(main(window), 'Clear all').click()
  await search(window, 'autumn round')
  await expect(listCount(window)).toHaveText(String(drafted))
})

test('a customer is tested against a segment: each condition with what was found', async ({ window }) => {
  await visit(window, '/customers')
  await newLead(window, 'Zoltana')
  await create(window, 'Leads that bought')
  await build(window)
  const picker = main(window).getByRole('combobox', { name: 'Customer' })
  await picker.scrollIntoViewIfNeeded()
  await picker.click()
  await picker.fill('Zoltana')
  await window.getByRole('option', { name: 'Zoltana' }).click()
  await expect(main(window).getByText('“Zoltana” is not in this segment')).toBeVisible()
  const line = (text: string) => main(window).getByRole('listitem').filter({ hasText: text }).last()
  await expect(line('Status is Lead')).toContainText('fits')
  await expect(line('Interactions last one more than 90 days ago or never')).toContainText('here: never')
  await expect(line('Deals at least one')).toContainText('fails')
  await expect(line('Deals at least one')).toContainText('here: 0')
})

test('a fixed segment keeps who is in it until someone changes it', async ({ window }) => {
  await visit(window, '/customers')
  await button(main(window), 'Leads').click()
  const leads = Number(await listCount(window).textContent())
  await button(main(window), 'Save as segment').click()
  await dialog(window).getByRole('textbox', { name: 'Name' }).fill('Leads of today')
  await dialog(window)
    .getByText(/^Fixed/)
    .click()
  await button(dialog(window), 'Save').click()
  await expect(toastOf(window, 'Segment “Leads of today” saved')).toBeVisible()
  await newLead(window, 'Zoltana')
  await visit(window, '/customers')
  await expect(listCount(window)).toHaveText(String(leads + 1))

  await visit(window, '/segments')
  await expect(main(window).getByRole('heading', { name: 'Leads of today' })).toBeVisible()
  await expect.poll(() => counted(window)).toBe(leads)
  await button(main(window), 'Refresh from its conditions').click()
  await button(window.getByRole('alertdialog').filter({ hasText: '1 comes in, nobody goes out' }), 'Refresh').click()
  await expect.poll(() => counted(window)).toBe(leads + 1)
  await main(window)
    .getByRole('button', { name: /^Take “/ })
    .first()
    .click()
  await expect.poll(() => counted(window)).toBe(leads)
  await window.keyboard.press('Control+z')
  await expect.poll(() => counted(window)).toBe(leads + 1)
  await button(main(window), 'More actions').click()
  await window.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(main(window).getByText('No segments yet')).toBeVisible()
})

for (const language of ['en', 'fa'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ language })
    test(`axe finds nothing serious where a segment is built, in ${language}`, async ({ window }) => {
      const t = words[language]
      await create(window, 'Leads', t)
      await build(window, t)
      await counted(window)
      await settle(window)
      // What was said to screen readers names lists that are closed by now.
      const { violations } = await axeOn(window).exclude('[data-live-announcer]').analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
      ).toEqual([])
      if (process.env['SEGMENT_SHOTS'])
        await window.screenshot({ path: `${process.env['SEGMENT_SHOTS']}/${language}.png` })
    })
  })
