import { describe, expect, it } from 'vitest'

import { isDayPath, readDay, readsTwoWays } from '../../../../../renderer/features/transfer/import/columns/days.ts'
import { plainCatalog } from '../../../../../shared/domain/index.ts'

describe('days that can be read in two ways', () => {
  it.each([[['03/04/1984', '5.6.90']], [['1-2-2024 10:00']]])('%j can', (samples) =>
    expect(readsTwoWays(samples)).toBe(true),
  )

  it.each([[['03/04/1984', '25/12/1990']], [['2024-03-04']], [['5/5/2024']], [['45631']], [[]]])(
    '%j can not',
    (samples) => expect(readsTwoWays(samples)).toBe(false),
  )

  it.each([
    ['03/04/1984', 'dmy', '1984-04-03'],
    ['03/04/1984', 'mdy', '1984-03-04'],
    ['3.4.84', 'dmy', '1984-04-03'],
    ['3.4.24', 'mdy', '2024-03-04'],
    ['soon', 'dmy', undefined],
  ] as const)('%s as %s is %s', (text, order, day) => expect(readDay(text, order)).toBe(day))

  it('are asked about only where a day goes', () => {
    expect(isDayPath('customers', 'birthday', plainCatalog)).toBe(true)
    expect(isDayPath('deals', 'closeDate', plainCatalog)).toBe(true)
    expect(isDayPath('customers', 'notes', plainCatalog)).toBe(false)
    expect(isDayPath('customers', '', plainCatalog)).toBe(false)
  })
})
