import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { notSameId } from '../../../../shared/domain/index.ts'
import type { DuplicatePair } from '../../../../shared/matching/index.ts'
import { groupPairs, LARGEST_GROUP } from '../../../../shared/merging/index.ts'

const pair = (a: string, b: string, probability = 0.9): DuplicatePair => ({ a, b, probability, reasons: [] })
const members = (groups: ReturnType<typeof groupPairs>) => groups.map(({ ids }) => [...ids].sort().join(''))

describe('groupPairs', () => {
  it('joins what is connected, the surest group first, each with its weakest link', () => {
    const groups = groupPairs([pair('c', 'd', 0.6), pair('a', 'b', 0.99), pair('b', 'e', 0.7)], new Set())
    expect(members(groups)).toEqual(['abe', 'cd'])
    expect(groups.map(({ probability, pairs }) => [probability, pairs.length])).toEqual([
      [0.7, 2],
      [0.6, 1],
    ])
  })

  it('never brings two together that are not the same; the one between is in two groups', () => {
    const groups = groupPairs([pair('a', 'b', 0.9), pair('b', 'c', 0.8)], new Set([notSameId('c', 'a')]))
    expect(members(groups)).toEqual(['ab', 'bc'])
    expect(groupPairs([pair('a', 'b')], new Set([notSameId('b', 'a')]))).toEqual([])
  })

  it('keeps groups small enough to be merged, and shows every pair somewhere', () => {
    const ids = Array.from({ length: 30 }, (_, index) => String.fromCharCode(97 + index))
    const pairs = ids.slice(1).map((id, at) => pair(ids[at] ?? '', id, 0.9 - at / 100))
    const groups = groupPairs(pairs, new Set())
    expect(Math.max(...groups.map((group) => group.ids.length))).toBeLessThanOrEqual(LARGEST_GROUP)
    expect(groups.flatMap((group) => group.pairs).length).toBe(pairs.length)
  })
})

it('has no group with two that are not the same, whatever the pairs', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const two = fc.tuple(id, id).filter(([a, b]) => a !== b)
  fc.assert(
    fc.property(fc.array(two), fc.array(two), (alike, apart) => {
      const notSame = new Set(apart.map(([a, b]) => notSameId(a, b)))
      for (const { ids } of groupPairs(
        alike.map(([a, b]) => pair(a, b)),
        notSame,
      ))
        for (const a of ids) for (const b of ids) expect(notSame.has(notSameId(a, b)) && a !== b).toBe(false)
    }),
  )
})
