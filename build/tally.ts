import { readFileSync } from 'node:fs'

import { z } from 'zod'

/** How many tests did what. */
export type Tally = { passed: number; failed: number; skipped: number }

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** A step that is one test by itself. */
export const byExit = (code: number): Tally => ({ ...nothing, ...(code === 0 ? { passed: 1 } : { failed: 1 }) })

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
})

const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

const read = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A run that failed without a failed test (a file that does not load, a report that is missing) counts as one. */
const honest = (tally: Tally, code: number): Tally =>
  code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally

/** The tally of Vitest's JSON report. */
export const ofVitest = (file: string, code: number): Tally => {
  const report = vitestSchema.safeParse(read(file)).data
  if (!report) return { ...nothing, failed: 1 }
  const skipped = report.numPendingTests + report.numTodoTests
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, code)
}

/** The tally of Playwright's JSON report. A test that passed only when tried again has not passed. */
export const ofPlaywright = (file: string, code: number): Tally => {
  const stats = playwrightSchema.safeParse(read(file)).data?.stats
  if (!stats) return { ...nothing, failed: 1 }
  return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, code)
}
