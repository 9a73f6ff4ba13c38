import type { Page } from '@playwright/test'

import { inBrowser } from './browser.ts'
import type { Builds } from './builds.ts'
import { startHost } from './host.ts'
import { browserMegabytes } from './memory.ts'
import { type Aim, type Line, median } from './report.ts'
import { say, settings } from './settings.ts'

const CONTESTANTS = ['fairbook', 'raw', 'sqlite'] as const
type Who = (typeof CONTESTANTS)[number]
type Loaded = { rows: number; prepare: number }
type Measured = { times: Record<string, number[]>; answers: Record<string, string> }
type Contest = {
  loaded: Record<Who, Loaded>
  measured: Record<Who, Measured>
  started: Record<Who, number>
  megabytes: Record<Who, number | undefined>
}

const faster: Aim = { to: 'sqlite', below: 1, says: 'faster than SQLite' }
const nearRaw: Aim = { to: 'raw', below: 1.5, says: 'within 1.5× of raw' }

/** The rows of the table in their order: the task's name, what it means, and what it is to reach. */
const QUESTIONS: Record<string, { what: string; aim?: Aim }> = {
  deepPage: { what: 'a page deep in a filtered, sorted list: 50 rows and the count (ms)', aim: faster },
  search: { what: 'search of two word beginnings: 50 rows and the count (ms)', aim: faster },
  customerPage: { what: 'customer page: the record and what hangs on it (ms)', aim: nearRaw },
  grouped: { what: 'customers counted by status and month (ms)', aim: faster },
  save: {
    what: 'one save acknowledged, without the journal (ms)',
    aim: { to: 'raw', below: 3, says: 'within 3× of a raw strict put' },
  },
  saveInJournal: { what: 'one save acknowledged by the journal on disk (ms)' },
  saveAndShow: { what: 'one save until the list by name shows it (ms)' },
}

/** Until a process has given back what its start took. */
const SETTLE_MS = 4_000

type Asked = { who: Who; task: 'load' | 'start' | 'measure' | 'hold' | 'none'; size: number }

const ask = async <T>(page: Page, port: number, { who, task, size }: Asked): Promise<T> => {
  const query = new URLSearchParams({ who, task, size: String(size), runs: String(settings.runs) })
  await page.goto(`http://127.0.0.1:${port}/?${query}`)
  return (await page.evaluate(() => globalThis.result)) as T
}

/** The memory of a browser that holds an answered question, without its garbage. */
const held = async (profile: string, address: string | undefined, port: number, asked: Asked) =>
  inBrowser(profile, address, async (page) => {
    await ask(page, port, asked)
    await page.requestGC()
    await page.waitForTimeout(SETTLE_MS)
    return browserMegabytes(profile)
  })

const above = (value: number | undefined, blank: number | undefined): number | undefined =>
  value === undefined || blank === undefined ? undefined : value - blank

/** Where the contestants' answers differ; then their times do not compare. */
const differences = (size: number, measured: Record<Who, Measured>): string[] =>
  Object.keys(measured.fairbook.answers).flatMap((question) => {
    const others = CONTESTANTS.filter((who) => measured[who].answers[question] !== measured.fairbook.answers[question])
    return others.map((who) => `${size} customers, ${question}: ${who} answers something else than Fairbook`)
  })

const linesOf = (size: number, { loaded, measured, started, megabytes }: Contest): Line[] => {
  const of = (value: (who: Who) => number | undefined): Record<Who, number | undefined> => ({
    fairbook: value('fairbook'),
    raw: value('raw'),
    sqlite: value('sqlite'),
  })
  const medianOf = (name: string) => (who: Who) => {
    const times = measured[who].times[name]
    return times && median(times)
  }
  const rows = of((who) => loaded[who].rows)
  return [
    { size, what: 'load the rows (ms)', ...rows, aim: nearRaw },
    { size, what: 'make them answer: columns, word indexes (ms)', ...of((who) => loaded[who].prepare) },
    { size, what: 'cold start to the first 50 by name (ms)', ...of((who) => started[who]) },
    ...Object.entries(QUESTIONS).map(
      ([name, { what, aim }]): Line => ({ size, what, ...of(medianOf(name)), ...(aim && { aim }) }),
    ),
    { size, what: 'memory above an empty page (MB)', ...of((who) => megabytes[who]) },
  ]
}

/**
 * Fairbook, raw IndexedDB and SQLite over the same book, each asked the same. Fairbook runs behind the real host.
 * @returns the table's lines, and where the answers differ
 */
export const contest = async (
  builds: Builds,
  profile: string,
  dataFolder: string,
  size: number,
): Promise<{ lines: Line[]; differ: string[] }> => {
  const found = { loaded: {}, measured: {}, started: {}, megabytes: {} } as Contest
  const memory = {} as Record<Who, number | undefined>
  const host = await startHost(builds, 'page', dataFolder, settings.port + 1)
  try {
    for (const who of CONTESTANTS) {
      const [address, port] = who === 'fairbook' ? [host.address, settings.port + 1] : [undefined, settings.port]
      const run = <T>(task: Asked['task']): Promise<T> =>
        inBrowser(profile, address, (page) => ask<T>(page, port, { who, task, size }))
      say(`${size} customers, ${who}: loading`)
      found.loaded[who] = await run('load')
      say(`${size} customers, ${who}: questions`)
      found.measured[who] = await run('measure')
      memory[who] = await held(profile, address, port, { who, task: 'hold', size })
      const times: number[] = []
      for (let start = 0; start < settings.starts; start += 1) times.push((await run<{ start: number }>('start')).start)
      found.started[who] = median(times)
    }
    const blank = await held(profile, undefined, settings.port, { who: 'raw', task: 'none', size })
    for (const who of CONTESTANTS) found.megabytes[who] = above(memory[who], blank)
  } finally {
    await host.stop()
  }
  return { lines: linesOf(size, found), differ: differences(size, found.measured) }
}
