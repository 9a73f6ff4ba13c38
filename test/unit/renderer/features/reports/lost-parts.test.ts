import { expect, test } from 'vitest'

import { withoutLost } from '../../../../../renderer/features/reports/lost-parts.ts'
import type { ReportView } from '../../../../../renderer/features/reports/report-view.ts'
import { type CustomField, createCatalog, initialPipeline } from '../../../../../shared/domain/index.ts'

const field = (type: CustomField['type'], id = 'own'): CustomField => ({
  id,
  scope: 'customers',
  type,
  order: 'a0',
  createdAt: '2026-01-01T00:00:00.000Z',
  names: { en: id },
})

const catalogOf = (...fields: CustomField[]) => createCatalog(fields, { pipelines: [initialPipeline] })
const view: ReportView = {
  period: 'all',
  by: 'own',
  measure: 'sum',
  filter: [
    { column: 'own', op: 'notEmpty' },
    { column: 'status', op: 'is', values: ['lead'] },
  ],
}

test('a view whose fields are all there stays the same object', () => {
  const catalog = catalogOf(field('boolean'), field('number', 'sum'))
  const settled = withoutLost('customersBy', view, catalog)
  expect(settled.lost).toEqual([])
  expect(settled.view).toBe(view)
})

test('what names a deleted field is left out and told, the rest stays', () => {
  expect(withoutLost('customersBy', view, catalogOf())).toEqual({
    view: { period: 'all', filter: [{ column: 'status', op: 'is', values: ['lead'] }] },
    lost: ['by', 'measure', 'filter'],
  })
})

test('a field of another type still filters, but nothing is counted or summed up by it', () => {
  const { view: left, lost } = withoutLost('customersBy', view, catalogOf(field('text'), field('text', 'sum')))
  expect(lost).toEqual(['by', 'measure'])
  expect(left).toEqual({ period: 'all', filter: view.filter })
})

test('of a report that is not by a field only conditions can be lost', () => {
  expect(withoutLost('newCustomers', view, catalogOf()).lost).toEqual(['filter'])
})
