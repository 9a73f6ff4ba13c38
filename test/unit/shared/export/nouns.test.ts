import { describe, expect, it } from 'vitest'

import {
  type Deal,
  dealProbability,
  initialPipeline,
  type NounName,
  type Pipeline,
  plainCatalog,
} from '../../../../shared/domain/index.ts'
import { allColumns, exportRows, listColumns } from '../../../../shared/export/index.ts'
import type { BookRow } from '../../../../shared/import/index.ts'
import { createMemoryBook, essence, exportContextOf, importInto } from '../import/helpers.ts'

const createdAt = '2026-01-02T03:04:05.006Z'
const customer = { id: 'c1', kind: 'person', status: 'lead', givenName: 'Ann', createdAt }
const pipelines = [{ ...initialPipeline, createdAt }] as Pipeline[]
const deal: BookRow & Pick<Deal, 'title'> = {
  id: 'd1',
  title: '=Kitchen, "oak"',
  customerId: 'c1',
  pipelineId: 'pipeline:sales',
  stageId: 'stage:proposal',
  status: 'won',
  value: 123_456,
  currency: 'EUR',
  probability: 0,
  expectedClose: '2026-05-06',
  closedAt: createdAt,
  createdAt,
}
const records: Partial<Record<NounName, BookRow>> = {
  deals: deal,
  interactions: {
    id: 'i1',
    channel: 'channel:email',
    direction: 'outgoing',
    at: createdAt,
    duration: 30,
    customerId: 'c1',
    subject: '-5 %',
    text: 'a\nb',
    createdAt,
  },
  tasks: {
    id: 't1',
    title: 'Call',
    due: '2026-03-04',
    dueTime: '09:30',
    customerId: 'c1',
    doneAt: createdAt,
    createdAt,
  },
}

describe.each(Object.entries(records) as [NounName, BookRow][])('an export of %s', (noun, record) => {
  const csv = exportRows(allColumns(noun, [record], plainCatalog), [record], exportContextOf(noun), {
    delimiter: ';',
    bom: true,
  })

  it('imports into another book with the same customers as it was', async () => {
    const book = createMemoryBook([customer])
    const { outcomes, planned } = await importInto(book, csv, { pipelines })
    expect({ outcomes, problems: planned.flatMap(({ problems }) => problems) }).toEqual({
      outcomes: ['created'],
      problems: [],
    })
    expect(essence(noun, book.table(noun).get(record.id) ?? {})).toEqual(essence(noun, record))
  })

  it('changes nothing when it is imported again', async () => {
    const book = createMemoryBook([customer])
    await importInto(book, csv, { pipelines })
    expect((await importInto(book, csv, { pipelines })).outcomes).toEqual(['unchanged'])
  })

  it('is refused row by row where the customer it links to is not in the book', async () => {
    const { planned } = await importInto(createMemoryBook(), csv, { pipelines })
    expect(planned.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([['failed', 'unknownLink']])
  })
})

it('exports the columns of a list in their order, computed ones too', () => {
  const context = { ...exportContextOf('customers'), rollup: () => 1234 }
  const columns = listColumns('customers', [customer], ['openDealValue', 'name', 'status'], plainCatalog)
  expect(columns.map(({ read }) => read(customer, context))).toEqual(['c1', '12.34', 'Ann', 'Lead'])
})

it('keeps a probability of nought apart from none', () => {
  expect(dealProbability({ status: 'open', stageId: 'stage:proposal', probability: 0 }, initialPipeline)).toBe(0)
  const column = allColumns('deals', [deal], plainCatalog).filter(({ path }) => path === 'probability')
  expect(column.map(({ read }) => read(deal, exportContextOf('deals')))).toEqual(['0'])
})
