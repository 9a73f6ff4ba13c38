import { say } from '../say.ts'
import { type Kind, kinds } from './places.ts'
import { isSteady, runAll } from './pool.ts'
import type { Schedule } from './schedule.ts'
import type { Report } from './worker.ts'

const LAST_LINES = 60
/** From so many schedules on, more of them are run twice. */
const LONG = 1_000

const tell = ({ seed, kind, sealed, steps, failures, trace = [] }: Report): void => {
  say(`\nseed ${seed}, ${kind}${sealed ? ', sealed' : ''}: ${failures.slice(0, 5).join('\n  ')}`)
  const healed = trace.indexOf('healed')
  for (const line of trace.slice(Math.max(0, (healed < 0 ? trace.length : healed) - LAST_LINES))) say(`    ${line}`)
  say(`replay: npm run test:simulation -- --seed ${seed} --kind ${kind} --steps ${steps}`)
}

/**
 * Runs schedules of devices that share a book, their kinds in turn.
 * @returns how many passed and failed; that a seed always does the same is one more
 */
export const runDevices = async (count: number, first: number): Promise<{ passed: number; failed: number }> => {
  say(`simulation: ${count} schedules of devices, seeds ${first} to ${first + count - 1}`)
  const tally = { passed: 0, failed: 0 }
  const schedules = Array.from(
    { length: count },
    (_, n): Schedule => ({ seed: first + n, kind: kinds[n % kinds.length] }),
  )
  const twice = schedules.slice(0, count < LONG ? 2 : 2 * kinds.length)
  for (const schedule of twice) {
    if (await isSteady(schedule)) tally.passed += 1
    else {
      tally.failed += 1
      say(`seed ${schedule.seed}, ${schedule.kind}: two runs are not the same`)
    }
  }
  await runAll(schedules, (report) => {
    if (report.failures.length > 0) tell(report)
    tally[report.failures.length > 0 ? 'failed' : 'passed'] += 1
    const done = tally.passed + tally.failed - twice.length
    if (done % 100 === 0) say(`  ${done} schedules, ${tally.failed} failed`)
  })
  return tally
}

/** Runs one schedule and tells all of it. */
export const replay = async (schedule: Schedule & { kind: Kind }): Promise<{ passed: number; failed: number }> => {
  const tally = { passed: 0, failed: 0 }
  await runAll([schedule], (report) => {
    if (report.failures.length > 0) tell(report)
    else say(`seed ${report.seed}, ${report.kind}: all holds (${report.digest})`)
    tally[report.failures.length > 0 ? 'failed' : 'passed'] += 1
  })
  return tally
}
