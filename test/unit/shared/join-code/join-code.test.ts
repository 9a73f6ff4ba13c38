import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { AppError } from '../../../../shared/app-error.ts'
import { fromBase64url, toBase64url } from '../../../../shared/join-code/base64url.ts'
import { type JoinCode, readJoinCode, writeJoinCode } from '../../../../shared/join-code/index.ts'

const usual: JoinCode = {
  place: {
    kind: 'couchdb',
    url: 'https://couch.oak-interiors.example.com:6984',
    database: 'fairbook-018c727a-ce20-7a8f-b56d-f0645887079e',
    user: 'živilė',
  },
  bookId: '018c727a-ce20-7a8f-b56d-f0645887079e',
  key: Uint8Array.from({ length: 32 }, (_, at) => at * 7),
}

const codeOf = (text: string): string => {
  try {
    readJoinCode(text)
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

const place: fc.Arbitrary<JoinCode['place']> = fc.oneof(
  fc.record({
    kind: fc.constant('folder' as const),
    path: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  }),
  fc.record(
    {
      kind: fc.constant('couchdb' as const),
      url: fc.webUrl(),
      database: fc.stringMatching(/^[a-z][a-z0-9_$()+/-]{0,60}$/),
      user: fc.string({ unit: 'grapheme', maxLength: 50 }),
    },
    { requiredKeys: ['kind', 'url', 'database'] },
  ),
  fc.constant({ kind: 'file' as const }),
)
const joinCode: fc.Arbitrary<JoinCode> = fc.record(
  {
    place,
    bookId: fc.uuid(),
    key: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    password: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
  },
  { requiredKeys: ['place', 'bookId'] },
)

test('base64url is that of everyone else', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
    }),
  )
  for (const text of ['A', 'AB=', 'A+', 'AB ', 'AAAB=', 'AB\u0661', 'AR']) expect(fromBase64url(text)).toBeUndefined()
})

test('every code is read as it was written, also with the line breaks of a message in it', () => {
  fc.assert(
    fc.property(joinCode, (parts) => {
      const text = writeJoinCode(parts)
      expect(text).toMatch(/^FB1\.[A-Za-z0-9_-]+$/)
      expect(readJoinCode(text)).toEqual(parts)
      expect(readJoinCode(` ${text.replace(/(.{20})/g, '$1\r\n')} `)).toEqual(parts)
    }),
  )
})

test('a usual code is short enough for a QR code that a camera reads at once', () => {
  expect(writeJoinCode(usual).length).toBeLessThan(400)
  expect(writeJoinCode({ ...usual, password: 'x'.repeat(40) }).length).toBeLessThan(600)
})

test('one changed letter anywhere, a letter less or more: told, and never read as another code', () => {
  const text = writeJoinCode(usual)
  for (let at = 0; at < text.length; at += 1) {
    for (const other of ['A', 'b', '7', '-', '.', '\u0661', '\ud800'])
      if (text[at] !== other)
        expect(codeOf(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)).toMatch(/invalidInput|newerFormat/)
    expect(codeOf(text.slice(0, at))).toBe('invalidInput')
    expect(codeOf(`${text.slice(0, at)}A${text.slice(at)}`)).toMatch(/invalidInput|newerFormat/)
  }
})

test('one of a later version is told from one that makes no sense', () => {
  expect(codeOf(writeJoinCode(usual).replace('FB1.', 'FB2.'))).toBe('newerFormat')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(codeOf(text)).toBe('invalidInput')
    }),
  )
})

test('a code that someone made with odd things in it is not taken', () => {
  const made = (body: Uint8Array) => {
    const check = sha256(Buffer.concat([Buffer.from('fairbook join code 1\n'), body])).slice(0, 4)
    return `FB1.${Buffer.concat([check, body]).toString('base64url')}`
  }
  const parts = { p: { kind: 'file' }, b: 'book-1' }
  const json = (change: object) => codeOf(made(Buffer.from(JSON.stringify({ ...parts, ...change }))))
  expect(json({})).toBe('read')
  for (const change of [
    { p: { kind: 'ftp' } },
    { p: { kind: 'folder', path: '' } },
    { b: '../book' },
    { k: 'short' },
    { k: 'A'.repeat(42) },
    { k: `${'A'.repeat(42)}B` },
    { k: `${'A'.repeat(42)}=` },
    { w: '' },
    { w: 'x'.repeat(1_001) },
  ])
    expect(json(change)).toBe('invalidInput')
  expect(codeOf(made(Buffer.of(0xff, 0xfe)))).toBe('invalidInput')
  expect(codeOf(made(Buffer.from('null')))).toBe('invalidInput')
})
