import { type Outcome, runSchedule, type Schedule, type Unwaited } from './schedule.ts'
import { shortened } from './shorten.ts'
import { takeOver } from './virtual.ts'

/** What the worker sends back for each schedule that it is sent. */
export type Report = Omit<Outcome, 'trace'> & { trace?: string[] }

const unwaited: Unwaited = { problems: [], active: undefined }
process.on('unhandledRejection', (reason) => unwaited.problems.push(reason))
const virtual = takeOver(async () => {
  await unwaited.active?.replicator.flush().catch(() => undefined)
})

const report = async (schedule: Schedule): Promise<Report> => {
  const outcome = await runSchedule(virtual, unwaited, schedule)
  if (outcome.failures.length > 0)
    return shortened(outcome, (steps) => runSchedule(virtual, unwaited, { ...schedule, steps }))
  const { trace: _, ...rest } = outcome
  return rest
}

// One after the other: each schedule begins when the one before has been answered.
process.on('message', (schedule: Schedule) => {
  report(schedule).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      process.stderr.write(`seed ${schedule.seed}: ${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})
process.send?.('ready')
