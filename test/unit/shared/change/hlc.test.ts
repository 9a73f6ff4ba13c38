import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createClock, stampMillis } from '../../../../shared/change/index.ts'

const YEAR = 365 * 86_400_000
const instants = fc.array(fc.integer({ min: 0, max: 50 * YEAR }), { minLength: 2, maxLength: 50 })

describe('createClock', () => {
  it('gives stamps that grow with time as strings', () => {
    let now = 1_000
    const clock = createClock('dev', () => now)
    const early = clock.next()
    now = Date.UTC(2200, 0)
    expect(clock.next() > early).toBe(true)
    expect(stampMillis(early)).toBe(1_000)
  })

  it('gives a stamp above everything it replaces, wherever the clock jumps', () => {
    fc.assert(
      fc.property(instants, (walls) => {
        let now = 0
        const clock = createClock('dev', () => now)
        let held = ''
        for (const wall of walls) {
          now = wall
          const next = clock.next(held || undefined)
          expect(next > held).toBe(true)
          held = next
        }
      }),
    )
  })

  it('does not let one record from the future carry the others along', () => {
    const clock = createClock('dev', () => Date.UTC(2026, 10, 22))
    const future = createClock('odd', () => Date.UTC(2090, 0)).next()
    expect(clock.next(future) > future).toBe(true)
    expect(new Date(stampMillis(clock.next())).getUTCFullYear()).toBe(2026)
  })

  it('believes a clock again that was years ahead and has been put right', () => {
    let now = Date.UTC(2060, 0)
    const clock = createClock('dev', () => now)
    clock.next()
    now = Date.UTC(2026, 10, 22)
    expect(new Date(stampMillis(clock.next())).getUTCFullYear()).toBe(2026)
  })

  it('never repeats itself within a millisecond, even past its counter', () => {
    const clock = createClock('dev', () => 5)
    const stamps = new Set(Array.from({ length: 50_000 }, () => clock.next()))
    expect(stamps.size).toBe(50_000)
    const full = `${(5).toString(36).padStart(9, '0')}.zzzz.dev`
    expect(clock.next(full) > full).toBe(true)
  })

  it('takes text that is no stamp for the beginning of time', () => {
    expect(stampMillis('not a stamp')).toBe(0)
    expect(createClock('dev', () => 7).next('%%%')).toMatch(/^0000000/)
  })
})
