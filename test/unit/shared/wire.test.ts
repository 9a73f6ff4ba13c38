import fc from 'fast-check'
import { expect, test } from 'vitest'

import { pack, unpack } from '../../../shared/wire.ts'

const text = {
  encode: (value: string) => new TextEncoder().encode(value),
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
}

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 50 }).map((bytes) => new Uint8Array(bytes)),
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('tree'), { maxKeys: 5 }).map((value) => ({ ...value })),
  ),
}))

test('whatever is packed is unpacked the same, bytes at any place', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(unpack(pack({ input: value }, text), text)).toEqual({ input: value })
    }),
  )
})

test('a message inside a larger buffer is read from its own place', () => {
  const message = pack({ bytes: new Uint8Array([1, 2, 3]), after: 'é' }, text)
  const larger = new Uint8Array(message.length + 7)
  larger.set(message, 7)
  expect(unpack(larger.subarray(7), text)).toEqual({ bytes: new Uint8Array([1, 2, 3]), after: 'é' })
})

test('Node’s buffers pass as bytes, not as what they call JSON', () => {
  expect(unpack(pack({ bytes: Buffer.from([5, 6]) }, text), text)).toEqual({ bytes: new Uint8Array([5, 6]) })
})

test('a message that was cut, lengthened or made up is refused', () => {
  const message = pack({ bytes: new Uint8Array([1, 2, 3]) }, text)
  for (let length = 0; length < message.length; length += 1)
    expect(() => unpack(message.subarray(0, length), text)).toThrow()
  expect(() => unpack(Uint8Array.from([...message, 0]), text)).toThrow()
  const made = (head: unknown) => {
    const json = text.encode(JSON.stringify(head))
    return Uint8Array.from([0, 0, 0, json.length, ...json])
  }
  expect(() => unpack(made({ value: {}, blobs: [{ path: ['__proto__', 'x'], length: 0 }] }), text)).toThrow()
  expect(() => unpack(made({ value: {}, blobs: [{ path: ['absent'], length: 0 }] }), text)).toThrow()
  expect(() => unpack(made({ value: null, blobs: [{ path: [], length: 0 }] }), text)).toThrow()
})
