import { beforeEach, describe, expect, it } from 'vitest'

import { watchIdle } from '../../../../../renderer/app/lock/watch-idle.ts'
import { fakeDesktop } from '../../../../../renderer/desktop/fake.ts'

const MINUTE = 60_000

/** Two windows with one clock, which stands until the test moves it. */
const createDesk = (minutes: number) => {
  const state = { now: 1_000, minutes, locked: false, isBusy: false, lockedBy: [] as string[] }
  const channels: { onmessage: ((event: MessageEvent) => void) | null; postMessage: () => void }[] = []
  const ticks: (() => void)[] = []
  const desktop = fakeDesktop({
    'lock.state': async () => ({ enabled: true, locked: state.locked, minutes: state.minutes, wait: 0 }),
  })
  const openWindow = (name: string) => {
    const target = new EventTarget()
    const channel: (typeof channels)[number] = {
      onmessage: null,
      postMessage: () => {
        for (const other of channels) if (other !== channel) other.onmessage?.(new MessageEvent('message'))
      },
    }
    channels.push(channel)
    const stop = watchIdle({
      desktop,
      target,
      channel,
      now: () => state.now,
      every: (_, tick) => {
        ticks.push(tick)
        return () => ticks.splice(ticks.indexOf(tick), 1)
      },
      isBusy: () => state.isBusy,
      onIdle: () => state.lockedBy.push(name),
    })
    return { touch: (sign = 'pointermove') => target.dispatchEvent(new Event(sign)), stop }
  }
  /** Lets time pass as it does in a window: it looks again and again, and hears the answers. */
  const pass = async (milliseconds: number, step = 5_000) => {
    for (let spent = 0; spent < milliseconds; spent += step) {
      state.now += step
      for (const tick of [...ticks]) tick()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { state, openWindow, pass }
}

describe('a window that is left alone', () => {
  let desk: ReturnType<typeof createDesk>
  beforeEach(async () => {
    desk = createDesk(5)
  })

  it('is closed after the minutes that were chosen, and not before', async () => {
    desk.openWindow('one')
    await desk.pass(5 * MINUTE - 5_000)
    expect(desk.state.lockedBy).toEqual([])
    await desk.pass(5_000)
    expect(desk.state.lockedBy).toEqual(['one'])
    await desk.pass(20 * MINUTE)
    expect(desk.state.lockedBy).toEqual(['one'])
  })

  it.each(['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'])('stays open after a %s', async (sign) => {
    const { touch } = desk.openWindow('one')
    await desk.pass(4 * MINUTE)
    touch(sign)
    await desk.pass(4 * MINUTE)
    expect(desk.state.lockedBy).toEqual([])
  })

  it('stays open while another window is used', async () => {
    desk.openWindow('one')
    const { touch } = desk.openWindow('two')
    for (let round = 0; round < 4; round += 1) {
      await desk.pass(4 * MINUTE)
      touch()
    }
    expect(desk.state.lockedBy).toEqual([])
  })

  it('stays open while an import runs, and is closed when that ends', async () => {
    desk.openWindow('one')
    desk.state.isBusy = true
    await desk.pass(30 * MINUTE)
    expect(desk.state.lockedBy).toEqual([])
    desk.state.isBusy = false
    await desk.pass(5_000)
    expect(desk.state.lockedBy).toEqual(['one'])
  })

  it('is closed by the first move after too long a pause, of which nobody told it', async () => {
    const { touch } = desk.openWindow('one')
    await desk.pass(5_000)
    desk.state.now += 6 * MINUTE
    touch()
    expect(desk.state.lockedBy).toEqual(['one'])
  })

  it('follows another choice of minutes', async () => {
    desk.openWindow('one')
    await desk.pass(MINUTE)
    desk.state.minutes = 1
    await desk.pass(10_000)
    expect(desk.state.lockedBy).toEqual(['one'])
  })
})

describe('a window without such minutes', () => {
  it('stays open, but not when the computer slept', async () => {
    const desk = createDesk(0)
    desk.openWindow('one')
    await desk.pass(600 * MINUTE, MINUTE)
    expect(desk.state.lockedBy).toEqual([])
    await desk.pass(10 * MINUTE, 10 * MINUTE)
    expect(desk.state.lockedBy).toEqual(['one'])
  })

  it('is closed when the desktop side has closed the book', async () => {
    const desk = createDesk(0)
    desk.openWindow('one')
    desk.state.locked = true
    await desk.pass(5_000)
    expect(desk.state.lockedBy).toEqual(['one'])
  })

  it('does nothing any more once it is stopped', async () => {
    const desk = createDesk(1)
    const { touch, stop } = desk.openWindow('one')
    await desk.pass(5_000)
    stop()
    desk.state.now += 10 * MINUTE
    touch()
    await desk.pass(10 * MINUTE)
    expect(desk.state.lockedBy).toEqual([])
  })
})
