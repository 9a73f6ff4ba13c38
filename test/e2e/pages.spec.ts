import { AxeBuilder } from '@axe-core/playwright'

import { en } from './support/english.ts'
import { expect, test } from './support/fixtures.ts'
import { begin, pages, settle, visit } from './support/window.ts'

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing serious on any page, ${theme}`, async ({ window }) => {
    test.setTimeout(180_000)
    await window.emulateMedia({ colorScheme: theme })
    await begin(window, 'sample')
    for (const path of pages) {
      await visit(window, path)
      await settle(window)
      const { violations } = await new AxeBuilder({ page: window }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([])
    }
  })

for (const [language, name] of [
  ['fa', 'فارسی'],
  ['lt', 'Lietuvių'],
  ['ru', 'Русский'],
] as const)
  test(`no English is left on any page in ${language}`, async ({ window }) => {
    test.setTimeout(180_000)
    await begin(window, 'sample')
    await visit(window, '/settings/appearance')
    await window.getByText(name, { exact: true }).click()
    await expect(window.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
    await expect(window.locator('html')).toHaveAttribute('dir', language === 'fa' ? 'rtl' : 'ltr')
    for (const path of pages) {
      await visit(window, path)
      await settle(window)
      const texts = await window.evaluate(() => {
        const found: string[] = []
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node.textContent?.trim() ?? '')
        for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
          for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '')
        return found
      })
      expect(texts.length, path).toBeGreaterThan(20)
      expect(
        texts.filter((text) => en.has(text)),
        path,
      ).toEqual([])
      const overflow = await window.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      expect(overflow, `${path} scrolls sideways`).toBe(false)
    }
  })
