import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type Book, openBook, seedBook } from '../../../../../../renderer/data/index.ts'
import {
  addPipeline,
  addStage,
  changeStage,
  deletePipeline,
  deleteStage,
  movePipeline,
  moveStage,
} from '../../../../../../renderer/features/settings/pipelines/pipeline-writes.ts'
import { type Deal, orderedStages } from '../../../../../../shared/domain/index.ts'

const SALES = 'pipeline:sales'
const proposal = { pipelineId: SALES, stageId: 'stage:proposal' }
const qualified = { pipelineId: SALES, stageId: 'stage:qualified' }

let book: Book
let opened = 0

beforeEach(async () => {
  opened += 1
  book = openBook({ id: `pipelines-${opened}`, device: 'd' })
  await seedBook(book, { currency: 'EUR', language: 'en' })
})
afterEach(() => book.close())

const addDeal = async (stageId: string, extra: Partial<Deal> = {}): Promise<string> => {
  let id = ''
  await book.write({ key: 'dealCreated' }, (draft) => {
    const base = { title: 'Beams', pipelineId: SALES, stageId, status: 'open', currency: 'EUR' } as const
    id = draft.create('deals', { ...base, ...extra }).id
  })
  return id
}
const deal = (id: string) => book.db.deals.get(id)
const stageIds = async (pipelineId = SALES): Promise<string[]> => {
  const pipeline = await book.db.pipelines.get(pipelineId)
  return pipeline ? orderedStages(pipeline).map(({ id }) => id) : []
}
/** No deal anywhere points at a stage that is not there. */
const expectNoStrays = async () => {
  const pipelines = new Map((await book.db.pipelines.toArray()).map((each) => [each.id, each]))
  for (const each of await book.db.deals.toArray()) {
    const home = pipelines.get(each.pipelineId)
    expect(home?.deletedAt).toBeUndefined()
    expect(Object.keys(home?.stages ?? {})).toContain(each.stageId)
  }
}

describe('deleting a stage', () => {
  it('is refused with the count while deals are in it, whatever their status', async () => {
    await addDeal('stage:proposal')
    await addDeal('stage:proposal', { status: 'won', closedAt: '2026-11-01T00:00:00.000Z' })
    await expect(deleteStage(book, proposal)).rejects.toMatchObject({ code: 'stageInUse', params: { count: 2 } })
    expect(await stageIds()).toContain('stage:proposal')
  })

  it('moves all its deals when told where, in one step to undo', async () => {
    const open = await addDeal('stage:proposal', { order: 'a5' })
    const won = await addDeal('stage:proposal', { status: 'won' })
    const elsewhere = await addDeal('stage:new')
    await deleteStage(book, proposal, qualified)
    expect(await deal(open)).toMatchObject(qualified)
    expect((await deal(open))?.stageEnteredAt?.['stage:qualified']).toBeDefined()
    expect(await deal(won)).toMatchObject({ ...qualified, status: 'won' })
    expect((await deal(won))?.stageEnteredAt).toBeUndefined()
    expect(await deal(elsewhere)).toMatchObject({ stageId: 'stage:new' })
    expect(await stageIds()).toEqual(['stage:new', 'stage:qualified', 'stage:negotiation'])
    await expectNoStrays()
    await book.undo()
    expect(await deal(open)).toMatchObject({ ...proposal, order: 'a5' })
    expect(await stageIds()).toContain('stage:proposal')
  })

  it('takes what lies in the trash to a neighbour, so that it can come back', async () => {
    const id = await addDeal('stage:new')
    await book.write({ key: 'dealsDeleted' }, (draft) => draft.remove('deals', id))
    await deleteStage(book, { pipelineId: SALES, stageId: 'stage:new' })
    await book.write({ key: 'restored' }, (draft) => draft.restore('deals', id))
    await expectNoStrays()
  })

  it('never takes the last one', async () => {
    for (const stageId of ['stage:new', 'stage:qualified', 'stage:proposal'])
      await deleteStage(book, { pipelineId: SALES, stageId })
    const last = { pipelineId: SALES, stageId: 'stage:negotiation' }
    await expect(deleteStage(book, last)).rejects.toMatchObject({ code: 'lastStage' })
    expect(await stageIds()).toEqual(['stage:negotiation'])
  })

  it('is refused when the target is gone or is the stage itself', async () => {
    await addDeal('stage:proposal')
    await expect(deleteStage(book, proposal, proposal)).rejects.toMatchObject({ code: 'recordMissing' })
    await expect(deleteStage(book, proposal, { ...proposal, stageId: 'gone' })).rejects.toMatchObject({
      code: 'recordMissing',
    })
    await expectNoStrays()
  })

  it('sees a deal that comes in while it is under way', async () => {
    const results = await Promise.allSettled([addDeal('stage:proposal'), deleteStage(book, proposal)])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await expectNoStrays()
  })
})

describe('deleting a pipeline', () => {
  it('is refused for the only one, and while it has deals', async () => {
    await expect(deletePipeline(book, SALES)).rejects.toMatchObject({ code: 'lastStage' })
    await addPipeline(book, 'Service', (id) => id)
    await addDeal('stage:new')
    await expect(deletePipeline(book, SALES)).rejects.toMatchObject({ code: 'stageInUse', params: { count: 1 } })
  })

  it('moves its deals to a stage of another', async () => {
    await addPipeline(book, 'Service', (id) => id)
    const other = (await book.db.pipelines.toArray()).find(({ id }) => id !== SALES)
    const [stageId = ''] = await stageIds(other?.id)
    const id = await addDeal('stage:new')
    await deletePipeline(book, SALES, { pipelineId: other?.id ?? '', stageId })
    expect(await deal(id)).toMatchObject({ pipelineId: other?.id, stageId })
    expect((await book.db.pipelines.get(SALES))?.deletedAt).toBeDefined()
    await expectNoStrays()
  })
})

describe('changing pipelines', () => {
  it('adds, renames and orders stages without touching the others', async () => {
    await addStage(book, SALES, 'Sample sent')
    const added = (await stageIds()).at(-1) ?? ''
    await moveStage(book, { pipelineId: SALES, stageId: added }, 1)
    expect(await stageIds()).toEqual(['stage:new', added, 'stage:qualified', 'stage:proposal', 'stage:negotiation'])
    await changeStage(book, { pipelineId: SALES, stageId: added }, { probability: 40 })
    const stages = (await book.db.pipelines.get(SALES))?.stages
    expect(stages?.[added]).toMatchObject({ name: 'Sample sent', probability: 40 })
    expect(stages?.['stage:new']).toEqual({ order: 'a0', probability: 10 })
  })

  it('orders pipelines', async () => {
    await addPipeline(book, 'Service', (id) => id)
    const added = (await book.db.pipelines.toArray()).find(({ id }) => id !== SALES)?.id ?? ''
    await movePipeline(book, added, 0)
    const orders = new Map((await book.db.pipelines.toArray()).map(({ id, order }) => [id, order]))
    expect((orders.get(added) ?? '') < (orders.get(SALES) ?? '')).toBe(true)
  })
})
