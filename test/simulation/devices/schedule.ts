import { createHash } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import { v7 as uuid } from 'uuid'

import { seedBook } from '../../../renderer/data/index.ts'
import { AppError } from '../../../shared/app-error.ts'
import { type Device, type Machine, newMachine, type Running, start } from './device.ts'
import { drawEdit, fillBook } from './edits.ts'
import { Crashed, createFuse, type Fuse } from './fuse.ts'
import { createLedger } from './ledger.ts'
import { createMemoryDisk } from './memory-disk.ts'
import { createNewerVersion, NEWER } from './newer-version.ts'
import { createPlace, type Kind, kinds } from './places.ts'
import { createRandom } from './random.ts'
import { unruly } from './unruly-replica.ts'
import { verify } from './verify.ts'
import type { Virtual } from './virtual.ts'

export type Schedule = {
  seed: number
  /** Drawn from the seed where it is not said. */
  kind?: Kind | undefined
  /** At most so many steps before peace comes. */
  steps?: number | undefined
}
export type Outcome = {
  seed: number
  kind: Kind
  sealed: boolean
  steps: number
  /** What is wrong; empty when all holds. */
  failures: string[]
  trace: string[]
  /** Of the trace and of the book at the end. */
  digest: string
}

const MINUTE = 60_000
const MAX_ROUNDS = 12

const ticks = async (count = 50): Promise<void> => {
  for (let n = 0; n < count; n += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}

/** Errors that a person gets who asks for what cannot be done now. */
const refusals = new Set(['recordMissing', 'invalidInput'])

/** What the process hears of that nobody waits for. */
export type Unwaited = { problems: unknown[]; active: Running | undefined }

const CRASH = new Crashed().message

const isCrash = (error: unknown): boolean => {
  if (!(error instanceof Error)) return String(error).includes(CRASH)
  return error.message.includes(CRASH) || isCrash(error.cause) || ('inner' in error && isCrash(error.inner))
}

const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return `${error.stack ?? error.message}${error.cause === undefined ? '' : `\ncaused by ${textOf(error.cause)}`}`
}

