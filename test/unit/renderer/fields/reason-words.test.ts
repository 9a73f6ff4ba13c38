import { expect, it } from 'vitest'

import { exactReason, reasonWords } from '../../../../renderer/fields/similar/reason-words.ts'
import { messages } from '../../../../renderer/i18n/messages/en/index.ts'
import { MATCH_REASONS } from '../../../../shared/matching/index.ts'

const reason = (field: string, level: string, weight = 5) => ({ field, level, weight })

it('has a word with a text for everything the matcher can say', () => {
  const dumb = MATCH_REASONS.flatMap(({ field, levels }) =>
    levels
      .filter((level) => {
        const { speaking } = reasonWords([reason(field, level)])
        return !speaking.some((word) => Object.hasOwn(messages, `duplicates.reason.${word}`))
      })
      .map((level) => `${field}.${level}`),
  )
  expect(dumb).toEqual([])
})

it('says the strongest first, each once, one name for both its parts, and what speaks against it apart', () => {
  const found = reasonWords([
    reason('email', 'exact', 14),
    reason('familyName', 'exact', 9),
    reason('givenName', 'exact', 6),
    reason('country', 'exact', 0.1),
    reason('city', 'differs', -1),
    reason('birthday', 'differs', -4),
  ])
  expect(found).toEqual({ speaking: ['email', 'name'], against: ['birthdayDiffers', 'cityDiffers'] })
  expect(reasonWords([reason('givenName', 'close'), reason('familyName', 'close')]).speaking).toEqual(['nameClose'])
})

it('knows the same e-mail and phone as more than a likeness', () => {
  expect(exactReason([reason('givenName', 'exact'), reason('phone', 'exact')])).toBe('phone')
  expect(exactReason([reason('phone', 'exact'), reason('email', 'exact')])).toBe('email')
  expect(exactReason([reason('email', 'domain'), reason('phone', 'close')])).toBeUndefined()
})
