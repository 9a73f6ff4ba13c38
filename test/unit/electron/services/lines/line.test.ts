import fc from 'fast-check'
import { expect, test } from 'vitest'

import { decodeLine, encodeLine, rescueLines } from '../../../../../electron/services/lines/line.ts'

const line = (json: string) => Buffer.from(encodeLine(json)).subarray(0, -1)

test('a line gives back the bytes it was made of', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value)
      expect(decodeLine(line(json))?.toString()).toBe(json)
    }),
  )
})

test('a line is plain JSON for any other program', () => {
  expect(JSON.parse(encodeLine('{"a":1}'))).toMatchObject({ data: { a: 1 } })
})

test('one changed byte anywhere in a line is noticed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), fc.integer({ min: 1, max: 255 }), (value, where, change) => {
      const bytes = line(JSON.stringify(value))
      const at = where % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ change
      expect(decodeLine(bytes)).toBeUndefined()
    }),
    { numRuns: 2_000 },
  )
})

test('a line that was cut short is noticed, wherever it was cut', () => {
  const bytes = line('{"name":"Živilė"}')
  for (let length = 0; length < bytes.length; length += 1) expect(decodeLine(bytes.subarray(0, length))).toBeUndefined()
})

test('two lines whose newline was lost are both found again', () => {
  const texts = ['{"a":{"data":1}}', '{"b":"{\\"data\\":2}"}', '{"data":{"data":3}}']
  const joined = Buffer.concat(texts.flatMap((text) => [line(text), Buffer.from('X')]))
  expect(rescueLines(joined).map(String)).toEqual(texts)
})

test('nothing is rescued from noise', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      expect(rescueLines(Buffer.from(noise))).toEqual([])
    }),
  )
  expect(rescueLines(Buffer.from('{"data":'.repeat(10_000)))).toEqual([])
})
