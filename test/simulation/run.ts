import { parseArgs } from 'node:util'

import { kinds } from './devices/places.ts'
import { replay, runDevices } from './devices/run-devices.ts'
import { runKills } from './kills.ts'
import { say } from './say.ts'

/** Kills of the program, and schedules of devices: in the whole simulation, in the part that `npm test` runs, and by `--long`. */
const KILLS = 200
const SHORT_KILLS = 8
const SCHEDULES = 100
const LONG_SCHEDULES = 2_000

const { values } = parseArgs({
  options: {
    /** How many kills. */
    rounds: { type: 'string' },
    /** How many schedules of devices. */
    schedules: { type: 'string' },
    /** The first seed; with `kind`, the one schedule to run. */
    seed: { type: 'string' },
    kind: { type: 'string' },
    steps: { type: 'string' },
    /** `kills` or `devices`. */
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
  },
})

const killing = async (): Promise<{ passed: number; failed: number }> => {
  const rounds = Number(values.rounds ?? (values.short ? SHORT_KILLS : KILLS))
  const failed = await runKills(rounds, Number(values.seed ?? Date.now() % 1_000_000))
  return { passed: rounds - failed, failed }
}

const main = async (): Promise<{ passed: number; failed: number }> => {
  const kind = kinds.find((name) => name === values.kind)
  if (values.kind !== undefined && !kind) throw new Error(`no kind ${values.kind}: ${kinds.join(', ')}`)
  const seed = Number(values.seed ?? 1)
  if (kind) return replay({ seed, kind, ...(values.steps !== undefined && { steps: Number(values.steps) }) })
  const count = Number(values.schedules ?? (values.long ? LONG_SCHEDULES : SCHEDULES))
  const none = { passed: 0, failed: 0 }
  const devices = values.only === 'kills' ? none : await runDevices(count, seed)
  const kills = values.only === 'devices' ? none : await killing()
  return { passed: devices.passed + kills.passed, failed: devices.failed + kills.failed }
}

const { passed, failed } = await main()
say(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
