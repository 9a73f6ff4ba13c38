import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  boardColumns,
  LOST,
  rowsWithGap,
  type Spot,
  STRAY,
  type Step,
  stepSpot,
  WON,
} from '../../../../../renderer/features/deals/board/board-model.ts'
import type { Deal, Pipeline } from '../../../../../shared/domain/index.ts'

const pipeline: Pipeline = {
  id: 'p',
  order: 'a0',
  createdAt: '2026-01-01T00:00:00.000Z',
  stages: { second: { order: 'a1', probability: 50 }, first: { order: 'a0', probability: 10 } },
}

const deal = (id: string, stageId: string, extra: Partial<Deal> = {}): Deal => ({
  id,
  title: id,
  pipelineId: 'p',
  stageId,
  status: 'open',
  currency: 'EUR',
  createdAt: '2026-01-01T00:00:00.000Z',
  ...extra,
})

describe('the columns of a board', () => {
  it('are the stages in order, each with its deals in order and their totals', () => {
    const columns = boardColumns(pipeline, [
      deal('b', 'second', { order: 'a1', value: 1_000 }),
      deal('a', 'second', { order: 'a0', value: 500 }),
    ])
    expect(columns.map(({ id, deals }) => [id, deals.map((each) => each.id)])).toEqual([
      ['first', []],
      ['second', ['a', 'b']],
    ])
    expect(columns[1]?.totals).toEqual([{ currency: 'EUR', value: 1_500, weighted: 750 }])
  })

  it('never lose a deal, though its stage be gone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('first', 'second', 'gone', 'gone too')), (stages) => {
        const deals = stages.map((stageId, n) => deal(String(n), stageId))
        const columns = boardColumns(pipeline, deals)
        expect(columns.flatMap((column) => column.deals.map(({ id }) => id)).sort()).toEqual(
          deals.map(({ id }) => id).sort(),
        )
        expect(columns.some(({ id }) => id === STRAY)).toBe(stages.some((stage) => stage.startsWith('gone')))
      }),
    )
  })
})

const targets = [
  { id: 'first', count: 3 },
  { id: 'second', count: 1 },
  { id: WON, count: 0 },
  { id: LOST, count: 0 },
]
const walk = (spot: Spot, ...steps: Step[]): Spot => steps.reduce((at, step) => stepSpot(targets, at, step), spot)

describe('a held card', () => {
  it('steps through the places of a column and on to the next', () => {
    const start = { column: 'first', index: 3 }
    expect(walk(start, 'up')).toEqual({ column: 'first', index: 2 })
    expect(walk(start, 'down')).toEqual(start)
    expect(walk(start, 'first')).toEqual({ column: 'first', index: 0 })
    expect(walk(start, 'after')).toEqual({ column: 'second', index: 1 })
    expect(walk(start, 'after', 'after', 'after', 'after')).toEqual({ column: LOST, index: 0 })
    expect(walk(start, 'before')).toEqual({ column: 'first', index: 3 })
  })

  it('finds the first stage from a column that is no target', () => {
    expect(walk({ column: STRAY, index: 5 }, 'after')).toEqual({ column: 'first', index: 3 })
    expect(walk({ column: STRAY, index: 5 }, 'down')).toEqual({ column: STRAY, index: 5 })
  })

  it('never leaves the board', () => {
    const steps = fc.array(fc.constantFrom<Step>('up', 'down', 'before', 'after', 'first', 'last'))
    fc.assert(
      fc.property(steps, (all) => {
        const end = walk({ column: 'first', index: 1 }, ...all)
        const target = targets.find(({ id }) => id === end.column)
        expect(end.index).toBeGreaterThanOrEqual(0)
        expect(end.index).toBeLessThanOrEqual(target?.count ?? -1)
      }),
    )
  })

  it('opens one gap, under the pointer, and moves no card before it', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (count, wanted) => {
        const gap = Math.min(wanted, count)
        const rows = [
          ...rowsWithGap(
            Array.from({ length: count }, (_, at) => `card ${at}`),
            gap,
          ).values(),
        ]
        expect([...rows, gap].sort((a, b) => a - b)).toEqual(Array.from({ length: count + 1 }, (_, row) => row))
        expect(rows.slice(0, gap)).toEqual(Array.from({ length: gap }, (_, row) => row))
      }),
    )
  })
})
