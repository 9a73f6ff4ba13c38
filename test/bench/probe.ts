import type { Page } from '@playwright/test'

declare global {
  interface Window {
    probe: {
      /** Whether the list of customers shows its rows, or says that there are none. */
      listed: () => boolean
      /** The time in milliseconds when `shown` first held and the frame with it was on the screen. */
      when: (shown: () => boolean) => Promise<number>
      /** Durations of the main thread's tasks over 50 ms so far, in milliseconds. */
      long: number[]
      /** The scripts that were loaded when the page's heading first stood. */
      scripts: Promise<string[]>
    }
  }
}

/** Runs in the window before anything of ours. */
const install = (): void => {
  const filled = (row: Element): boolean => (row.textContent ?? '').trim() !== ''
  const when = (shown: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      const painted = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      if (shown()) {
        painted()
        return
      }
      const observer = new MutationObserver(() => {
        if (!shown()) return
        observer.disconnect()
        painted()
      })
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    })
  const long: number[] = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) long.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  const heading = () => document.querySelector('main h1') !== null
  window.probe = {
    listed: () => {
      const rows = [...document.querySelectorAll('[role=grid] [role=row][aria-rowindex]')].slice(1)
      if (rows.length > 0) return rows.every(filled)
      return document.querySelector('main')?.textContent?.includes('No customers yet') ?? false
    },
    when,
    long,
    scripts: new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!heading()) return
        observer.disconnect()
        const entries = performance.getEntriesByType('resource')
        resolve(entries.map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js')))
      })
      observer.observe(document, { childList: true, subtree: true })
    }),
  }
}

/** tsx keeps the names of functions by a helper that the window does not have. */
const KEEP_NAMES = 'globalThis.__name = (named) => named'

/** Makes `window.probe` be there in every page that is opened from now on. */
export const addProbe = async (page: Page): Promise<void> => {
  await page.addInitScript({ content: KEEP_NAMES })
  await page.addInitScript(install)
}
