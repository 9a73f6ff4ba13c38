import { describe, expect, it } from 'vitest'

import { byDue, taskTime, tickTask } from '../../../../../shared/domain/task/rules.ts'

const today = '2026-11-22'

describe('when a task is to be done', () => {
  it.each([
    ['2026-11-21', 'overdue'],
    ['2026-11-22', 'today'],
    ['2026-11-23', 'next'],
    ['2026-11-29', 'next'],
    ['2026-11-30', 'later'],
    [undefined, 'undated'],
  ])('due %s is %s', (due, expected) => {
    expect(taskTime({ due }, today)).toBe(expected)
  })

  it('is never late once it is done', () => {
    expect(taskTime({ due: '2026-01-01', doneAt: '2026-11-22T08:00:00.000Z' }, today)).toBe('done')
  })
})

describe('the order of tasks', () => {
  it('is by day, then by time however it was typed, then those without a time, then those without a day', () => {
    const tasks = [
      { id: 'noDay' },
      { id: 'b', due: today },
      { id: 'a', due: today },
      { id: 'late', due: '2026-11-20', dueTime: '16:00' },
      { id: 'ten', due: today, dueTime: '10:00' },
      { id: 'nine', due: today, dueTime: '9:30' },
    ]
    expect(tasks.sort(byDue).map(({ id }) => id)).toEqual(['late', 'nine', 'ten', 'a', 'b', 'noDay'])
  })
})

it('a tick is taken back by the next one', () => {
  const now = '2026-11-22T08:00:00.000Z'
  expect(tickTask({}, now)).toEqual({ doneAt: now })
  expect(tickTask({ doneAt: '2026-11-01T08:00:00.000Z' }, now)).toEqual({ doneAt: null })
})
