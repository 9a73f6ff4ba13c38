import { expect, it } from 'vitest'

import { withChanges } from '../../../../../renderer/features/duplicates/found/use-scan.ts'
import { shownProbability, strengthOf } from '../../../../../renderer/features/duplicates/strength.ts'
import { createI18n } from '../../../../../renderer/i18n/index.ts'
import { messages } from '../../../../../renderer/i18n/messages/en/index.ts'

const pair = (a: string, b: string, probability = 0.9) => ({ a, b, probability, reasons: [] })

it('puts the pairs of what changed in the place of all its earlier ones', () => {
  const held = { pairs: [pair('a', 'b'), pair('b', 'c'), pair('c', 'd')], seq: 3 }
  const next = withChanges(held, { pairs: [pair('b', 'd')], changed: ['b'], seq: 5 })
  expect(next).toEqual({ pairs: [pair('c', 'd'), pair('b', 'd')], seq: 5 })
})

it('keeps the very pairs when nothing that counts has changed, so that nothing is drawn anew', () => {
  const held = { pairs: [pair('a', 'b')], seq: 3 }
  const next = withChanges(held, { pairs: [], changed: [], seq: 9 })
  expect(next.pairs).toBe(held.pairs)
  expect(next.seq).toBe(9)
})

it('never calls a likeness a hundred per cent', () => {
  const { format } = createI18n('en', messages)
  expect(shownProbability(format, 0.9999)).toBe('99%')
  expect([0.99, 0.9, 0.6].map(strengthOf)).toEqual(['sure', 'likely', 'possible'])
})
