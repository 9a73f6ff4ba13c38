import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type Book, openBook, seedBook, type WriteLabel } from '../../../../../renderer/data/index.ts'
import { type DealActions, dealActions } from '../../../../../renderer/features/deals/deal-actions.ts'
import type { Deal } from '../../../../../shared/domain/index.ts'
import { inOrder } from '../../../../../shared/order.ts'

const SALES = 'pipeline:sales'
let book: Book
let actions: DealActions
let opened = 0
const told: WriteLabel[] = []

beforeEach(async () => {
  opened += 1
  book = openBook({ id: `deals-${opened}`, device: 'd' })
  await seedBook(book, { currency: 'EUR', language: 'en' })
  actions = dealActions(book, (id) => `<${id}>`)
  told.length = 0
  book.onWrite(({ label }) => told.push(label))
})
afterEach(() => book.close())

const create = (title: string, stageId = 'stage:new') =>
  actions.create({ title, pipelineId: SALES, stageId, currency: 'EUR' })
const read = async (id: string): Promise<Deal> => {
  const deal = await book.db.deals.get(id)
  if (!deal) throw new Error(`no deal ${id}`)
  return deal
}
const inStage = async (stageId: string): Promise<Deal[]> =>
  inOrder((await book.db.deals.toArray()).filter((deal) => deal.stageId === stageId))

describe('the writes of deals', () => {
  it('writes down when a new deal enters its first stage', async () => {
    const deal = await read(await create('Beams'))
    expect(deal.status).toBe('open')
    expect(Object.keys(deal.stageEnteredAt ?? {})).toEqual(['stage:new'])
  })

  it('moves a deal between two cards of another stage, in one step to undo', async () => {
    const ids = [await create('one', 'stage:proposal'), await create('two', 'stage:proposal')]
    const id = await create('moved')
    const others = await inStage('stage:proposal')
    await actions.move(await read(id), { pipelineId: SALES, stageId: 'stage:proposal', others, index: 1 })
    expect((await inStage('stage:proposal')).map(({ title }) => title)).toEqual(['two', 'moved', 'one'])
    expect(Object.keys((await read(id)).stageEnteredAt ?? {}).sort()).toEqual(['stage:new', 'stage:proposal'])
    expect(told.at(-1)).toEqual({ key: 'dealMoved', params: { name: 'moved', stage: '<stage:proposal>' } })
    await book.undo()
    expect(await read(id)).toMatchObject({ stageId: 'stage:new' })
    expect((await read(ids[0] ?? '')).order).toBeUndefined()
  })

  it('refuses a stage that has just been deleted', async () => {
    const deal = await read(await create('Beams'))
    await book.write({ key: 'pipelineChanged' }, (draft) =>
      draft.update('pipelines', SALES, { stages: { 'stage:proposal': null } }),
    )
    const move = actions.move(deal, { pipelineId: SALES, stageId: 'stage:proposal' })
    await expect(move).rejects.toMatchObject({ code: 'recordMissing' })
    await expect(create('late', 'stage:proposal')).rejects.toMatchObject({ code: 'recordMissing' })
    expect(await read(deal.id)).toMatchObject({ stageId: 'stage:new' })
  })

  it('loses with a reason, wins without it, and reopens as it was', async () => {
    const id = await create('Beams')
    await actions.lose(await read(id), 'lostReason:price', 'too dear')
    expect(await read(id)).toMatchObject({ status: 'lost', lostReason: 'lostReason:price', lostDetail: 'too dear' })
    await actions.win(await read(id))
    const won = await read(id)
    expect(won.status).toBe('won')
    expect(won.lostReason).toBeUndefined()
    await actions.reopen(won)
    const again = await read(id)
    expect(again).toMatchObject({ status: 'open', stageId: 'stage:new' })
    expect(again.closedAt).toBeUndefined()
    expect(told.map(({ key }) => key)).toEqual(['dealCreated', 'dealLost', 'dealWon', 'dealReopened'])
  })

  it('takes a won deal up again in the stage it is dropped on', async () => {
    const id = await create('Beams')
    await actions.win(await read(id))
    await actions.move(await read(id), { pipelineId: SALES, stageId: 'stage:negotiation', others: [], index: 0 })
    expect(await read(id)).toMatchObject({ status: 'open', stageId: 'stage:negotiation' })
  })
})
