import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  isStrongEnough,
  MIN_PASSPHRASE,
  normalPassphrase,
  passphraseStrength,
} from '../../../../shared/passphrase/index.ts'

test.each([
  ['z\u030calia', 'žalia'],
  ['a\u00a0b', 'a b'],
  ['  two words ', 'two words'],
  ['۱۲۳٤٥٦', '123456'],
  ['كيف', 'کیف'],
  ['می\u200cروم', 'میروم'],
  ['ＡＢＣ１', 'ABC1'],
  ['Straße', 'Straße'],
])('%j is %j however it was typed', (typed, normal) => {
  expect(normalPassphrase(typed)).toBe(normal)
})

test('what is normal stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const once = normalPassphrase(typed)
      expect(normalPassphrase(once)).toBe(once)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['', 'weak', 'tooShort'],
  ['xK7#qp', 'weak', 'tooShort'],
  ['       a       ', 'weak', 'tooShort'],
  ['\u{1f600}\u{1f600}\u{1f600}\u{1f600}', 'weak', 'tooShort'],
  ['password', 'weak', 'common'],
  ['Password2026!', 'weak', 'common'],
  ['пароль123', 'weak', 'common'],
  ['slaptažodis1', 'weak', 'common'],
  ['password1234', 'weak', 'common'],
  ['Password password!', 'weak', 'common'],
  ['admin+winter24', 'weak', 'common'],
  ['пароль Москва', 'weak', 'common'],
  ['aaaaaaaaaaaaaaaa', 'weak', 'repeats'],
  ['abababababababab', 'weak', 'repeats'],
  ['123456789012', 'weak', 'sequence'],
  ['۱۲۳۴۵۶۷۸', 'weak', 'sequence'],
  ['poiuytrewq', 'weak', 'sequence'],
  ['14031986', 'weak', 'couldBeLonger'],
  ['blue table', 'weak', 'couldBeLonger'],
  ['дубовыйстол', 'weak', 'couldBeLonger'],
  ['blue table rain', 'fair', 'couldBeLonger'],
  ['7 дубовых столов', 'fair', 'couldBeLonger'],
  ['correct horse battery staple', 'good', 'fine'],
  ['сосна медведь четверг чайник', 'good', 'fine'],
  ['ąžuolas septynios kėdės lietus', 'good', 'fine'],
  ['دریا کتاب پنجره باران', 'good', 'fine'],
  ['winter comes to the harbour', 'good', 'fine'],
  ['vR8$kq2!Zm4w', 'good', 'fine'],
])('%j is %s: %s', (typed, level, reason) => {
  expect(passphraseStrength(typed)).toEqual({ level, reason })
  expect(isStrongEnough(typed)).toBe(level !== 'weak')
})

test('any text has a strength, and what is too short is never more than weak', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const { level, reason } = passphraseStrength(typed)
      expect(reason === 'tooShort').toBe([...normalPassphrase(typed)].length < MIN_PASSPHRASE)
      expect(['weak', 'fair', 'good']).toContain(level)
    }),
  )
})
