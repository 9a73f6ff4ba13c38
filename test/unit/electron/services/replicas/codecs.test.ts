import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { keyIdOf } from '../../../../../electron/services/keys/key-id.ts'
import { type RecordCodec, UnreadableRecord } from '../../../../../electron/services/replicas/codec.ts'
import { openCodec } from '../../../../../electron/services/replicas/open-codec.ts'
import { sealedCodec } from '../../../../../electron/services/replicas/sealed-codec.ts'
import { recordStateSchema } from '../../../../../shared/change/index.ts'
import { anyState, sampleStates } from './sample-states.ts'

const key = randomBytes(32)
const sealed = sealedCodec({ bookId: 'book-1', key, keyId: keyIdOf(key) })
const open = openCodec()

const travelled = (encoded: unknown): unknown => JSON.parse(JSON.stringify(encoded))
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const reasonOf = (job: () => unknown): string => {
  try {
    job()
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableRecord) return error.reason
    throw error
  }
}

describe.each<[string, RecordCodec]>([
  ['in the open', open],
  ['sealed', sealed],
])('%s', (_, codec) => {
  test('every record comes back as it was, and anything that comes back is by the schema', () => {
    for (const state of sampleStates())
      expect(codec.decode(codec.idOf(state.table, state.id), travelled(codec.encode(state)))).toEqual(state)
    fc.assert(
      fc.property(anyState, (state) => {
        const back = codec.decode(codec.idOf(state.table, state.id), travelled(codec.encode(state)))
        expect(back).toEqual(state)
        expect(recordStateSchema.safeParse(back).success).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('ids are the same each time, start with a letter, are not too long, and no two records share one', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(name, name, name, name, (table, id, table2, id2) => {
        const one = codec.idOf(table, id)
        expect(codec.idOf(table, id)).toBe(one)
        expect(one).toMatch(/^[A-Za-z][A-Za-z0-9._~%:-]{0,319}$/)
        if (table !== table2 || id !== id2) expect(codec.idOf(table2, id2)).not.toBe(one)
      }),
    )
    const near = [
      ['a', 'b:c'],
      ['a:b', 'c'],
      ['a', '\ud800'],
      ['a', '\ud801'],
      ['a', '\ufffd'],
      ['a', '%uD800'],
      ['a\0b', 'c'],
      ['a', 'b\0c'],
      ['_design', 'x'],
      ['r~_design', 'x'],
      ['1', 'x'],
      ['a', '\u{1f600}'.repeat(99)],
      ['a', '\u{1f600}'.repeat(98)],
      ['a', '%F0%9F%98%80'],
    ] as const
    expect(new Set(near.map(([table, id]) => codec.idOf(table, id))).size).toBe(near.length)
  })

  test('a record under the id of another one is not taken', () => {
    const [one, two] = sampleStates()
    if (!one || !two) throw new Error('no sample')
    expect(reasonOf(() => codec.decode(codec.idOf(two.table, two.id), codec.encode(one)))).toMatch(/odd|damaged/)
  })

  test.each([
    undefined,
    null,
    0,
    '',
    [],
    {},
    { record: null },
    { record: {} },
    { sealed: 1 },
    { key: 'x' },
    { sealed: '', key: '' },
  ])('%j is no record', (encoded) => {
    expect(reasonOf(() => codec.decode('customers:1', encoded))).toBe('odd')
  })

  test('attachments come back as they were, under a name that is fit for any place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const sha256 = hash(bytes)
        const stored = codec.encodeBlob(sha256, bytes)
        expect(new Uint8Array(codec.decodeBlob(sha256, stored))).toEqual(bytes)
        expect(codec.blobName(sha256)).toMatch(/^[a-z0-9]{64,65}$/)
        expect(reasonOf(() => codec.decodeBlob(hash(Buffer.of(1)), stored))).toMatch(
          bytes.length === 1 && bytes[0] === 1 ? /read/ : /damaged/,
        )
      }),
    )
  })

  test('other bytes than those of the hash are not taken, whoever put them there', () => {
    const sha256 = hash(Buffer.from('photo'))
    expect(reasonOf(() => codec.decodeBlob(sha256, codec.encodeBlob(sha256, Buffer.from('other'))))).toBe('damaged')
  })

  test('one changed byte of a stored attachment, or a cut, is noticed', () => {
    const bytes = randomBytes(100)
    const sha256 = hash(bytes)
    const stored = Buffer.from(codec.encodeBlob(sha256, bytes))
    for (let at = 0; at < stored.length; at += 1) {
      const other = Buffer.from(stored)
      other[at] = (other[at] ?? 0) ^ 1
      expect(reasonOf(() => codec.decodeBlob(sha256, other))).toMatch(/damaged|otherKey|newer/)
      expect(reasonOf(() => codec.decodeBlob(sha256, stored.subarray(0, at)))).toBe('damaged')
    }
  })
})

test('an open record is odd where records are sealed, and a sealed one where they are open', () => {
  const [state] = sampleStates()
  if (!state) throw new Error('no sample')
  expect(reasonOf(() => sealed.decode(sealed.idOf(state.table, state.id), open.encode(state)))).toBe('odd')
  expect(reasonOf(() => sealed.decode(open.idOf(state.table, state.id), open.encode(state)))).toBe('odd')
  expect(reasonOf(() => open.decode(open.idOf(state.table, state.id), sealed.encode(state)))).toBe('odd')
})

test('in the open: what the schema would refuse is odd', () => {
  const state = { table: 'customers', id: '1', values: {}, stamp: 'a' }
  const decode = (change: object) => reasonOf(() => open.decode('customers:1', { record: { ...state, ...change } }))
  let deep: unknown = 1
  for (let level = 0; level < 10_000; level += 1) deep = [deep]
  expect(decode({})).toBe('read')
  expect(decode({ other: 1 })).toBe('read')
  for (const change of [
    { table: '' },
    { id: 7 },
    { id: '2' },
    { values: [] },
    { values: { name: { first: 'A' } } },
    { values: { deep } },
    { values: { 'deep/er': deep } },
    { values: { big: Number.POSITIVE_INFINITY } },
    { values: { 'map/entry': { list: [Number.NEGATIVE_INFINITY] } } },
    { stamp: 'x'.repeat(101) },
    { stamps: { a: 1 } },
    { stamps: null },
  ])
    expect(decode(change)).toBe('odd')
})
