import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { settle } from './window.ts'

/**
 * axe on the one document that a window is. Without frames there are no findings of several to be put together, for
 * which it would open a page each time; and what is in order it need not describe.
 */
export const axeOn = (window: Page): AxeBuilder => {
  if (window.frames().length > 1) throw new Error('axe is to look into the frames as well')
  return new AxeBuilder({ page: window }).setLegacyMode().options({ resultTypes: ['violations'] })
}

/** What axe finds serious on the screen. Where only colours differ from what was looked at before, only they are. */
export const seriousOn = async (window: Page, where: string, onlyColours: boolean): Promise<string[]> => {
  await settle(window)
  const axe = axeOn(window)
  const { violations } = await (onlyColours ? axe.withRules(['color-contrast']) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Every text on the screen, those for screen readers included. */
export const textsOf = (window: Page): Promise<string[]> =>
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

/** What can be pressed or typed into but lies beside the window, outside anything that scrolls. */
export const outOfSight = (window: Page): Promise<string[]> =>
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

/** Whether the window or its page scrolls sideways. */
export const scrollsSideways = (window: Page): Promise<boolean> =>
  window.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const main = document.querySelector('main')
    return scrollWidth > clientWidth || (main !== null && main.scrollWidth > main.clientWidth)
  })
