import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type Book, openBook } from '../../../../../renderer/data/index.ts'
import { selectedIds } from '../../../../../renderer/features/customers/list/selected-ids.ts'
import { runBulk } from '../../../../../renderer/fields/bulk/run-bulk.ts'
import { allSelected, withRows } from '../../../../../renderer/ui/grid-selection.ts'
import { AppError } from '../../../../../shared/app-error.ts'

let book: Book
const ids = Array.from({ length: 600 }, (_, index) => `c${index}`)
const label = { key: 'customersTagged', params: { count: ids.length } } as const

beforeEach(async () => {
  book = openBook({ id: `bulk-${Math.random().toString(36).slice(2)}`, device: 'd' })
  await book.write({ key: 'sampleLoaded' }, (draft) => {
    for (const id of ids) draft.create('customers', { id, kind: 'person', status: 'lead', givenName: id })
  })
})
afterEach(() => book.close())

const tagged = () => book.db.customers.filter((row) => row.tags?.['fair'] === true).count()

describe('runBulk', () => {
  it('changes all in one step, tells how far it is, and is undone in one step', async () => {
    const told: number[] = []
    await runBulk(book, {
      label,
      ids,
      paths: () => ({ 'tags/fair': true }),
      onProgress: (done) => told.push(done),
      signal: new AbortController().signal,
    })
    expect(await tagged()).toBe(600)
    expect(told).toEqual([250, 500, 600])
    await book.undo()
    expect(await tagged()).toBe(0)
  })

  it('leaves nothing behind when it is stopped half way', async () => {
    const stop = new AbortController()
    const work = runBulk(book, {
      label,
      ids,
      paths: () => ({ 'tags/fair': true }),
      onProgress: (done) => done >= 500 && stop.abort(),
      signal: stop.signal,
    })
    await expect(work).rejects.toEqual(new AppError('cancelled'))
    expect(await tagged()).toBe(0)
  })
})

describe('selectedIds', () => {
  const model = {
    select: async ({ offset, limit }: { offset: number; limit: number }) => ({
      ids: ids.slice(offset, offset + limit),
      count: ids.length,
    }),
  }

  it('knows all of a list but those unticked, loaded or not', async () => {
    const chosen = await selectedIds(model, {}, withRows(allSelected, ['c1', 'c599'], false))
    expect(chosen).toHaveLength(598)
    expect(chosen).not.toContain('c599')
  })
})
