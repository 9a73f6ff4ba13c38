import fc from 'fast-check'
import { expect, it } from 'vitest'

import { rowFromBytes, rowToBytes } from '../../../../../renderer/data/sealed/row-bytes.ts'

const numbers = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float64Array({ noNaN: false }),
)
/** JSON has one zero; a row has no field of the name that objects use for their prototype. */
const json = fc
  .jsonValue({ noUnicodeString: false } as object)
  .map((value): unknown => JSON.parse(JSON.stringify(value)))
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    json,
    numbers,
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value

it('gives back any row as it was, with the columns of the read model and the bytes of files', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), values, { noNullPrototype: true }), (row) => {
      expect(rowFromBytes(rowToBytes(row))).toEqual(row)
    }),
  )
})

it('gives back numbers as the kind they were, wherever their bytes begin', () => {
  const row = {
    a: new Uint8Array([1, 2, 3]),
    deep: [{ b: new Float64Array([Number.NaN, -0, 1e300]) }],
    name: 'Živilė 🌻',
  }
  const bytes = rowToBytes(row)
  const shifted = new Uint8Array(bytes.length + 1)
  shifted.set(bytes, 1)
  const back = rowFromBytes(shifted.subarray(1)) as typeof row
  expect(back).toEqual(row)
  expect(back.deep[0]?.b).toBeInstanceOf(Float64Array)
})

it.each([
  ['a map', { m: new Map([['a', 1]]) }],
  ['a date', { d: new Date(0) }],
  ['a number that JSON lacks', { n: [Number.POSITIVE_INFINITY] }],
  ['a big number', { n: 1n }],
  ['numbers of another kind', { n: new BigInt64Array(1) }],
])('refuses %s, which would come back as something else', (_, row) => {
  expect(() => rowToBytes(row)).toThrow(TypeError)
})
