import fc from 'fast-check'

import {
  type Clock,
  createClock,
  flatten,
  type Json,
  merge,
  packState,
  type RecordState,
  type Stamp,
  stampOf,
} from '../../../../shared/change/index.ts'
import type { FieldChange, History } from '../../../../shared/domain/index.ts'

/** One record as one device has it, and the history that it knows. */
export type Device = {
  state: RecordState
  rows: Map<string, History & { stamp: Stamp }>
  clock: Clock
  undo: FieldChange[][]
}

const START = '2026-01-01T00:00:00.000Z'

export const createDevices = (count: number): Device[] => {
  let now = 1_800_000_000_000
  const wall = () => {
    now += 1_000
    return now
  }
  const values = { createdAt: START, role: 'first' }
  const state: RecordState = { table: 'customers', id: 'c', values, stamp: createClock('origin', wall).next() }
  return Array.from({ length: count }, (_, at) => ({
    state: structuredClone(state),
    rows: new Map(),
    clock: createClock(`d${at}`, wall),
    undo: [],
  }))
}

/** Writes values as `book.write` does: stamps them, and says in the history which stamps they replaced. */
export const write = (device: Device, patch: Readonly<Record<string, Json | undefined>>): void => {
  const { state, rows, clock } = device
  const changes = Object.entries(patch).flatMap(([path, after]): FieldChange[] => {
    const before = state.values[path]
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    return [
      {
        path,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        replaced: stampOf(state, path),
      },
    ]
  })
  if (changes.length === 0) return
  const stamp = clock.next(...changes.map(({ replaced }) => replaced || undefined))
  const stamps = new Map(
    [...Object.keys(state.values), ...Object.keys(state.stamps ?? {})].map((path) => [path, stampOf(state, path)]),
  )
  const isDeleted = state.values['deletedAt'] !== undefined
  const deletes = changes.some(({ path, after }) => path === 'deletedAt' && after !== undefined)
  const knew = isDeleted ? [stampOf(state, 'deletedAt')] : deletes ? [...new Set(stamps.values())] : undefined
  const values = { ...state.values }
  for (const { path, after } of changes) {
    stamps.set(path, stamp)
    if (after === undefined) delete values[path]
    else values[path] = after
  }
  device.state = packState(state.table, state.id, flatten(values), stamps)
  const id = `h-${stamp}`
  rows.set(id, {
    id,
    recordTable: 'customers',
    recordId: 'c',
    writeId: id,
    what: 'customerChanged',
    changes,
    createdAt: START,
    createdBy: clock.device,
    stamp,
    ...(knew && { knew }),
  })
  device.undo.push(changes)
}

/** Takes back the last write where nobody has written since. */
export const undo = (device: Device): void => {
  const changes = device.undo.pop() ?? []
  const own = changes.filter(({ path, after }) => JSON.stringify(device.state.values[path]) === JSON.stringify(after))
  write(device, Object.fromEntries(own.map(({ path, before }) => [path, before])))
  device.undo.pop()
}

/** One device hears all that another knows. */
export const hear = (to: Device, from: Device): void => {
  to.state = merge(to.state, from.state)
  for (const [id, row] of from.rows) to.rows.set(id, row)
}

const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      path: fc.constantFrom('role', 'tags/x'),
      value: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('trash' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hear' as const), from: fc.nat({ max: 2 }) }) },
)

export const stepsArbitrary = fc.array(fc.record({ device: fc.nat({ max: 2 }), act }), { maxLength: 16 })
export type Step = { device: number; act: typeof act extends fc.Arbitrary<infer T> ? T : never }

export const run = (devices: readonly Device[], steps: readonly Step[]): void => {
  for (const { device: at, act: what } of steps) {
    const device = devices[at % devices.length]
    if (!device) continue
    if (what.do === 'set') write(device, { [what.path]: what.value })
    else if (what.do === 'trash' && device.state.values['deletedAt'] === undefined)
      write(device, { deletedAt: `2026-01-02T00:00:0${at}.000Z` })
    else if (what.do === 'restore') write(device, { deletedAt: undefined })
    else if (what.do === 'undo') undo(device)
    else if (what.do === 'hear') {
      const from = devices[what.from % devices.length]
      if (from && from !== device) hear(device, from)
    }
  }
}

/** Everyone hears everyone. */
export const heal = (devices: readonly Device[]): void => {
  for (const to of devices) for (const from of devices) if (to !== from) hear(to, from)
  for (const to of devices) for (const from of devices) if (to !== from) hear(to, from)
}
