import { describe, expect, it } from 'vitest'

import { daysInStage, idleDays, isOverdue } from '../../../../../shared/domain/deal/age.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const deal = {
  stageId: 's2',
  createdAt: '2026-10-01T12:00:00.000Z',
  stageEnteredAt: { s1: '2026-10-01T12:00:00.000Z', s2: '2026-11-03T13:00:00.000Z' },
}

describe('the age of a deal', () => {
  it('counts whole days since it entered its stage, or since it was made where that is not known', () => {
    expect(daysInStage(deal, now)).toBe(18)
    expect(daysInStage({ ...deal, stageId: 's3' }, now)).toBe(52)
  })

  it('is never negative, though a clock may have been ahead', () => {
    expect(daysInStage({ ...deal, stageEnteredAt: { s2: '2027-01-01T00:00:00.000Z' } }, now)).toBe(0)
  })

  it('is idle since the last of contact and moves', () => {
    expect(idleDays(deal, undefined, now)).toBe(18)
    expect(idleDays(deal, '2026-11-20T12:00:00.000Z', now)).toBe(2)
    expect(idleDays(deal, '2026-10-20T12:00:00.000Z', now)).toBe(18)
    expect(
      idleDays({ stageId: 's1', createdAt: '2026-11-12T12:00:00.000Z', stageEnteredAt: undefined }, undefined, now),
    ).toBe(10)
  })

  it('is overdue from the day after its expected close, and only while open', () => {
    expect(isOverdue({ status: 'open', expectedClose: '2026-11-21' }, '2026-11-22')).toBe(true)
    expect(isOverdue({ status: 'open', expectedClose: '2026-11-22' }, '2026-11-22')).toBe(false)
    expect(isOverdue({ status: 'won', expectedClose: '2026-11-01' }, '2026-11-22')).toBe(false)
    expect(isOverdue({ status: 'open' }, '2026-11-22')).toBe(false)
  })
})
