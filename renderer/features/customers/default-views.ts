import { type Condition, type Filter, isCondition, outreachFilter } from '../../../shared/domain/index.ts'
import type { BuiltInView } from '../../fields/index.ts'

const columns = ['name', 'status', 'city', 'lastContact', 'openDealValue', 'companyId', 'phones']
const sort = { column: 'name', descending: false }

const archived: Condition = { column: 'archivedAt', op: 'notEmpty' }

/** Whether a list shows what was archived, and nothing else. */
export const isArchiveFilter = (filter: Filter = []): boolean =>
  filter.some((node) => isCondition(node) && node.column === archived.column && node.op === archived.op)

/** The views every book has. `silentAfterDays`: after how long a customer counts as silent. */
export const defaultViews = (silentAfterDays: number): readonly [BuiltInView, ...BuiltInView[]] => [
  { id: 'all', nameKey: 'customers.view.all', filter: [], sort, columns },
  {
    id: 'leads',
    nameKey: 'customers.view.leads',
    filter: [{ column: 'status', op: 'is', values: ['lead'] }],
    sort: { column: 'createdAt', descending: true },
    columns: ['name', 'source', 'createdAt', 'lastContact', 'city', 'phones', 'status'],
  },
  {
    id: 'silent',
    nameKey: 'customers.view.silent',
    nameParams: { days: silentAfterDays },
    filter: [
      { column: 'status', op: 'is', values: ['lead', 'prospect', 'customer'] },
      { column: 'lastContact', op: 'before', days: silentAfterDays },
    ],
    sort: { column: 'lastContact', descending: false },
    columns: ['name', 'status', 'lastContact', 'openDealValue', 'city', 'phones'],
  },
  {
    id: 'companies',
    nameKey: 'customers.view.companies',
    filter: [{ column: 'kind', op: 'is', values: ['company'] }],
    sort,
    columns: ['name', 'status', 'city', 'lastContact', 'openDealValue', 'industry', 'phones'],
  },
  {
    id: 'missing',
    nameKey: 'customers.view.missing',
    filter: [{ column: 'missing', op: 'range', from: 1 }],
    sort: { column: 'missing', descending: true },
    columns: ['name', 'missing', 'status', 'owner', 'phones'],
  },
  {
    id: 'reachable',
    nameKey: 'customers.view.reachable',
    filter: outreachFilter(undefined, 'email'),
    sort,
    columns: ['name', 'emails', 'consents', 'status', 'lastContact', 'city'],
  },
  {
    id: 'archive',
    nameKey: 'customers.view.archive',
    filter: [archived],
    sort: { column: 'archivedAt', descending: true },
    columns: ['name', 'status', 'archivedAt', 'lastContact', 'city', 'phones'],
  },
]
