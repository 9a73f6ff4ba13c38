import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

import type { Schedule } from './schedule.ts'
import type { Report } from './worker.ts'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))
/** A schedule that takes longer than this, in milliseconds, goes round in circles. */
const PATIENCE = 300_000

const hung = ({ seed, kind = 'memory' }: Schedule, why: string): Report => ({
  seed,
  kind,
  sealed: false,
  steps: 0,
  digest: '',
  failures: [why],
})

const startWorker = (): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = fork(WORKER, { execArgv: ['--import', 'tsx'] })
    child.once('error', reject)
    child.once('message', () => resolve(child))
  })

/** Has one schedule run; a worker that dies or hangs is a failure of the schedule. */
const ask = (child: ChildProcess, schedule: Schedule): Promise<Report> =>
  new Promise((resolve) => {
    const end = (report: Report) => {
      clearTimeout(timer)
      child.removeAllListeners()
      resolve(report)
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      end(hung(schedule, 'it does not end'))
    }, PATIENCE)
    child.once('message', (report: Report) => end(report))
    child.once('exit', () => end(hung(schedule, 'the process ended')))
    child.send(schedule)
  })

/**
 * Runs schedules in processes of their own, as many at once as the machine has cores. Each takes the next one: ids that
 * are made in one process only ever get later, as they would.
 */
export const runAll = async (schedules: readonly Schedule[], onReport: (report: Report) => void): Promise<void> => {
  let next = 0
  const work = async (): Promise<void> => {
    let child = await startWorker()
    for (let schedule = schedules[next++]; schedule; schedule = schedules[next++]) {
      onReport(await ask(child, schedule))
      if (!child.connected) child = await startWorker()
    }
    child.kill()
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), schedules.length) }, work))
}

/** Runs one schedule in two fresh processes. @returns whether both did the same */
export const isSteady = async (schedule: Schedule): Promise<boolean> => {
  const digests = await Promise.all(
    [1, 2].map(async () => {
      const child = await startWorker()
      const { digest } = await ask(child, schedule)
      child.kill()
      return digest
    }),
  )
  return digests[0] === digests[1] && digests[0] !== ''
}
