import { expect, it } from 'vitest'

import { isAboutKey, keyErrorText } from '../../../../../renderer/features/sync/place/key-errors.ts'
import { createI18n } from '../../../../../renderer/i18n/index.ts'
import { messages as en } from '../../../../../renderer/i18n/messages/en/index.ts'
import { AppError } from '../../../../../shared/app-error.ts'

const i18n = createI18n('en', en)

it('a slip in a recovery key is told at its field, and from another key', () => {
  const slip = new AppError('invalidInput')
  expect(isAboutKey(slip)).toBe(true)
  expect(keyErrorText(i18n, slip)).toContain('mistyped')
  expect(keyErrorText(i18n, new AppError('wrongPassphrase'))).toContain('neither')
})

it('what another key would not help is not told at its field', () => {
  expect(isAboutKey(new AppError('syncUnreachable'))).toBe(false)
  expect(isAboutKey(undefined)).toBe(false)
})
