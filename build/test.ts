import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { ensureTestBrowser } from './browser.ts'
import { runModule, runScript, say } from './run.ts'
import { add, byExit, nothing, ofPlaywright, ofVitest, type Tally } from './tally.ts'

const reports = mkdtempSync(join(tmpdir(), 'fairbook-test-'))

/** Both kinds in one run: where one waits for the disk, the other computes. */
const vitest = async (): Promise<Tally> => {
  const file = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return ofVitest(file, await runModule('vitest/vitest.mjs', args))
}

const e2e = async (): Promise<Tally> => {
  const file = join(reports, 'e2e.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  return ofPlaywright(file, await runScript('build/e2e.ts', ['--reporter=list,json'], { env }))
}

const steps: readonly (readonly [name: string, run: () => Promise<Tally>])[] = [
  ['types', async () => byExit(await runModule('typescript/bin/tsc', ['--build']))],
  ['lint', async () => byExit(await runModule('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']))],
  ['unused', async () => byExit(await runModule('knip/bin/knip.js', []))],
  ['unit and integration', vitest],
  ['end to end', e2e],
  ['simulation', async () => byExit(await runScript('test/simulation/run.ts', ['--short']))],
]

// The tests of printing and of the window need it; on a fresh machine it is installed now.
await ensureTestBrowser()

let total = nothing
const failed: string[] = []
for (const [name, step] of steps) {
  say(`\n== ${name}`)
  const tally = await step()
  if (tally.failed > 0) failed.push(name)
  total = add(total, tally)
}
rmSync(reports, { recursive: true, force: true })
if (failed.length > 0) say(`\nFailed: ${failed.join(', ')}`)
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0
