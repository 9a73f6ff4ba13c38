import { describe, expect, it } from 'vitest'

import { growth, sumsOf } from '../../../../../renderer/features/today/sums.ts'

const rows = [
  { keys: ['EUR'], values: [2, 500_00, 250_00] },
  { keys: ['GBP'], values: [1, 10_00, 5_00] },
  { keys: ['USD'], values: [3, 900_00, 90_00] },
]

describe('sums of several currencies', () => {
  it('put the book’s currency in front and never add up others', () => {
    const { main, others, count } = sumsOf(rows, 'EUR')
    expect(main).toEqual({ currency: 'EUR', value: 500_00, weighted: 250_00 })
    expect(others.map(({ currency }) => currency)).toEqual(['USD', 'GBP'])
    expect(count).toBe(6)
  })

  it('show the largest where the book’s currency has nothing', () => {
    expect(sumsOf(rows.slice(1), 'EUR').main.currency).toBe('USD')
    expect(sumsOf([{ keys: ['USD'], values: [4, 0] }], 'EUR')).toEqual({
      main: { currency: 'EUR', value: 0, weighted: 0 },
      others: [],
      count: 4,
    })
  })

  it('grow only over something in the same currency', () => {
    const of = (currency: string, value: number) => ({ currency, value, weighted: 0 })
    expect(growth(of('EUR', 118), of('EUR', 100))).toBeCloseTo(0.18)
    expect(growth(of('EUR', 118), of('EUR', 0))).toBeUndefined()
    expect(growth(of('EUR', 118), of('USD', 100))).toBeUndefined()
  })
})
