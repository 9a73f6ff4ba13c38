import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dealTotals } from '../../../../../shared/domain/deal/totals.ts'
import { dealProbability, type Pipeline } from '../../../../../shared/domain/index.ts'

const pipeline = {
  stages: { s1: { order: 'a0', probability: 10 }, s2: { order: 'a1', probability: 75 } },
}

const deal = fc.record({
  status: fc.constantFrom('open', 'won', 'lost' as const),
  stageId: fc.constantFrom('s1', 's2', 'gone'),
  value: fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: undefined }),
  currency: fc.constantFrom('EUR', 'IRR', 'USD'),
  probability: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
}) as fc.Arbitrary<Parameters<typeof dealTotals>[0][number]>

describe('totals of deals', () => {
  it('adds up each currency on its own, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 30 }), (deals) => {
        const totals = dealTotals(deals, pipeline)
        for (const { currency, value } of totals) {
          const own = deals.filter((each) => each.currency === currency)
          expect(value).toBe(own.reduce((sum, each) => sum + (each.value ?? 0), 0))
        }
        expect(new Set(totals.map(({ currency }) => currency))).toEqual(
          new Set(deals.filter(({ value }) => value !== undefined).map(({ currency }) => currency)),
        )
        expect(dealTotals(deals.toReversed(), pipeline)).toEqual(totals)
      }),
    )
  })

  it('never weighs more than the value, nor less than nothing', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 30 }), (deals) => {
        for (const { value, weighted } of dealTotals(deals, pipeline)) {
          expect(weighted).toBeGreaterThanOrEqual(0)
          expect(weighted).toBeLessThanOrEqual(value)
        }
      }),
    )
  })

  it('weighs by the own probability, else that of the stage', () => {
    const open = { status: 'open', value: 10_000, currency: 'EUR' } as const
    const weighted = (extra: object) => dealTotals([{ ...open, stageId: 's2', ...extra }], pipeline)[0]?.weighted
    expect(weighted({})).toBe(7_500)
    expect(weighted({ probability: 20 })).toBe(2_000)
    expect(weighted({ probability: 0 })).toBe(0)
    expect(weighted({ status: 'won' })).toBe(10_000)
    expect(weighted({ status: 'lost' })).toBe(0)
  })
})

it('a pipeline that lost its last stages counts for nothing', () => {
  const pipeline: Partial<Pipeline> = {}
  expect(dealProbability({ status: 'open', stageId: 's' }, pipeline as Pipeline)).toBe(0)
})
