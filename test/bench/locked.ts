import { inBrowser } from './browser.ts'
import type { LockedTimes } from './page/locked.ts'
import { type Line, median } from './report.ts'
import { say, settings } from './settings.ts'

/** Each way in a fresh browser over a profile of its own. */
const ask = async <T>(profile: string, size: number, way: 'open' | 'sealed' | 'anew'): Promise<T> => {
  const query = new URLSearchParams({ task: 'locked', way, size: String(size), runs: String(settings.runs) })
  say(`${size} customers: rows ${way}`)
  return inBrowser(`${profile}-${way}`, undefined, async (page) => {
    await page.goto(`http://127.0.0.1:${settings.port}/?${query}`)
    return (await page.evaluate(() => globalThis.result)) as T
  })
}

/** What sealed rows cost a window, beside plain ones; and what opening would cost if it were made anew each time. */
export const lockedLines = async (profile: string, size: number): Promise<Line[]> => {
  const open = await ask<LockedTimes>(profile, size, 'open')
  const sealed = await ask<LockedTimes>(profile, size, 'sealed')
  const rebuild = await ask<number>(profile, size, 'anew')
  const [save, openSave] = [median(sealed.save), median(open.save)]
  const beside = (milliseconds: number) => `in the open ${Math.round(milliseconds * 10) / 10}`
  return [
    {
      size,
      what: `locked: load the rows; ${beside(open.load)} (ms)`,
      fairbook: sealed.load,
      other: open.load,
      aim: { to: 'other', below: 3, says: 'within 3× of rows in the open' },
    },
    {
      size,
      what: `locked: one save acknowledged; ${beside(openSave)} (ms)`,
      fairbook: save,
      other: openSave,
      aim: { to: 'other', below: 1.5, says: 'within 1.5× of rows in the open' },
    },
    {
      size,
      what: `locked: from the key to the first 50 by name; made anew in memory ${Math.round(rebuild)} or more, ${beside(open.unlock)} (ms)`,
      fairbook: sealed.unlock,
      other: rebuild,
      aim: { to: 'other', below: 0.5, says: 'under half of making it anew' },
    },
  ]
}
