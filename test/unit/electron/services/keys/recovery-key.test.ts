import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  newRecoveryBytes,
  readRecoveryKey,
  recoveryKeyText,
} from '../../../../../electron/services/keys/recovery-key.ts'

const bytes20 = fc.uint8Array({ minLength: 20, maxLength: 20 })

test('every recovery key is read back as it was printed', () => {
  fc.assert(
    fc.property(bytes20, (bytes) => {
      const text = recoveryKeyText(bytes)
      expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readRecoveryKey(text)).toEqual(bytes)
    }),
  )
  expect(newRecoveryBytes()).not.toEqual(newRecoveryBytes())
})

test('case, blanks, dashes and look-alikes do not count, nor whose digits they are', () => {
  fc.assert(
    fc.property(bytes20, (bytes) => {
      const text = recoveryKeyText(bytes)
      const sloppy = ` ${text.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`
      expect(readRecoveryKey(sloppy)).toEqual(bytes)
      expect(readRecoveryKey(text.replaceAll('-', '').replaceAll('1', 'i'))).toEqual(bytes)
      const persian = text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
      const arabic = text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
      const wide = text.replace(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
      for (const other of [persian, arabic, wide]) expect(readRecoveryKey(other)).toEqual(bytes)
    }),
  )
})

test('a slip of the hand is told: one digit other, two exchanged, one missing or too many', () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, at) => at * 13)
  const digits = recoveryKeyText(bytes).replaceAll('-', '')
  for (let at = 0; at < digits.length; at += 1) {
    for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
      if (other !== digits[at])
        expect(readRecoveryKey(`${digits.slice(0, at)}${other}${digits.slice(at + 1)}`)).toBeUndefined()
    if (at > 0 && digits[at] !== digits[at - 1])
      expect(
        readRecoveryKey(`${digits.slice(0, at - 1)}${digits[at]}${digits[at - 1]}${digits.slice(at + 1)}`),
      ).toBeUndefined()
    expect(readRecoveryKey(digits.slice(0, at) + digits.slice(at + 1))).toBeUndefined()
    expect(readRecoveryKey(`${digits.slice(0, at)}0${digits.slice(at)}`)).toBeUndefined()
  }
})

test('any text at all is read without a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      expect(readRecoveryKey(text)).toBeUndefined()
    }),
  )
})
