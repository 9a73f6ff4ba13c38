import { eachDialog } from './support/dialogs.ts'
import { expect, test } from './support/fixtures.ts'
import { outOfSight, scrollsSideways, seriousOn, textsOf } from './support/sweep.ts'
import { pages, settle, visit } from './support/window.ts'
import { isEnglish, words } from './support/words.ts'

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing serious on any page or in any dialog, ${theme}`, async ({ window }) => {
    test.setTimeout(300_000)
    await window.emulateMedia({ colorScheme: theme })
    const found: string[] = []
    const look = async (where: string) => {
      found.push(...(await seriousOn(window, where, theme === 'dark')))
    }
    for (const path of pages) {
      await visit(window, path)
      await look(path)
    }
    await eachDialog(window, 'en', look)
    expect(found).toEqual([])
  })

/** What the sample book of these tests was given as a name when it was made, in English. */
const GIVEN = words.en['welcome.sampleName']

for (const language of ['fa', 'lt', 'ru'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test(`no English is left on any page or in any dialog in ${language}`, async ({ window }) => {
      test.setTimeout(300_000)
      await expect(window.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
      await expect(window.locator('html')).toHaveAttribute('dir', language === 'fa' ? 'rtl' : 'ltr')
      const found: string[] = []
      const look = async (where: string) => {
        await settle(window)
        const texts = await textsOf(window)
        expect(texts.length, where).toBeGreaterThan(20)
        found.push(...texts.filter((text) => text !== GIVEN && isEnglish(text)).map((text) => `${where}: ${text}`))
      }
      for (const path of pages) {
        await visit(window, path)
        await look(path)
      }
      await eachDialog(window, language, look)
      expect([...new Set(found)]).toEqual([])
    })
  })

for (const language of ['en', 'fa', 'ru'] as const)
  test.describe(`narrow in ${language}`, () => {
    test.use({ language, viewport: { width: 760, height: 700 } })

    test(`a narrow window keeps everything in sight, in ${language}`, async ({ window }) => {
      for (const path of pages) {
        await visit(window, path)
        await settle(window)
        expect(await scrollsSideways(window), `${path} scrolls sideways`).toBe(false)
        expect(await outOfSight(window), path).toEqual([])
      }
    })
  })
