import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { eachDialog } from './support/dialogs.ts'
import { expect, test } from './support/fixtures.ts'
import { pages, settle, visit } from './support/window.ts'
import { isEnglish, words } from './support/words.ts'

/** What axe finds serious on the screen. Where only colours differ from what was looked at before, only they are. */
const seriousOn = async (window: Page, where: string, onlyColours: boolean): Promise<string[]> => {
  await settle(window)
  const axe = new AxeBuilder({ page: window })
  const { violations } = await (onlyColours ? axe.withRules(['color-contrast']) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing serious on any page or in any dialog, ${theme}`, async ({ window }) => {
    test.setTimeout(180_000)
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

/** Every text on the screen, those for screen readers included. */
const textsOf = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    // What stands on a key is in Latin letters on every keyboard.
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('kbd')) found.push(node.textContent ?? '')
    for (const name of ['aria-label', 'aria-roledescription', 'aria-valuetext', 'placeholder', 'title', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name) ?? '')
    return found.map((text) => text.trim()).filter((text) => text !== '')
  })

for (const language of ['fa', 'lt', 'ru'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test(`no English is left on any page or in any dialog in ${language}`, async ({ window }) => {
      test.setTimeout(180_000)
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

/** What can be pressed or typed into but lies beside the window, outside anything that scrolls. */
const outOfSight = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let at = element.parentElement; at; at = at.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true
      return false
    }
    return [...document.querySelectorAll('button, input, a, textarea')]
      .filter((element) => element.checkVisibility() && !element.closest('.sr-only, [data-react-aria-prevent-focus]'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(element)
      })
      .map((element) => element.outerHTML.slice(0, 160))
  })

for (const language of ['en', 'fa', 'ru'] as const)
  test.describe(`narrow in ${language}`, () => {
    test.use({ language, viewport: { width: 760, height: 700 } })

    test(`a narrow window keeps everything in sight, in ${language}`, async ({ window }) => {
      for (const path of pages) {
        await visit(window, path)
        await settle(window)
        const sideways = await window.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          const main = document.querySelector('main')
          return scrollWidth > clientWidth || (main !== null && main.scrollWidth > main.clientWidth)
        })
        expect(sideways, `${path} scrolls sideways`).toBe(false)
        expect(await outOfSight(window), path).toEqual([])
      }
    })
  })
