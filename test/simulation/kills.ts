import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { build } from 'vite'

import { ensureBundle } from '../../build/bundle.ts'
import { inRoot } from '../../build/run.ts'
import { createRandom } from './devices/random.ts'
import { startProgram } from './program.ts'
import type { Report } from './protocol.ts'
import { say } from './say.ts'

const PORT = 47_700
const LONGEST_RUN = 1_500
/** What is lost before a start: nothing, the window's profile, or the files. */
const losses = ['nothing', 'nothing', 'profile', 'nothing', 'files'] as const
type Loss = (typeof losses)[number]

const bookFiles = ['book.json', 'journal', 'snapshot']

const lose = (dataFolder: string, loss: Loss): void => {
  if (loss === 'profile') rmSync(join(dataFolder, 'browser'), { recursive: true, force: true })
  if (loss === 'files') for (const name of bookFiles) rmSync(join(dataFolder, name), { recursive: true, force: true })
}

/** What the user was told: per customer the newest write, committed or shown as saved. */
const createLedger = () => {
  const committed = new Map<string, number>()
  let saved = new Map<string, number>()
  let newest = 0
  return {
    newest: () => newest,
    committed,
    saved: () => saved,
    hear: (report: Report): void => {
      if (report.kind === 'committed') {
        committed.set(report.id, report.n)
        newest = Math.max(newest, report.n)
      } else saved = new Map(committed)
    },
    /** From here on the book is what was found. */
    settle: (found: Iterable<readonly [string, number]>): void => {
      for (const [id, n] of found) committed.set(id, n)
      saved = new Map(committed)
    },
  }
}

const missing = (promised: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): string[] =>
  [...promised]
    .filter(([id, n]) => (found.get(id) ?? -1) < n)
    .map(([id, n]) => `${id} write ${n}, found ${found.get(id)}`)

/**
 * Kills the whole program, window and host, while it writes, and looks for what it had said was saved.
 * @param seed makes the timing of the kills
 * @returns how many rounds lost something
 */
export const runKills = async (rounds: number, seed: number): Promise<number> => {
  const random = createRandom(seed).next
  await ensureBundle()
  const work = mkdtempSync(join(tmpdir(), 'fairbook-simulation-'))
  const windowFolder = join(work, 'window')
  cpSync(inRoot('dist/electron'), join(work, 'electron'), { recursive: true })
  const hostFile = join(work, 'electron/browser-host.js')
  await build({
    configFile: false,
    root: inRoot('test/simulation/window'),
    logLevel: 'warn',
    build: { outDir: windowFolder, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
  })

  const dataFolder = join(work, 'data')
  const ledger = createLedger()
  let failed = 0
  let kills = 0
  say(`simulation: ${rounds} kills, seed ${seed}`)
  for (let round = 0; round < rounds; round += 1) {
    const loss: Loss = round === 0 ? 'nothing' : (losses[round % losses.length] ?? 'nothing')
    lose(dataFolder, loss)
    const program = await startProgram(dataFolder, { hostFile, windowFolder }, PORT, ledger.hear)
    try {
      const { found, rebuilt } = await program.page.evaluate(() => window.writer.open())
      const present = new Map(found)
      // Without the profile only what was shown as saved is promised; otherwise everything committed is.
      const lost = missing(loss === 'profile' ? ledger.saved() : ledger.committed, present)
      if (loss === 'profile' && rebuilt === 0) lost.push('the book did not say that it was rebuilt')
      if (lost.length > 0) {
        failed += 1
        say(`round ${round} after losing ${loss}: ${lost.length} missing: ${lost.slice(0, 3).join('; ')}`)
      }
      if (loss === 'profile') ledger.committed.clear()
      await program.page.evaluate(() => window.writer.flush())
      ledger.settle(present)
      const from = ledger.newest() + 1
      program.page.evaluate((start) => window.writer.write(start), from).catch(() => undefined)
      await sleep(50 + random() * LONGEST_RUN)
    } finally {
      await program.kill()
      kills += 1
    }
    if (round % 20 === 19) say(`  ${round + 1} rounds, ${ledger.newest()} writes, ${failed} failed`)
  }
  rmSync(work, { recursive: true, force: true })
  say(`simulation: ${kills} kills, ${ledger.newest()} writes`)
  return failed
}
