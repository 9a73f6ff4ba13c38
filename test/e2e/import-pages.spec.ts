import type { Page } from '@playwright/test'

import { expect, test } from './support/fixtures.ts'
import { chooseFiles, importPage, textFile } from './support/import.ts'
import { outOfSight, scrollsSideways, seriousOn, textsOf } from './support/sweep.ts'
import { settle } from './support/window.ts'
import { isEnglish } from './support/words.ts'

/** A file with something of everything: a question, words, a bad cell, a column that is left out. */
const csv =
  'NAME,EMAIL,BIRTHDAY,STATUS,XYZZY\n' +
  'Ąžuolas Baltrus,baltrus@ąžuolas.example,03/04/1984,customer,1\n' +
  'Ольга Смирнова,olga@смирнова.example,05/06/1990,Qwerty,2\n' +
  'سارا احمدی,sara,07/08/1991,lead,3\n'

/** Goes through all steps of an import, whatever the language; `visitor` sees each. */
const eachStep = async (window: Page, visitor: (where: string) => Promise<void>): Promise<void> => {
  const page = importPage(window)
  const on = page.locator('footer button').last()
  const step = page.locator('li[aria-current=step]')
  const shown = () => step.evaluate((item) => [...(item.parentElement?.children ?? [])].indexOf(item))
  await chooseFiles(window, textFile('123.csv', csv))
  for (const at of [1, 2, 3, 4]) {
    await expect.poll(shown).toBe(at)
    await expect(on).toBeVisible()
    await visitor(`step ${at}`)
    if (at === 2) await page.locator('label:has(input[type=radio])').first().click()
    await expect(on).toBeEnabled()
    await on.click()
  }
  await expect.poll(shown).toBe(5)
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 })
  await visitor('result')
}

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing serious in any step of the import, ${theme}`, async ({ window }) => {
    test.setTimeout(120_000)
    await window.emulateMedia({ colorScheme: theme })
    const found: string[] = []
    await eachStep(window, async (where) => {
      found.push(...(await seriousOn(window, where, theme === 'dark')))
    })
    expect(found).toEqual([])
  })

for (const language of ['fa', 'lt', 'ru'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ language, viewport: { width: 760, height: 700 } })

    test(`no step of the import speaks English or hides anything in a narrow window, in ${language}`, async ({
      window,
    }) => {
      test.setTimeout(120_000)
      const found: string[] = []
      await eachStep(window, async (where) => {
        await settle(window)
        found.push(...(await textsOf(window)).filter(isEnglish).map((text) => `${where}: ${text}`))
        expect(await scrollsSideways(window), `${where} scrolls sideways`).toBe(false)
        expect(await outOfSight(window), where).toEqual([])
      })
      expect([...new Set(found)]).toEqual([])
    })
  })

test('an import needs no pointer', async ({ window }) => {
  const page = importPage(window)
  await window.keyboard.press('i')
  await expect(window.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
  await chooseFiles(window, textFile('people.csv', 'Name,E-mail\nAda Byron,ada@example.org\n'))
  const next = page.getByRole('button', { name: /^Next: / })
  await next.focus()
  for (const step of ['Columns', 'Rules', 'Check']) {
    await window.keyboard.press('Enter')
    await expect(page.locator('li[aria-current=step]')).toContainText(step)
  }
  const start = page.getByRole('button', { name: 'Import 1 record' })
  await expect(start).toBeVisible()
  // The button that was pressed has gone while the rows were checked: the focus is on the step, its way on the last of it.
  await expect(page.getByRole('region', { name: 'Check' })).toBeFocused()
  await start.focus()
  await window.keyboard.press('Enter')
  await expect(page.getByText('The file is in the book')).toBeVisible({ timeout: 30_000 })
})
