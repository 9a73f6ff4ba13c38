import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { openBytes, SEAL_BYTES, SealBroken, sealBytes } from '../../../../../electron/services/keys/aead.ts'

const key = randomBytes(32)

test('what was sealed opens to the same bytes, and only with the same key and the same additional data', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (aad, bytes) => {
      const sealed = sealBytes(key, aad, bytes)
      expect(sealed.length).toBe(bytes.length + SEAL_BYTES)
      expect(new Uint8Array(openBytes(key, aad, sealed))).toEqual(bytes)
      expect(() => openBytes(randomBytes(32), aad, sealed)).toThrow(SealBroken)
      expect(() => openBytes(key, Buffer.concat([aad, Buffer.of(0)]), sealed)).toThrow(SealBroken)
    }),
  )
})

test('one changed byte anywhere, or a byte less or more, is noticed', () => {
  const bytes = Buffer.from('Živilė Kazlauskienė, +370 612 34567')
  const sealed = sealBytes(key, 'customers', bytes)
  for (let at = 0; at < sealed.length; at += 1)
    for (const change of [1, 0x80, 0xff]) {
      const other = Buffer.from(sealed)
      other[at] = (other[at] ?? 0) ^ change
      expect(() => openBytes(key, 'customers', other)).toThrow(SealBroken)
    }
  for (let length = 0; length < sealed.length; length += 1)
    expect(() => openBytes(key, 'customers', sealed.subarray(0, length))).toThrow(SealBroken)
  expect(() => openBytes(key, 'customers', Buffer.concat([sealed, Buffer.of(0)]))).toThrow(SealBroken)
})

test('the same bytes are never sealed the same way twice', () => {
  const all = Array.from({ length: 1_000 }, () => sealBytes(key, '', Buffer.of(1)).toString('hex'))
  expect(new Set(all).size).toBe(1_000)
  expect(new Set(all.map((one) => one.slice(0, 24))).size).toBe(1_000)
})

test('test cases 14 and 16 of the GCM specification (McGrew and Viega, appendix B) open', () => {
  const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
  const zeros = Buffer.alloc(32)
  const sealed14 = hex('000000000000000000000000 cea7403d4d606b6e074ec5d3baf39d18 d0d1c8a799996bf0265b98b5d48ab919')
  expect(openBytes(zeros, '', sealed14)).toEqual(Buffer.alloc(16))
  const sealed16 = hex(
    'cafebabefacedbaddecaf888' +
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
      '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  )
  const key16 = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
  expect(openBytes(key16, hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'), sealed16).toString('hex')).toBe(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
      '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  )
})
