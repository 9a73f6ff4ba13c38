import { inBrowser } from './browser.ts'
import type { LockedTimes } from './page/locked.ts'
import { type Line, median } from './report.ts'
import { say, settings } from './settings.ts'

type Measured = { open: LockedTimes; sealed: LockedTimes; rebuild: number }

/** What sealed rows cost a window, beside plain ones; and what opening would cost if it were made anew each time. */
export const lockedLines = async (profile: string, size: number): Promise<Line[]> => {
  say(`${size} customers: locked and in the open`)
  const query = new URLSearchParams({ task: 'locked', size: String(size), runs: String(settings.runs) })
  const { open, sealed, rebuild } = await inBrowser(profile, undefined, async (page) => {
    await page.goto(`http://127.0.0.1:${settings.port}/?${query}`)
    return (await page.evaluate(() => globalThis.result)) as Measured
  })
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
