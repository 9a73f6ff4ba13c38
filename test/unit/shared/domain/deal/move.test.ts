import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loseDeal, moveDeal, reopenDeal, winDeal } from '../../../../../shared/domain/deal/move.ts'

const stage = fc.constantFrom('s1', 's2', 's3')
const pipeline = fc.constantFrom('p1', 'p2')
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const place = fc.record({ pipelineId: pipeline, stageId: stage, order: fc.constant('a0') })

type Held = { pipelineId: string; stageId: string; order: string | null; stageEnteredAt: Record<string, string> }
/** What the book does with a patch: map-like fields entry by entry. */
const apply = (deal: Held, patch: ReturnType<typeof moveDeal>): Held => ({
  ...deal,
  ...patch,
  stageEnteredAt: { ...deal.stageEnteredAt, ...('stageEnteredAt' in patch ? patch.stageEnteredAt : {}) },
})

describe('moving a deal', () => {
  it('keeps for every stage the time it was last entered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, instant), { maxLength: 12 }), (moves) => {
        let deal: Held = { pipelineId: 'p1', stageId: 's1', order: 'a0', stageEnteredAt: {} }
        const entered: Record<string, string> = {}
        for (const [to, now] of moves) {
          if (to.stageId !== deal.stageId || to.pipelineId !== deal.pipelineId) entered[to.stageId] = now
          deal = apply(deal, moveDeal(deal, to, now))
          expect(deal).toMatchObject(to)
        }
        expect(deal.stageEnteredAt).toEqual(entered)
      }),
    )
  })

  it('writes only the key for a new place in the same stage', () => {
    const deal = { pipelineId: 'p1', stageId: 's1' }
    expect(moveDeal(deal, { ...deal, order: 'a5' }, '2026-11-22T10:00:00.000Z')).toEqual({ order: 'a5' })
  })
})

describe('closing a deal', () => {
  const now = '2026-11-22T10:00:00.000Z'

  it('forgets why it was once lost when it is won', () => {
    expect(winDeal(now)).toEqual({ status: 'won', closedAt: now, lostReason: null, lostDetail: null })
  })

  it('clears an empty reason and trims the detail', () => {
    expect(loseDeal('', '  too dear ', now)).toMatchObject({ lostReason: null, lostDetail: 'too dear' })
    expect(loseDeal('lostReason:price', '  ', now)).toMatchObject({ lostReason: 'lostReason:price', lostDetail: null })
  })

  it('enters its stage anew when it is reopened', () => {
    const reopened = reopenDeal({ pipelineId: 'p1', stageId: 's2', order: 'a0' }, now)
    expect(reopened).toMatchObject({ status: 'open', closedAt: null, lostReason: null, stageEnteredAt: { s2: now } })
  })
})
