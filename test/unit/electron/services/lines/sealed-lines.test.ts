import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decodeLine, encodePieces } from '../../../../../electron/services/lines/line.ts'
import { plainLines } from '../../../../../electron/services/lines/line-codec.ts'
import { sealedLines } from '../../../../../electron/services/lines/sealed-lines.ts'

const key = randomBytes(32)
const sealed = sealedLines(key, '0123456789abcdef', true)
const opening = sealedLines(key, '0123456789abcdef', false)

const dataOf = (json: string, codec = sealed): Buffer => {
  const line = Buffer.concat(encodePieces(codec.encode(Buffer.from(json))))
  return decodeLine(line.subarray(0, -1)) ?? Buffer.alloc(0)
}

test('a sealed line is JSON for any other program, holds one text, and gives back the bytes it was made of', () => {
  fc.assert(
    fc.property(
      fc.jsonValue().map((value) => JSON.stringify({ value })),
      (json) => {
        const data = dataOf(json)
        expect(JSON.parse(data.toString())).toMatch(/^[A-Za-z0-9+/]+=*$/)
        expect(data.includes(json)).toBe(false)
        expect(sealed.decode(data)?.toString()).toBe(json)
        expect(opening.decode(data)?.toString()).toBe(json)
      },
    ),
  )
})

test('plain lines are read beside sealed ones, and written while the lock is taken off', () => {
  expect(sealed.decode(Buffer.from('{"a":1}'))?.toString()).toBe('{"a":1}')
  expect(dataOf('{"a":1}', opening).toString()).toBe('{"a":1}')
})

test('where all is sealed a plain record is none, a header still is one', () => {
  const strict = sealedLines(key, '0123456789abcdef', true, true)
  const record = Buffer.from('{"table":"customers","id":"a","values":{},"stamp":"1"}')
  expect(strict.decode(record)).toBeUndefined()
  expect(strict.decode(dataOf(record.toString(), strict))?.toString()).toBe(record.toString())
  expect(strict.decode(Buffer.from('{"format":2}'))?.toString()).toBe('{"format":2}')
})

test('what was changed, or sealed with another key, does not open', () => {
  const data = dataOf('{"name":"Živilė"}')
  expect(sealedLines(randomBytes(32), 'fedcba9876543210', true).decode(data)).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (where, change) => {
      const bytes = Buffer.from(data)
      const at = 1 + (where % (bytes.length - 2))
      bytes[at] = (bytes[at] ?? 0) ^ change
      // Base64 has letters that stand for the same bits at the end, and its URL form.
      expect(sealed.decode(bytes)?.toString() ?? '{"name":"Živilė"}').toBe('{"name":"Živilė"}')
    }),
    { numRuns: 1_000 },
  )
})

test('a book without a key does not take sealed lines for damage', () => {
  expect(() => plainLines.decode(dataOf('{"a":1}'))).toThrow(expect.objectContaining({ code: 'keysDamaged' }))
  expect(plainLines.decode(Buffer.from('{"a":1}'))?.toString()).toBe('{"a":1}')
})
