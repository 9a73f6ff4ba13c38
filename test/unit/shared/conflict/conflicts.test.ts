import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonical, ERASED, type Json } from '../../../../shared/change/index.ts'
import { type Conflict, conflictsOf, isSuspect } from '../../../../shared/conflict/index.ts'
import { type History, settledKey } from '../../../../shared/domain/index.ts'
import { createDevices, type Device, heal, hear, run, stepsArbitrary, undo, write } from './devices.ts'

const listOf = ({ rows, state }: Device, settled = {}): Conflict[] => conflictsOf([...rows.values()], state, settled)

const meaning = (path: string, value: Json | undefined) =>
  path === 'deletedAt' ? String(value !== undefined) : canonical(value)

type Write = { path: string; before: Json | undefined; value: Json | undefined; stamp: string; replaced: string }

const writesOf = ({ rows }: Device): Write[] =>
  [...rows.values()].flatMap(({ changes, stamp }) =>
    changes.map(({ path, before, after, replaced }) => ({ path, before, value: after, stamp, replaced })),
  )

/** Whether someone wrote over the very value knowingly, on a way that did not lead to this write. */
const isOverwritten = (one: Write, writes: readonly Write[]): boolean => {
  const parentOf = ({ path, replaced }: Write) =>
    writes.find((other) => other.path === path && other.stamp === replaced)
  const ancestors = new Set<string>()
  for (let at: Write | undefined = one; at && !ancestors.has(at.stamp); at = parentOf(at)) ancestors.add(at.stamp)
  return writes.some(
    ({ path, before, stamp }) =>
      path === one.path && !ancestors.has(stamp) && meaning(path, before) === meaning(path, one.value),
  )
}

describe('conflictsOf', () => {
  it('misses no edit: each is in the record, was replaced by who knew it, or is told', () => {
    fc.assert(
      fc.property(stepsArbitrary, fc.integer({ min: 2, max: 3 }), (steps, count) => {
        const devices = createDevices(count)
        run(devices, steps)
        heal(devices)
        const [first, ...others] = devices
        if (!first) return
        const told = listOf(first)
        for (const other of others) expect(listOf(other)).toEqual(told)
        if (told.length > 0) expect(isSuspect([...first.rows.values()], first.state)).toBe(true)
        const writes = writesOf(first)
        const replaced = new Set(writes.map((one) => `${one.path} ${one.replaced}`))
        for (const one of writes) {
          const { path, value, stamp } = one
          const isPresent = meaning(path, first.state.values[path]) === meaning(path, value)
          const isTold = told.some(
            (conflict) =>
              conflict.path === path &&
              conflict.versions.some(
                (version) => version.stamp === stamp || meaning(path, version.value) === meaning(path, value),
              ),
          )
          const isSafe = isPresent || isTold || replaced.has(`${path} ${stamp}`) || isOverwritten(one, writes)
          expect(isSafe, JSON.stringify({ one, writes })).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('tells no edit that went one after the other', () => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const devices = createDevices(3)
        // Everyone hears of everything before anyone writes again.
        for (const step of steps) {
          run(devices, [step])
          heal(devices)
        }
        for (const device of devices) expect(listOf(device)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on the order of the history', () => {
    const devices = createDevices(3)
    const [a, b, c] = devices as [Device, Device, Device]
    write(a, { role: 'x', 'tags/x': 'a' })
    write(b, { role: 'y' })
    write(c, { role: 'z' })
    heal(devices)
    const rows = [...a.rows.values()]
    expect(conflictsOf(rows.toReversed(), a.state, {})).toEqual(conflictsOf(rows, a.state, {}))
    expect(listOf(a)[0]?.versions.map(({ value }) => value)).toEqual(['z', 'y', 'x'])
  })

  it('tells nothing of what was taken back before the other wrote', () => {
    const [a, b] = createDevices(2) as [Device, Device]
    write(b, { role: 'passing' })
    undo(b)
    write(a, { role: 'meant' })
    heal([a, b])
    expect(listOf(a)).toEqual([])
  })

  it('tells a deletion that did not know of an edit, and no other', () => {
    const [a, b] = createDevices(2) as [Device, Device]
    write(b, { role: 'edited' })
    write(a, { deletedAt: '2026-01-02T00:00:00.000Z' })
    const [one, two] = createDevices(2) as [Device, Device]
    write(two, { role: 'edited' })
    hear(one, two)
    write(one, { deletedAt: '2026-01-02T00:00:00.000Z' })
    heal([a, b])
    heal([one, two])
    expect(listOf(a).map(({ path, versions }) => [path, versions.length])).toEqual([['deletedAt', 2]])
    expect(listOf(a)[0]?.versions[1]?.edited).toEqual([{ path: 'role', after: 'edited' }])
    expect(listOf(two)).toEqual([])
  })

  it('does not tell what was decided, until someone who did not know writes again', () => {
    const devices = createDevices(3)
    const [a, b, c] = devices as [Device, Device, Device]
    write(c, { role: 'third' })
    write(a, { role: 'lost' })
    write(b, { role: 'stands' })
    heal([a, b])
    const lost = listOf(a)[0]?.versions[1]
    const settled = { [settledKey(lost?.stamp ?? '', 'role')]: { at: '2026-01-03T00:00:00.000Z', by: 'Rasa' } }
    expect(listOf(a, settled).map((conflict) => conflict.settled?.by)).toEqual(['Rasa'])
    heal(devices)
    const [conflict] = listOf(a, settled)
    expect(conflict?.settled).toBeUndefined()
    expect(conflict?.versions.map(({ value }) => value)).toEqual(['stands', 'third'])
  })

  it('says nothing of what was erased, and takes any history', () => {
    const [a] = createDevices(1) as [Device]
    const stone = { ...a.state, values: { [ERASED]: '2026-01-01T00:00:00.000Z' } }
    expect(conflictsOf([...a.rows.values()], stone, {})).toEqual([])
    const anything = fc.record({
      stamp: fc.oneof(fc.constantFrom('1', '2', '3'), fc.anything()),
      knew: fc.anything(),
      changes: fc.oneof(
        fc.anything(),
        fc.array(
          fc.record({
            path: fc.constantFrom('role', 'deletedAt', '__proto__'),
            replaced: fc.constantFrom('', '1', '2', '3'),
            after: fc.jsonValue(),
          }),
        ),
      ),
    })
    fc.assert(
      fc.property(fc.array(anything), (rows) => {
        const hostile = rows as unknown as History[]
        expect(Array.isArray(conflictsOf(hostile, a.state, {}))).toBe(true)
        expect(typeof isSuspect(hostile, a.state)).toBe('boolean')
      }),
    )
  })
})
