import { describe, expect, it } from 'vitest'

import { noPace, noteProgress, rateOf, secondsLeft } from '../../../../../renderer/features/transfer/import/pace.ts'

const paceAfter = (...marks: readonly (readonly [at: number, done: number])[]) =>
  marks.reduce((pace, [at, done]) => noteProgress(pace, at, done), noPace)

describe('the pace of an import', () => {
  it('is not told before it has settled', () => {
    expect(rateOf(noPace)).toBeUndefined()
    expect(rateOf(paceAfter([0, 0], [900, 500]))).toBeUndefined()
    expect(secondsLeft(paceAfter([0, 0], [900, 500]), 1_000)).toBeUndefined()
  })

  it('is told in rows a second, and says how long it takes yet', () => {
    const pace = paceAfter([0, 0], [1_000, 400], [2_000, 1_000])
    expect(rateOf(pace)).toBe(500)
    expect(secondsLeft(pace, 3_100)).toBe(5)
  })

  it('forgets what was long ago', () => {
    const pace = paceAfter([0, 0], [20_000, 100], [21_000, 1_100])
    expect(rateOf(pace)).toBe(1_000)
  })

  it('begins anew when it goes back', () => {
    expect(rateOf(paceAfter([0, 0], [2_000, 1_000], [3_000, 10]))).toBeUndefined()
  })

  it('is not told while nothing moves', () => {
    expect(rateOf(paceAfter([0, 10], [5_000, 10]))).toBeUndefined()
  })
})
