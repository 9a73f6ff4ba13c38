import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { hashOf } from '../../../../../electron/services/attachments/attachments.ts'
import { sealBytes } from '../../../../../electron/services/keys/aead.ts'
import { keyIdOf } from '../../../../../electron/services/keys/key-id.ts'
import { subkey } from '../../../../../electron/services/keys/subkey.ts'
import { recordText } from '../../../../../electron/services/lines/record-line.ts'
import { MAX_ENCODED_BLOB, UnreadableRecord } from '../../../../../electron/services/replicas/codec.ts'
import { DICTIONARY } from '../../../../../electron/services/replicas/dictionary.ts'
import { packRecord, unpackRecord } from '../../../../../electron/services/replicas/pack-record.ts'
import { pad, unpad } from '../../../../../electron/services/replicas/padding.ts'
import { sealedCodec } from '../../../../../electron/services/replicas/sealed-codec.ts'
import { MAX_ATTACHMENT } from '../../../../../shared/desktop-api.ts'
import { sampleStates } from './sample-states.ts'

const key = randomBytes(32)
const keyId = keyIdOf(key)
const codec = sealedCodec({ bookId: 'book-1', key, keyId })
const state = { table: 'customers', id: '1', values: { name: 'Živilė' }, stamp: 'a' }
const id = codec.idOf('customers', '1')
const sealedOf = (encoded: unknown): string => z.object({ sealed: z.string() }).parse(encoded).sealed

const reasonOf = (job: () => unknown): string => {
  try {
    job()
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableRecord) return error.reason
    throw error
  }
}

test('the largest attachment is no larger there than is taken back', () => {
  for (const size of [MAX_ATTACHMENT, MAX_ATTACHMENT - 1]) {
    const bytes = Buffer.alloc(size, 7)
    const encoded = codec.encodeBlob(hashOf(bytes), bytes)
    expect(encoded.length).toBeLessThanOrEqual(MAX_ENCODED_BLOB)
  }
})

test('what stands at the place tells nothing of the record, and is another text each time', () => {
  const text = JSON.stringify([id, codec.encode(state)])
  for (const known of ['customers', 'Živilė', 'name', '"1"']) expect(text).not.toContain(known)
  expect(JSON.stringify(codec.encode(state))).not.toBe(JSON.stringify(codec.encode(state)))
  expect(Object.keys(codec.encode(state)).sort()).toEqual(['key', 'sealed'])
})

test('another device with the key reads it; another key and another book do not', () => {
  const encoded = codec.encode(state)
  expect(sealedCodec({ bookId: 'book-1', key, keyId }).decode(id, encoded)).toEqual(state)
  expect(reasonOf(() => sealedCodec({ bookId: 'book-2', key, keyId }).decode(id, encoded))).toBe('damaged')
  const other = randomBytes(32)
  const others = sealedCodec({ bookId: 'book-1', key: other, keyId: keyIdOf(other) })
  expect(reasonOf(() => others.decode(id, encoded))).toBe('otherKey')
  expect(reasonOf(() => others.decode(id, { ...encoded, key: keyIdOf(other) }))).toBe('damaged')
  expect(others.idOf('customers', '1')).not.toBe(id)
})

test('one changed byte of what stands at the place: the record, or an error that says so', () => {
  const text = Buffer.from(JSON.stringify(codec.encode(state)))
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const other = Buffer.from(text)
      other[at] = (other[at] ?? 0) ^ change
      let parsed: unknown
      try {
        parsed = JSON.parse(other.toString('utf8'))
      } catch {
        return
      }
      try {
        expect(codec.decode(id, parsed)).toEqual(state)
      } catch (error) {
        if (!(error instanceof UnreadableRecord)) throw error
      }
    }),
    { numRuns: 3_000 },
  )
})

const sealedWith = (packed: Uint8Array) => ({
  key: keyId,
  sealed: sealBytes(subkey(key, 'records'), `fairbook record 1\nbook-1\n${id}\n${keyId}`, packed).toString('base64'),
})

test('who has the key still can not send what is no record, another record, or what fills the memory', () => {
  const decode = (packed: Uint8Array) => reasonOf(() => codec.decode(id, sealedWith(packed)))
  const json = Buffer.from(recordText(state))
  expect(decode(pad(Buffer.concat([Buffer.of(0), json])))).toBe('read')
  expect(decode(pad(Buffer.concat([Buffer.of(2), json])))).toBe('newer')
  expect(decode(Buffer.concat([Buffer.of(0), json]))).toBe('odd')
  expect(decode(Buffer.alloc(0))).toBe('odd')
  expect(decode(pad(Buffer.alloc(0)))).toBe('odd')
  expect(decode(pad(Buffer.from('\0{"table":')))).toBe('odd')
  expect(decode(pad(Buffer.concat([Buffer.of(1), json])))).toBe('odd')
  expect(decode(packRecord({ ...state, id: '2' }))).toBe('odd')
  const bomb = (spaces: number) => {
    const whole = Buffer.concat([json, Buffer.alloc(spaces, ' ')])
    return pad(Buffer.concat([Buffer.of(1), deflateRawSync(whole, { dictionary: DICTIONARY })]))
  }
  expect(decode(bomb(1_000))).toBe('read')
  expect(decode(bomb(80 * 1024 * 1024))).toBe('odd')
})

test('any bytes at all unpack to a record or an error that says so', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(0, 1), (bytes, how) => {
      expect(reasonOf(() => unpackRecord(pad(Buffer.concat([Buffer.of(how), bytes]))))).toBe('odd')
      expect(reasonOf(() => unpackRecord(bytes))).toMatch(/odd|newer/)
    }),
  )
})

test('padding comes off again, whatever the bytes end with', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.array(fc.constantFrom(0, 0x80)), (bytes, tail) => {
      const whole = Buffer.concat([bytes, Buffer.from(tail)])
      const padded = pad(whole)
      expect(unpad(padded)).toEqual(whole)
      expect(padded.length % 64).toBe(0)
      expect(padded.length).toBeLessThanOrEqual(Math.max((whole.length + 1) * 1.13, whole.length + 64))
    }),
  )
  expect(unpad(Buffer.alloc(64))).toBeUndefined()
})

test('the sample book sealed is smaller than its JSON, and its lengths tell next to nothing', () => {
  const states = sampleStates()
  const lengths = states.map((one) => sealedOf(codec.encode(one)).length)
  const plain = states.map((one) => Buffer.byteLength(recordText(one)))
  const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)
  expect(sum(lengths) / sum(plain)).toBeLessThan(0.75)
  expect(new Set(plain).size).toBeGreaterThan(400)
  expect(new Set(lengths).size).toBeLessThan(10)
})

test('what the first version sealed is read for ever', () => {
  const old = sealedCodec({ bookId: 'book-1', key: Buffer.alloc(32, 7), keyId: keyIdOf(Buffer.alloc(32, 7)) })
  expect(old.idOf('customers', '1')).toBe('rXBzOhNNatUVtikfDR0fs3I')
  expect(old.blobName('0'.repeat(64))).toBe('bccdcae5c3370ce11620205bf736dacd59219904071a8f7761a0da9c1bc3bfe45')
  expect(
    old.decode('rXBzOhNNatUVtikfDR0fs3I', {
      key: 'f62031b35ee79e6a',
      sealed:
        'Y1MNu3wJif5Nua7lkhR00dEn2RyFbbJEpqhoGT82+zd4FY6ewPs5twNsNfelVK5cI0YnkwPqY07OeQAejP+XOzwT0IvZ5firmOzcmKSEowCnLu+mLjOE1fIGElQ=',
    }),
  ).toEqual(state)
})
