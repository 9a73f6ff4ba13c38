import fc from 'fast-check'

import { type RecordState, toState } from '../../../../../shared/change/index.ts'
import { sampleBook } from '../../../../../shared/sample/index.ts'

const STAMP = 'mik2x1y00.0000.k3j2h1g0f9'

/** Every record of the sample book, as it travels. */
export const sampleStates = (): RecordState[] => {
  const book = sampleBook({ today: '2026-11-30', now: '2026-11-30T08:00:00.000Z', currency: 'EUR' })
  return Object.entries(book).flatMap(([table, rows]) => rows.map((row) => toState(table, { ...row, stamp: STAMP })))
}

const text = fc.string({ unit: 'binary', maxLength: 30 })
const fieldName = text.map((name) => name.replaceAll('/', ''))
const plain = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }))

/** Any record state that the schema allows, strange ones foremost. */
export const anyState: fc.Arbitrary<RecordState> = fc
  .record(
    {
      table: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      id: fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
      values: fc
        .tuple(
          fc.dictionary(fieldName, plain, { maxKeys: 5 }),
          fc.dictionary(
            fc.tuple(fieldName, text).map(([field, entry]) => `${field}/${entry}`),
            fc.jsonValue({ maxDepth: 3 }),
            { maxKeys: 5 },
          ),
        )
        .map(([fields, entries]) => ({ ...fields, ...entries })),
      stamp: fc.string({ maxLength: 40 }),
      stamps: fc.dictionary(text, fc.string({ maxLength: 40 }), { maxKeys: 3 }),
    },
    { requiredKeys: ['table', 'id', 'values', 'stamp'] },
  )
  // What JSON makes of it: no -0, no objects without a prototype.
  .map((state) => structuredClone(JSON.parse(JSON.stringify(state))))
