import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonical, flatten, merge, type Row, splitPath, toRow, toState } from '../../../../shared/change/index.ts'
import { stateArbitrary } from './arbitrary.ts'

describe('record states', () => {
  it('survive the way through a row', () => {
    fc.assert(
      fc.property(stateArbitrary, stateArbitrary, (a, b) => {
        const state = merge(a, b)
        const back = toState(state.table, toRow(state))
        expect(canonical(back as never)).toBe(canonical(state as never))
      }),
    )
  })

  it('split a path at its first slash only', () => {
    expect(splitPath('tags/a/b')).toEqual(['tags', 'a/b'])
    expect(splitPath('name')).toEqual(['name', undefined])
  })

  it('leave out what is absent and the stamps', () => {
    const row: Row = { id: '1', stamp: 's', name: undefined, role: null, tags: { a: true, b: null }, list: [1] }
    expect(flatten(row)).toEqual({ 'tags/a': true, list: [1] })
  })
})
