import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseRecord, recordKey, recordText, tableOfKey } from '../../../../../electron/services/lines/record-line.ts'

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 })
const record = fc.record({
  table: name,
  id: name,
  values: fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.jsonValue(),
  ),
  stamp: fc.string({ maxLength: 20 }),
})

test('the key of a record is its table and id, read from the bytes alone', () => {
  fc.assert(
    fc.property(record, record, (a, b) => {
      const [keyA, keyB] = [a, b].map((state) => recordKey(Buffer.from(recordText(state as never))))
      expect(keyA === keyB).toBe(a.table === b.table && a.id === b.id)
      expect(tableOfKey(keyA ?? '')).toBe(a.table)
    }),
  )
})

test('names that look like the frame around them do not confuse the key', () => {
  const tricky = { table: '","id":"x', id: 'a","values":{', values: {}, stamp: 's' }
  const key = recordKey(Buffer.from(recordText(tricky))) ?? ''
  expect(tableOfKey(key)).toBe(tricky.table)
  expect(parseRecord(Buffer.from(recordText(tricky)))).toEqual(tricky)
})

test('what is no record state is not taken for one', () => {
  const wrong = [
    '{"table":"t","id":"i","values":{},"stamp":1}',
    '{"table":"","id":"i","values":{},"stamp":""}',
    '{"table":"t","id":"i","values":{},"stamp":"s","stamps":{"a":1}}',
    '{"table":"t","id":"i","values":{}',
    '{"id":"i","table":"t","values":{},"stamp":""}',
    'null',
  ]
  for (const text of wrong) expect(parseRecord(Buffer.from(text)), text).toBeUndefined()
})
