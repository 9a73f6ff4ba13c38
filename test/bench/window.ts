import type { Page } from '@playwright/test'

import { inBrowser } from './browser.ts'
import type { Builds } from './builds.ts'
import { startHost } from './host.ts'
import { addProbe } from './probe.ts'
import { type Line, median } from './report.ts'
import { say, settings } from './settings.ts'

/** A book: the browser's profile, and the folder of its files. */
export type Place = { profile: string; data: string }

/** Larger than the origin of the page that times: the window has the host's. */
const port = settings.port + 1
const at = (path: string): string => `http://127.0.0.1:${port}${path}`

/** A book with nothing in it but its lists and settings. */
export const emptyBook = async (builds: Builds, folder: string): Promise<Place> => {
  const place = { profile: `${folder}-profile`, data: `${folder}-data` }
  const host = await startHost(builds, 'page', place.data, port)
  try {
    await inBrowser(place.profile, host.address, async (page) => {
      await page.goto(at('/?who=fairbook&task=load&size=0'))
      await page.evaluate(() => globalThis.result)
    })
  } finally {
    await host.stop()
  }
  return place
}

const openList = async (page: Page): Promise<number> => {
  await addProbe(page)
  await page.goto(at('/customers'))
  return page.evaluate(() => window.probe.when(window.probe.listed))
}

/** The read model saves what it made of the first start a few seconds after it. */
const SAVED_AFTER_MS = 10_000

/** Cold starts of the real window until its list of customers is on the screen; the first one brings in what is new. */
const starts = async (builds: Builds, { profile, data }: Place): Promise<number> => {
  const host = await startHost(builds, 'window', data, port)
  try {
    await inBrowser(profile, host.address, async (page) => {
      await openList(page)
      await page.waitForTimeout(SAVED_AFTER_MS)
    })
    const times: number[] = []
    for (let start = 0; start < settings.starts; start += 1)
      times.push(await inBrowser(profile, host.address, openList))
    return median(times)
  } finally {
    await host.stop()
  }
}

const SWITCHES = 12
const PAUSE_MS = 400

/** From a click on Customers, in the navigation of another page, until its rows are on the screen. */
const switches = async (page: Page): Promise<number> => {
  const times: number[] = []
  for (let run = -2; run < SWITCHES; run += 1) {
    await page.locator('nav a[href="/deals"]').click()
    await page.waitForTimeout(PAUSE_MS)
    const time = await page.evaluate(async () => {
      const from = performance.now()
      document.querySelector<HTMLElement>('nav a[href="/customers"]')?.click()
      return (await window.probe.when(() => location.pathname === '/customers' && window.probe.listed())) - from
    })
    if (run >= 0) times.push(time)
  }
  return median(times)
}

/** Each letter narrows what is found. */
const TYPED = ['jo', 'ko', 'ma', 'ru', 'el', 'sa', 'pe', 'zo', 'li', 'da']
const NO_CHANGE_MS = 2_000

/** From the press of a key in the search box until the rows that fit are on the screen. */
const keystrokes = async (page: Page): Promise<number> => {
  const box = page.getByRole('searchbox')
  const times: number[] = []
  for (const text of TYPED) {
    await box.fill('')
    await page.waitForTimeout(PAUSE_MS)
    for (const letter of text) {
      const shown = page.evaluate((wait) => {
        const many = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')
        const before = many()
        let pressed = 0
        addEventListener('keydown', (event) => (pressed = event.timeStamp), { once: true, capture: true })
        const found = window.probe.when(() => pressed > 0 && many() !== before && window.probe.listed())
        const none = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), wait))
        return Promise.race([found.then((time) => time - pressed), none])
      }, NO_CHANGE_MS)
      // The listener stands before the key comes: both go the same way, one after the other.
      await box.press(letter)
      const time = await shown
      if (time !== undefined) times.push(time)
    }
  }
  if (times.length < TYPED.length) throw new Error('the list did not follow what was typed')
  return median(times)
}

/** The aims of the real window are told for a book of this size. */
const AIMED_SIZE = 10_000

/** The real window behind the real host, with a book of `size` customers. */
export const windowLines = async (builds: Builds, place: Place, empty: Place, size: number): Promise<Line[]> => {
  say(`${size} customers: the real window`)
  const [full, none] = [await starts(builds, place), await starts(builds, empty)]
  const host = await startHost(builds, 'window', place.data, port)
  try {
    const times = await inBrowser(place.profile, host.address, async (page) => {
      await openList(page)
      // The rest of the program loads when nothing else happens.
      await page.waitForTimeout(3_000)
      return { switch: await switches(page), key: await keystrokes(page) }
    })
    const below = (milliseconds: number) =>
      size <= AIMED_SIZE && { aim: { to: 'self' as const, below: milliseconds, says: `under ${milliseconds} ms` } }
    return [
      {
        size,
        what: `window: cold start to the list of customers; with an empty book ${Math.round(none)} (ms)`,
        fairbook: full,
        other: none,
        aim: { to: 'other', below: 1.5, says: 'within 1.5× of an empty book' },
      },
      { size, what: 'window: switch to the list of customers (ms)', fairbook: times.switch, ...below(90) },
      { size, what: 'window: keystroke to results (ms)', fairbook: times.key, ...below(50) },
    ]
  } finally {
    await host.stop()
  }
}
