import { test } from './support/fixtures.ts'
import { settle, visit } from './support/window.ts'
import { words } from './support/words.ts'
const shot = async (window: import('@playwright/test').Page, name: string) => { await settle(window); await window.screenshot({ path: `/tmp/segments/shots/${name}.png` }) }
for (const language of ['ru', 'lt'] as const) test.describe(language, () => {
  test.use({ language })
  test('look', async ({ window }) => {
    const t = words[language]
    await visit(window, '/customers')
    await window.locator('main').getByRole('button', { name: t['customers.view.leads'], exact: true }).click()
    await window.locator('main').getByRole('button', { name: t['segments.saveAs'], exact: true }).click()
    await window.getByRole('dialog').getByRole('textbox').fill('Vilnius')
    await shot(window, `${language}-save`)
    await window.getByRole('dialog').getByRole('button', { name: t['segments.save'], exact: true }).click()
    await visit(window, '/reports/wonLost')
    await window.locator('main').getByRole('button', { name: t['customers.filter.add'], exact: true }).click()
    await window.getByRole('dialog').getByRole('button', { name: t['segments.add.segment'], exact: true }).click()
    await window.getByRole('dialog').getByRole('button', { name: t['segments.one'] }).click()
    await shot(window, `${language}-report`)
    await window.getByRole('option', { name: 'Vilnius' }).click()
    await window.getByRole('dialog').getByRole('button', { name: t['customers.filter.apply'], exact: true }).click()
    await shot(window, `${language}-report2`)
    await visit(window, '/deals')
    await window.emulateMedia({ colorScheme: 'dark' })
    await visit(window, '/segments')
    await window.locator('main').getByRole('button', { name: t['segments.add'] }).click()
    await window.getByRole('dialog').getByRole('button', { name: t['segments.add.related'].replace('{name}', t['segments.related.deals']) }).click()
    await window.locator('main').getByRole('region', { name: t['segments.related.deals'] }).getByRole('button', { name: t['segments.mode'] }).click()
    await shot(window, `${language}-modes`)
    await window.getByRole('option', { name: t['segments.mode.sum'] }).click()
    await shot(window, `${language}-sum`)
  })
})
