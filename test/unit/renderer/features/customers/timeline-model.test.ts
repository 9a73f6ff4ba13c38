import { describe, expect, it } from 'vitest'

import {
  buildTimeline,
  byMonth,
  type TimelineSources,
} from '../../../../../renderer/features/customers/timeline/timeline-model.ts'
import type { Customer, Deal, History } from '../../../../../shared/domain/index.ts'

const customer: Customer = { id: 'c', kind: 'person', status: 'lead', createdAt: '2026-01-05T10:00:00.000Z' }
const deal: Deal = {
  id: 'd',
  title: 'Spring boards',
  pipelineId: 'p',
  stageId: 's',
  status: 'open',
  currency: 'EUR',
  createdAt: '2026-02-01T10:00:00.000Z',
}
const change = (id: string, recordId: string, path: string, createdAt: string): History => ({
  id,
  recordTable: recordId === 'd' ? 'deals' : 'customers',
  recordId,
  writeId: 'w',
  what: 'customerChanged',
  changes: [{ path, before: 'a', after: 'b', replaced: '' }],
  createdAt,
})
const none: TimelineSources = {
  customer,
  interactions: [],
  deals: [],
  tasks: [],
  files: [],
  history: [],
  dealHistory: [],
}

describe('buildTimeline', () => {
  it('puts everything in one line, newest first, by when it happened and not when it was written', () => {
    const told = buildTimeline({
      ...none,
      interactions: [
        { id: 'late', channel: 'channel:call', at: '2026-03-01T10:00:00.000Z', createdAt: '2026-09-01T10:00:00.000Z' },
      ],
      deals: [deal],
      tasks: [
        { id: 'open', title: 'Open', createdAt: '2026-02-02T10:00:00.000Z' },
        { id: 'done', title: 'Done', createdAt: '2026-02-02T10:00:00.000Z', doneAt: '2026-02-20T10:00:00.000Z' },
      ],
      history: [change('h', 'c', 'status', '2026-02-10T10:00:00.000Z')],
      dealHistory: [change('m', 'd', 'stageId', '2026-04-01T10:00:00.000Z')],
    })
    expect(told.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'dealChange m',
      'interaction late',
      'taskDone done',
      'change h',
      'dealAdded d',
      'added c',
    ])
  })

  it('does not tell what is no news, nor the changes of a deal that is gone', () => {
    const told = buildTimeline({
      ...none,
      deals: [deal],
      dealHistory: [
        change('order', 'd', 'order', '2026-04-01T10:00:00.000Z'),
        change('entered', 'd', 'stageEnteredAt/s', '2026-04-01T10:00:00.000Z'),
        { ...change('other', 'd', 'stageId', '2026-04-01T10:00:00.000Z'), recordId: 'gone' },
      ],
    })
    expect(told.map(({ kind }) => kind)).toEqual(['dealAdded', 'added'])
  })
})

describe('byMonth', () => {
  it('begins a new group with each month', () => {
    const entries = buildTimeline({
      ...none,
      deals: [deal],
      history: [change('h', 'c', 'status', '2026-02-10T10:00:00.000Z')],
    })
    expect(byMonth(entries).map(({ month, entries: inside }) => [month, inside.length])).toEqual([
      ['2026-02', 2],
      ['2026-01', 1],
    ])
  })
})
