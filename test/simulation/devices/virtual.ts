import { setTimeout as realTimeout } from 'node:timers'

import type { Random } from './random.ts'

/** What stands in for the clock and the chance of this process. */
export type Virtual = {
  /** Unix milliseconds, the same for all devices. */
  now: () => number
  pass: (millis: number) => void
  /** Begins a schedule: its time and its chance. */
  begin: (seed: number, random: Random) => void
}

/** The first instant of the first schedule; each seed has a day of its own, so that ids made later sort later. */
const FIRST = Date.UTC(2027, 0, 1, 8)
const DAY = 86_400_000
/** Keeps every instant below the year 3000, where stamps are not believed any more. */
const SEEDS = 100_000

const RealDate = Date
/** Waits up to this long, in milliseconds, are for something that happens meanwhile: nothing does here. */
const SHORT_WAIT = 100

/** Tells nobody: each device is alone in its process. */
class SilentChannel {
  onmessage: unknown = null
  postMessage(): void {}
  close(): void {}
  addEventListener(): void {}
  removeEventListener(): void {}
  unref(): void {}
}

/** Takes over the clock, the chance and the channels of this process, so that nothing differs between two runs. */
export const takeOver = (onWait: () => Promise<void>): Virtual => {
  let millis = FIRST
  let chance: Random | undefined

  class VirtualDate extends RealDate {
    constructor(...args: [] | [number | string]) {
      if (args.length === 0) super(millis)
      else super(args[0])
    }
    static override now(): number {
      return millis
    }
  }
  // A clock shows whole milliseconds, however long a wait was drawn.
  const pass = (time: number): void => {
    millis += Math.ceil(time)
  }
  const random = (): number => chance?.next() ?? 0.5
  const wait = (job: () => void, time = 0, ...args: unknown[]) => {
    if (time > SHORT_WAIT) return realTimeout(job, time, ...args)
    pass(time)
    return setImmediate(() => void onWait().then(() => job()))
  }
  Object.assign(globalThis, { Date: VirtualDate, BroadcastChannel: SilentChannel, setTimeout: wait })
  Math.random = random
  Object.defineProperty(globalThis.crypto, 'getRandomValues', {
    value: (bytes: Uint8Array) => {
      for (const index of bytes.keys()) bytes[index] = Math.floor(random() * 256)
      return bytes
    },
  })

  return {
    now: () => millis,
    pass,
    begin: (seed, stream) => {
      millis = FIRST + (seed % SEEDS) * DAY
      chance = stream
    },
  }
}
