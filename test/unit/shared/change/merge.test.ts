import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonical, ERASED, merge, type RecordState, sameState, stampOf } from '../../../../shared/change/index.ts'
import { stateArbitrary as state } from './arbitrary.ts'

const same = (a: RecordState, b: RecordState): void => {
  expect(canonical(a as never)).toBe(canonical(b as never))
}

describe('merge', () => {
  it('is commutative', () => {
    fc.assert(fc.property(state, state, (a, b) => same(merge(a, b), merge(b, a))))
  })

  it('is associative', () => {
    fc.assert(fc.property(state, state, state, (a, b, c) => same(merge(merge(a, b), c), merge(a, merge(b, c)))))
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const once = merge(a, b)
        same(merge(once, once), once)
        same(merge(once, b), once)
      }),
    )
  })

  it('keeps for each path the value with the larger stamp', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        fc.pre(!(ERASED in a.values) && !(ERASED in b.values))
        const merged = merge(a, b)
        for (const path of new Set([...Object.keys(a.values), ...Object.keys(b.values)])) {
          const [sa, sb] = [stampOf(a, path), stampOf(b, path)]
          expect(stampOf(merged, path)).toBe(sa > sb ? sa : sb)
          if (sa > sb) expect(merged.values[path]).toEqual(a.values[path])
        }
      }),
    )
  })

  it('lets a tombstone drop everything else, whatever comes later', () => {
    const erased: RecordState = { table: 't', id: '1', values: { [ERASED]: 'x' }, stamp: '1' }
    const late: RecordState = { table: 't', id: '1', values: { name: 'Ann', 'tags/vip': true }, stamp: '9' }
    expect(merge(late, erased)).toEqual(erased)
    expect(merge(erased, late)).toEqual(erased)
  })

  it('keeps the tags that two people added', () => {
    const base = { table: 't', id: '1', stamp: '1' }
    const merged = merge({ ...base, values: { 'tags/a': true } }, { ...base, values: { 'tags/b': true }, stamp: '2' })
    expect(merged.values).toEqual({ 'tags/a': true, 'tags/b': true })
  })

  it('does not bring back what was cleared later', () => {
    const old: RecordState = { table: 't', id: '1', values: { name: 'Ann', role: 'x' }, stamp: '1' }
    const cleared: RecordState = { table: 't', id: '1', values: { role: 'x' }, stamp: '1', stamps: { name: '2' } }
    expect(merge(old, cleared).values).toEqual({ role: 'x' })
  })

  it('refuses states of different records', () => {
    const one: RecordState = { table: 't', id: '1', values: {}, stamp: '1' }
    expect(() => merge(one, { ...one, id: '2' })).toThrow()
    expect(sameState(one, { ...one })).toBe(true)
  })
})
