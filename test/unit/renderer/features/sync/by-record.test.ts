import { describe, expect, it } from 'vitest'

import type { OpenConflict } from '../../../../../renderer/data/index.ts'
import { byRecord, sidesOf } from '../../../../../renderer/features/sync/conflicts/by-record.ts'

const version = (device: string, by?: string, stands = false) => ({
  stamp: `0mi8v0000.0000.${device}`,
  at: '2026-11-22T10:00:00.000Z',
  stands,
  by,
})

const conflict = (id: string, path: string, versions: OpenConflict['versions']): OpenConflict => ({
  table: 'customers',
  id,
  path,
  versions,
})

const both = [version('dev1', 'Rasa', true), version('dev2', 'Jonas')]

describe('conflicts by record', () => {
  it('come together where their record first comes', () => {
    const all = [conflict('a', 'role', both), conflict('b', 'role', both), conflict('a', 'notes', both)]
    expect(byRecord(all).map(({ key, conflicts }) => [key, conflicts.map(({ path }) => path)])).toEqual([
      ['customers/a', ['role', 'notes']],
      ['customers/b', ['role']],
    ])
  })
})

describe('the sides of a record', () => {
  const say = (conflicts: OpenConflict[]) =>
    sidesOf(conflicts, 'dev1').map(({ isHere, by, choices }) => [isHere, by, choices.map((each) => each.chosenStamp)])
  const [first, second] = both.map(({ stamp }) => stamp)

  it('are the devices that wrote all of its fields', () => {
    const third = [version('dev1', 'Rasa', true), version('dev2', 'Jonas'), version('dev3', 'Ona')]
    expect(say([conflict('a', 'role', both), conflict('a', 'notes', third)])).toEqual([
      [true, 'Rasa', [first, first]],
      [false, 'Jonas', [second, second]],
    ])
  })

  it('are none of a device that wrote both values of a field, as taking back a decision does', () => {
    const twice = [version('dev1', 'Rasa', true), { ...version('dev1', 'Rasa'), stamp: '0mi8v0000.0001.dev1' }]
    expect(say([conflict('a', 'role', [...twice, version('dev2')]), conflict('a', 'notes', both)])).toEqual([
      [false, undefined, [second, second]],
    ])
  })

  it('begin with this one', () => {
    const theirs = [...both].reverse()
    const sides = say([conflict('a', 'role', theirs), conflict('a', 'notes', theirs)])
    expect(sides.map(([isHere]) => isHere)).toEqual([true, false])
  })

  it('are none of a single field', () => {
    expect(say([conflict('a', 'role', both)])).toEqual([])
  })

  it('are none where two would be called the same', () => {
    const three = [version('dev1', 'Rasa', true), version('dev2', 'Ona'), version('dev3', 'Ona')]
    expect(say([conflict('a', 'role', three), conflict('a', 'notes', three)])).toEqual([])
  })

  it('have no name where several wrote there', () => {
    const later = [version('dev1', 'Rasa', true), version('dev2', 'Petras')]
    expect(say([conflict('a', 'role', both), conflict('a', 'notes', later)]).map(([, by]) => by)).toEqual([
      'Rasa',
      undefined,
    ])
  })
})
