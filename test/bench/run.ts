import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { type BrowserContext, chromium } from '@playwright/test'
import { build, preview } from 'vite'

import { findBrowser } from '../../electron/services/browser/find-browser.ts'
import { browserMegabytes } from './memory.ts'
import { type Line, markdown, median } from './report.ts'

const CONTESTANTS = ['fairbook', 'raw', 'sqlite'] as const
type Who = (typeof CONTESTANTS)[number]
type Measured = { times: Record<string, number[]>; counts: Record<string, number> }

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    runs: { type: 'string', default: '40' },
    starts: { type: 'string', default: '7' },
    port: { type: 'string', default: '47630' },
  },
})

const LABELS: Record<string, string> = {
  deepPage: 'a page deep in a filtered, sorted list (ms)',
  search: 'search of two word beginnings (ms)',
  customerPage: 'customer page (ms)',
  grouped: 'grouped count by status and month (ms)',
  save: 'one save acknowledged, without the journal (ms)',
  saveAndShow: 'one save until the list shows it (ms)',
}

/** Until a process has given back what its start took. */
const SETTLE_MS = 5_000

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const serve = async (folder: string) => {
  const root = fileURLToPath(new URL('page/', import.meta.url))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140' },
  })
  return preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port: Number(options.port), strictPort: true, host: '127.0.0.1' },
  })
}

const launch = (profile: string): Promise<BrowserContext> => {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chrome, Chromium or Edge was found')
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
}

type Asked = { who: Who; task: 'load' | 'start' | 'measure'; size: number; name?: string }

/** Runs one task in a fresh browser over the same profile; `then` sees the browser before it closes. */
const inBrowser = async <T>(profile: string, asked: Asked, then?: () => void): Promise<T> => {
  const context = await launch(profile)
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    const query = new URLSearchParams({
      runs: options.runs,
      name: `bench${asked.size}`,
      who: asked.who,
      task: asked.task,
    })
    query.set('size', String(asked.size))
    if (asked.name !== undefined) query.set('name', asked.name)
    await page.goto(`http://127.0.0.1:${options.port}/?${query}`)
    const result = await page.evaluate(() => globalThis.result)
    if (then !== undefined) {
      await page.waitForTimeout(SETTLE_MS)
      then()
    }
    // The read model saves its columns a while after the last change.
    if (asked.task !== 'start' && asked.who === 'fairbook') await page.waitForTimeout(12_000)
    return result as T
  } finally {
    await context.close()
  }
}

const blankMegabytes = async (profile: string): Promise<number> => {
  const context = await launch(profile)
  const page = context.pages()[0]
  await page?.goto(`http://127.0.0.1:${options.port}/?task=none&who=raw&name=blank`)
  await page?.waitForTimeout(SETTLE_MS)
  const megabytes = browserMegabytes(profile)
  await context.close()
  return megabytes
}

const starts = async (profile: string, who: Who, size: number, name?: string): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < Number(options.starts); run += 1) {
    const asked: Asked = { who, task: 'start', size, ...(name !== undefined && { name }) }
    times.push((await inBrowser<{ start: number }>(profile, asked)).start)
  }
  return median(times)
}

const atSize = async (profile: string, size: number): Promise<Line[]> => {
  const line = (what: string, values: Record<Who, number>): Line => ({ size, what, ...values })
  const loads = {} as Record<Who, { rows: number; prepare: number }>
  const measured = {} as Record<Who, Measured>
  const memory = {} as Record<Who, number>
  const started = {} as Record<Who, number>
  const blank = await blankMegabytes(profile)
  for (const who of CONTESTANTS) {
    say(`${size} customers: ${who}`)
    loads[who] = await inBrowser(profile, { who, task: 'load', size })
    measured[who] = await inBrowser<Measured>(profile, { who, task: 'measure', size }, () => {
      memory[who] = browserMegabytes(profile) - blank
    })
    started[who] = await starts(profile, who, size)
    say(JSON.stringify({ ...loads[who], counts: measured[who].counts, start: started[who] }))
  }
  const empty = await starts(profile, 'fairbook', 0, 'empty')
  const of = (value: (who: Who) => number): Record<Who, number> => ({
    fairbook: value('fairbook'),
    raw: value('raw'),
    sqlite: value('sqlite'),
  })
  return [
    line(
      'load the rows (ms)',
      of((who) => loads[who].rows),
    ),
    line(
      'make them answer: columns, word indexes (ms)',
      of((who) => loads[who].prepare),
    ),
    line(
      'start to the first 50 by name (ms)',
      of((who) => started[who]),
    ),
    { size, what: 'the same with an empty book (ms)', fairbook: empty },
    ...Object.entries(LABELS).map(([key, what]) =>
      line(
        what,
        of((who) => median(measured[who].times[key] ?? [])),
      ),
    ),
    line(
      'memory above an empty page (MB)',
      of((who) => memory[who]),
    ),
  ]
}

const main = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'fairbook-bench-'))
  const server = await serve(join(folder, 'page'))
  try {
    const lines: Line[] = []
    for (const size of options.sizes.split(',').map(Number))
      lines.push(...(await atSize(join(folder, `profile-${size}`), size)))
    process.stdout.write(`${markdown(lines)}\n`)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