/** Runs one schedule: whatever a seed brings upon some devices, then peace, then what must hold. */
export const runSchedule = async (virtual: Virtual, unwaited: Unwaited, schedule: Schedule): Promise<Outcome> => {
  const { seed } = schedule
  const random = createRandom(seed)
  virtual.begin(seed, createRandom(seed ^ 0x5eed))
  unwaited.problems.length = 0
  const kind = schedule.kind ?? kinds[seed % kinds.length] ?? 'memory'
  const sealed = random.chance(0.5)
  const bookId = `book-${seed}`
  const place = createPlace({ kind, sealed, bookId, random, now: virtual.now, pass: virtual.pass })
  const ledger = createLedger()
  const trace: string[] = []
  const failures: string[] = []
  const moved = { in: 0, out: 0 }
  let isUnruly = true
  let canaries = 0

  const onProblem = (error: unknown): void => {
    if (!isCrash(error)) failures.push(`problem: ${String(error)}`)
  }
  const open = (machine: Machine, fuse: Fuse): Promise<Running> =>
    start({
      machine,
      now: virtual.now,
      onProblem,
      fuse,
      openPlace: (visitor) => {
        const replica = place.open(visitor)
        const counted: typeof replica = {
          ...replica,
          pull: async (after, limit) => {
            const page = await replica.pull(after, limit)
            moved.in += page.records.length
            return page
          },
          push: (records) => {
            moved.out += records.length
            return replica.push(records)
          },
        }
        return unruly(counted, random, () => isUnruly)
      },
    })

  const boot = async (machine: Machine): Promise<Running> => {
    for (let tries = 0; ; tries += 1) {
      const fuse = createFuse()
      if (isUnruly && tries < 3 && random.chance(0.15)) fuse.set(random.below(60))
      try {
        const running = await open(machine, fuse)
        ledger.follow(machine.name, running.book)
        unwaited.active = running
        await ledger.settle(machine.name, running.book)
        ledger.markSaved(machine.name)
        return running
      } catch (error) {
        if (!fuse.isBlown()) throw error
        trace.push(`${machine.name} crashed while starting`)
        await ticks()
        if (random.chance(0.5)) machine.disk.losePower()
      }
    }
  }

  const stop = async ({ running }: Device): Promise<void> => {
    running.fuse.set(-1)
    running.close()
    await ticks()
  }

  const restart = async (device: Device): Promise<void> => {
    await stop(device)
    device.running = await boot(device.machine)
  }

  const sync = async ({ running, machine }: Device): Promise<void> => {
    await running.sync.syncNow()
    let status = running.sync.status()
    if (status.state === 'asks') {
      running.sync.allowRemovals()
      await running.sync.syncNow()
      status = running.sync.status()
    }
    if (running.fuse.isBlown()) throw new Crashed()
    if (status.error?.code === 'internal') throw status.error.cause ?? status.error
    await running.replicator.flush()
    if (status.state === 'upToDate' && status.waiting === 0) ledger.markShared(machine.name)
    trace.push(`${machine.name} synced: ${status.state} ${status.error?.code ?? ''} ${status.waiting}`)
  }

  /** Does something on a device, which may crash meanwhile. */
  const act = async (device: Device, what: string, job: () => Promise<void>): Promise<void> => {
    const { machine } = device
    // What went on by itself is over: how long the next thing waits for the real world then changes nothing.
    await ticks()
    unwaited.active = device.running
    trace.push(`${machine.name} ${what}`)
    try {
      await job()
      if (device.running.fuse.isBlown()) throw new Crashed()
    } catch (error) {
      if (device.running.fuse.isBlown()) {
        trace.push(`${machine.name} crashed`)
        await stop(device)
        if (random.chance(0.5)) machine.disk.losePower()
        device.running = await boot(machine)
      } else if (error instanceof AppError && refusals.has(error.code))
        trace.push(`${machine.name} refused: ${error.code}`)
      else failures.push(`${machine.name} ${what}: ${textOf(error)}`)
    }
    device.running.fuse.unset()
    await ledger.settle(machine.name, device.running.book)
    virtual.pass(random.below(5 * MINUTE))
  }

  const editing = ({ running }: Device) => ({
    running,
    random,
    canary: () => {
      canaries += 1
      return `CNR${canaries}Q`
    },
    newId: uuid,
  })

  const names = Array.from({ length: random.pick([2, 2, 3, 3, 4, 5]) }, (_, n) => `d${n}`)
  const views = [...names, NEWER]
  const newer = createNewerVersion(place, random, virtual.now)
  await place.create()
  const devices: Device[] = []
  for (const name of names) {
    const machine = newMachine(name, bookId, createMemoryDisk(virtual.now))
    const device: Device = { machine, running: await boot(machine) }
    devices.push(device)
    const { book } = device.running
    if (name === 'd0') {
      await seedBook(book, { currency: 'EUR', language: 'en', country: 'LT' })
      await fillBook(editing(device))
      await ledger.settle(name, book)
    }
    await device.running.replicator.flush()
  }
  isUnruly = false
  for (const device of devices) {
    place.carry(views, true)
    await sync(device)
  }
  isUnruly = true
  place.setUnruly(true)

  const weights = {
    edit: 62,
    sync: 22,
    carry: 10,
    newer: 3,
    partition: 4,
    skew: 3,
    restart: 1,
    loseStorage: 1.5,
    backUp: 1.5,
    restoreBackup: 1,
  }
  const steps = Math.min(20 + random.below(50), schedule.steps ?? Number.POSITIVE_INFINITY)
  for (let step = 0; step < steps && failures.length === 0; step += 1) {
    const device = random.oneOf(devices)
    if (!device) break
    const { machine } = device
    if (random.chance(0.06)) device.running.fuse.set(random.below(random.pick([30, 120, 500])))
    const what = random.weighed(weights)
    if (what === 'edit') {
      const edit = drawEdit(random)
      await act(device, edit.name, async () => {
        await edit.run(editing(device))
        if (random.chance(0.8)) {
          await device.running.replicator.flush()
          await ledger.settle(machine.name, device.running.book)
          ledger.markSaved(machine.name)
        }
      })
    } else if (what === 'sync') await act(device, 'sync', () => sync(device))
    else if (what === 'carry') place.carry(views, false)
    else if (what === 'newer') {
      await newer.write()
      trace.push('a newer version writes')
    } else if (what === 'partition') {
      machine.online = !machine.online
      trace.push(`${machine.name} ${machine.online ? 'online' : 'offline'}`)
    } else if (what === 'skew') {
      machine.skew = (random.next() - 0.5) * random.pick([2 * MINUTE, 60 * MINUTE, 3 * 24 * 60 * MINUTE])
      trace.push(`${machine.name} clock off by ${Math.round(machine.skew / MINUTE)} min`)
    } else if (what === 'restart') await act(device, 'restart', () => restart(device))
    else if (what === 'backUp') {
      await act(device, 'back up the data folder', async () => {
        await device.running.replicator.flush()
        await ledger.settle(machine.name, device.running.book)
        ledger.markSaved(machine.name)
        device.backup = { disk: machine.disk.copy(), from: ledger.length() }
      })
    } else if (what === 'loseStorage') {
      await stop(device)
      trace.push(`${machine.name} lost its database`)
      machine.storage = new IDBFactory()
      ledger.drop(machine.name, { unsaved: true })
      device.running = await boot(machine)
    } else if (device.backup) {
      await stop(device)
      trace.push(`${machine.name} put back from a backup of its data folder`)
      machine.storage = new IDBFactory()
      machine.disk = device.backup.disk.copy()
      ledger.drop(machine.name, { from: device.backup.from })
      device.running = await boot(machine)
    }
  }

  isUnruly = false
  place.setUnruly(false)
  trace.push('healed')
  let rounds = 0
  let quiet = false
  for (const device of devices) {
    device.machine.online = true
    device.running.fuse.unset()
  }
  for (; rounds < MAX_ROUNDS && !quiet && failures.length === 0; rounds += 1) {
    ;[moved.in, moved.out] = [0, 0]
    for (const device of devices) {
      place.carry(views, true)
      await act(device, 'sync', () => sync(device))
      const status = device.running.sync.status()
      if (status.state !== 'upToDate')
        failures.push(`${device.machine.name} is ${status.state} (${status.error?.code})`)
    }
    await newer.forget()
    quiet = moved.in === 0 && moved.out === 0
  }
  if (!quiet && failures.length === 0)
    failures.push(`not quiet after ${rounds} rounds: the last moved ${moved.in} in and ${moved.out} out`)

  let text = ''
  if (failures.length === 0) {
    const found = await verify({ devices, place, ledger, newer, sealed, kind })
    failures.push(...found.failures)
    text = found.text
  }
  for (const problem of unwaited.problems) if (!isCrash(problem)) failures.push(`unhandled: ${String(problem)}`)
  for (const device of devices) await stop(device)
  unwaited.active = undefined
  const digest = createHash('sha256')
    .update([...trace, text].join('\n'))
    .digest('hex')
    .slice(0, 16)
  return { seed, kind, sealed, steps, failures, trace, digest }
}
