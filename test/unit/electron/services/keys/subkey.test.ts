import { hkdfSync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'

import { subkey } from '../../../../../electron/services/keys/subkey.ts'

const hex = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(new Uint8Array(bytes)).toString('hex')

test('HKDF answers as test case 1 and 3 of RFC 5869', () => {
  const ikm = Buffer.alloc(22, 0x0b)
  const salt = Buffer.from('000102030405060708090a0b0c', 'hex')
  expect(hex(hkdfSync('sha256', ikm, salt, Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'), 42))).toBe(
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  )
  expect(hex(hkdfSync('sha256', ikm, new Uint8Array(), '', 42))).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  )
})

test('each purpose has a key of its own, the same each time', () => {
  const key = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex')
  // What is sealed with these is read for as long as the book lives.
  expect(hex(subkey(key, 'records'))).toBe('06b15bd13438d6281ae915eaaf36239648ae8032edd0545f6ceb71252794b3c9')
  expect(hex(subkey(key, 'record ids'))).toBe('589bd60ab0e7c1519a337863a6263abcc01c1e38c043957e21a0044bdac0014c')
  expect(subkey(randomBytes(32), 'records')).not.toEqual(subkey(key, 'records'))
})

test('a key of another length is refused', () => {
  expect(() => subkey(new Uint8Array(31), 'records')).toThrow('32')
})
