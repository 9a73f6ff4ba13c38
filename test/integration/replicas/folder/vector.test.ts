import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  digestOf,
  emptyVector,
  parseVector,
  printVector,
  type Vector,
} from '../../../../electron/services/replicas/folder/vector.ts'

const EPOCH = '00112233445566aa'

const letters = [...'ABCXYZabcxyz0189_-']
const hex = (digits: number) => fc.nat(16 ** digits - 1).map((number) => number.toString(16).padStart(digits, '0'))
const key = fc.string({ unit: fc.constantFrom(...letters), minLength: 10, maxLength: 10 })
const offset = fc.nat(2 ** 40)
const position = fc.oneof(
  fc.constant('all' as const),
  fc.record({ offset, print: hex(8) }),
  fc.record({ offset, print: hex(8), flaw: fc.record({ from: offset, to: offset, sum: hex(8) }) }),
)
const vectors: fc.Arbitrary<Vector> = fc.record({
  files: fc.array(fc.tuple(key, position), { maxLength: 30 }).map((entries) => new Map(entries)),
  whole: fc.array(fc.tuple(key, key), { maxLength: 10 }).map((entries) => new Map(entries)),
  complete: fc.boolean(),
})

/** One device that has just these files. */
const foundAs = (vector: Vector) => [
  { key: 'device-key', files: [...vector.files.keys()].map((name) => ({ key: name, size: 1 })) },
]

test('a vector is read from its cursor as it was, but not in another life of the target', () => {
  fc.assert(
    fc.property(vectors, (vector) => {
      const cursor = printVector(EPOCH, structuredClone(vector), foundAs(vector))
      expect(parseVector(EPOCH, cursor)).toEqual(vector)
      expect(parseVector('ffffffffffffffff', cursor)).toBeUndefined()
    }),
  )
})

test('positions in files that are gone are kept while they are few', () => {
  const many = (count: number): Vector => ({
    ...emptyVector(),
    files: new Map(Array.from({ length: count }, (_, n) => [String(n).padStart(10, '0'), 'all'])),
  })
  expect(parseVector(EPOCH, printVector(EPOCH, many(150), []))?.files.size).toBe(150)
  expect(parseVector(EPOCH, printVector(EPOCH, many(250), []))?.files.size).toBe(0)
})

test('when there are too many files, a device that was read to its end is one digest; one that was not stays', () => {
  const filesOf = (device: string) =>
    Array.from({ length: 3_000 }, (_, n) => ({ key: `${device}${String(n).padStart(9, '0')}`, size: 7 }))
  const found = ['a', 'b'].map((device) => ({ key: `device---${device}`, files: filesOf(device) }))
  const files: Vector['files'] = new Map()
  for (const { key: name, size } of found.flatMap((device) => device.files))
    files.set(name, { offset: size, print: '00000000' })
  files.set('b000000005', { offset: 3, print: '00000000' })
  const cursor = printVector(EPOCH, { ...emptyVector(), files }, found)
  const parsed = parseVector(EPOCH, cursor)
  expect([...(parsed?.whole ?? [])]).toEqual([['device---a', digestOf(filesOf('a'))]])
  expect(parsed?.files.size).toBe(3_000)
  expect(digestOf(filesOf('a').slice(1))).not.toBe(digestOf(filesOf('a')))
})
