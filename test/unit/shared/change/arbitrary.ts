import fc from 'fast-check'

import { ERASED, type RecordState } from '../../../../shared/change/index.ts'
import { packState } from '../../../../shared/change/merge.ts'

const stamp = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('a', 'b'))
  .map(([time, device]) => `00000000${time}.0000.${device}`)
const plain = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.nat()))
const write = fc.oneof(
  fc.tuple(fc.constantFrom('name', 'status', 'notes'), stamp, fc.option(plain, { nil: undefined })),
  fc.tuple(
    fc.constantFrom('tags/a', 'tags/b/c', 'emails/1', '__proto__/x'),
    stamp,
    fc.option(fc.oneof(plain, fc.record({ value: fc.string() })), { nil: undefined }),
  ),
)

/** States of one record as replicas could hold them: few paths and stamps, so that they meet. */
export const stateArbitrary: fc.Arbitrary<RecordState> = fc
  .tuple(
    fc.array(write, { maxLength: 8 }),
    fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: stamp }),
  )
  .map(([writes, tombstone]) => {
    const values: RecordState['values'] = {}
    const stamps = new Map<string, string>()
    for (const [at, when, what] of writes) {
      stamps.set(at, when)
      if (what === undefined) delete values[at]
      else values[at] = what
    }
    if (tombstone) {
      values[ERASED] = '2026-01-01T00:00:00.000Z'
      stamps.set(ERASED, tombstone)
    }
    return packState('customers', 'c1', values, stamps)
  })
