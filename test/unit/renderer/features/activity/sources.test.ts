import { describe, expect, it } from 'vitest'

import { daysOf, sourcesOf } from '../../../../../renderer/features/activity/sources.ts'

const columns = (view: Parameters<typeof sourcesOf>[0]) => sourcesOf(view, '', {}).map(({ column }) => column)

describe('what the activity is woven of', () => {
  it('takes tasks by the day they are due, done ones by the day they were done', () => {
    expect(columns({ kind: 'all', period: 'any' })).toEqual(['due', 'at', 'doneAt'])
    expect(columns({ kind: 'tasks', period: 'any', state: 'open' })).toEqual(['due'])
    expect(columns({ kind: 'tasks', period: 'any', state: 'done' })).toEqual(['doneAt'])
    expect(columns({ kind: 'interactions', period: 'any', state: 'done' })).toEqual(['at'])
  })

  it('has no tasks where a channel is asked for, unless only tasks are', () => {
    expect(columns({ kind: 'all', period: 'any', channel: 'channel:call' })).toEqual(['at'])
    expect(columns({ kind: 'tasks', period: 'any', channel: 'channel:call' })).toEqual(['due', 'doneAt'])
  })

  it('has what happened with a company’s people too', () => {
    const [own, ...others] = sourcesOf({ kind: 'interactions', period: 'any', customerId: 'c1' }, '', {})
    expect(others).toEqual([])
    expect(own?.filter).toEqual([
      {
        op: 'any',
        of: [
          { column: 'customerId', op: 'is', values: ['c1'] },
          { column: 'companyId', op: 'is', values: ['c1'] },
        ],
      },
    ])
  })

  it('narrows every source by its own day', () => {
    const all = sourcesOf({ kind: 'all', period: 'today' }, ' oak ', { from: '2026-11-22', to: '2026-11-22' })
    for (const { column, filter, text } of all) {
      expect(filter).toContainEqual({ column, op: 'range', from: '2026-11-22', to: '2026-11-22' })
      expect(text).toBe(' oak ')
    }
  })
})

it('the last 30 days include today', () => {
  expect(daysOf({ kind: 'all', period: 'past30' }, '2026-11-30', 'en-GB')).toEqual({
    from: '2026-11-01',
    to: '2026-11-30',
  })
})
