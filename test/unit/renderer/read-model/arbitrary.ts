import fc from 'fast-check'

import type { AggregateQuery, Archived, SelectQuery } from '../../../../renderer/read-model/api.ts'
import type { Row } from '../../../../shared/change/index.ts'
import {
  type Condition,
  type CustomField,
  createCatalog,
  type FilterNode,
  type NounName,
} from '../../../../shared/domain/index.ts'

export const TODAY = '2026-03-15'

/** Fields of one's own that a book may have, one of each way of holding values. */
export const definitions: readonly CustomField[] = (
  [
    { id: 'custom_choice', scope: 'customers', type: 'choice' },
    { id: 'custom_choices', scope: 'customers', type: 'choices' },
    { id: 'custom_number', scope: 'companies', type: 'number' },
    { id: 'custom_phone', scope: 'people', type: 'phone' },
    { id: 'custom_link', scope: 'deals', type: 'link' },
    { id: 'custom_money', scope: 'deals', type: 'money' },
    { id: 'custom_text', scope: 'deals', type: 'longText' },
    { id: 'custom_day', scope: 'deals', type: 'day' },
  ] as const
).map((own) => ({
  ...own,
  order: own.id,
  createdAt: `${TODAY}T00:00:00.000Z`,
  ...((own.type === 'choice' || own.type === 'choices') && {
    options: { a: { name: 'Ada', order: 'b' }, b: { name: 'Be', order: 'a' } },
  }),
}))
const catalog = createCatalog(definitions)
const columnsOf = (noun: NounName) => catalog.columns(noun)

const uuid = (kind: number, index: number) => `0190${kind}000-0000-7000-8000-${String(index).padStart(12, '0')}`
const KINDS: Record<NounName, number> = { customers: 1, deals: 2, interactions: 3, tasks: 4 }
/** Some ids are no UUIDs, as from a test or another program. */
const idOf = (noun: NounName) =>
  fc.nat(24).map((index) => (index % 7 === 3 ? `${noun}-${index}` : uuid(KINDS[noun], (index * 11) % 25)))

const word = fc.constantFrom(
  'Ada',
  'ada',
  'Ąžuolas',
  'Berta',
  'José',
  'Ёлкин',
  'علی',
  'می‌خواهم',
  "O'Hara",
  'x10',
  'x9',
  '',
)
const words = fc.array(word, { maxLength: 3 }).map((parts) => parts.join(' ').trim())
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })
const day = fc
  .integer({ min: -40, max: 40 })
  .map((days) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10))
const instant = fc
  .tuple(day, fc.constantFrom('T00:00:00.000Z', 'T09:30:00.000Z', 'T23:59:59.999Z'))
  .map(([date, time]) => date + time)
const phone = fc.constantFrom('+370 612 34567', '8 612 34567', '0912 345 6789', '۰۹۱۲ ۳۴۵')
const map = <T>(entry: fc.Arbitrary<T>) =>
  optional(fc.dictionary(fc.constantFrom('a', 'b', 'c'), entry, { maxKeys: 3 }))

const rarely = <T>(seldom: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: seldom, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const base = {
  deletedAt: rarely(6, instant),
  erasedAt: rarely(12, instant),
  createdAt: instant,
}
const fieldsOf = {
  customers: fc.record({
    ...base,
    kind: fc.constantFrom('person', 'company'),
    givenName: optional(word),
    familyName: optional(words),
    companyName: optional(words),
    companyId: optional(idOf('customers')),
    status: fc.constantFrom('lead', 'prospect', 'customer', 'odd'),
    source: optional(fc.constantFrom('source:fair', 'source:other')),
    emails: map(fc.record({ value: fc.constantFrom('ada@example.com', 'j.k@x.lt') })),
    phones: map(fc.record({ value: phone, primary: fc.boolean() })),
    tags: optional(fc.dictionary(fc.constantFrom('vip', 'žalia', 'wood'), fc.constant(true), { maxKeys: 3 })),
    birthday: optional(day),
    lastContactAt: optional(instant),
    archivedAt: rarely(4, instant),
    consents: map(
      fc.record({
        purpose: fc.constantFrom('purpose:news', 'purpose:service'),
        channel: fc.constantFrom('email', 'phone'),
        state: fc.constantFrom('given', 'withdrawn'),
        basis: fc.constantFrom('consent', 'vitalInterests'),
        at: instant,
      }),
    ),
    custom_choice: optional(fc.constantFrom('a', 'b', 'gone')),
    custom_choices: optional(fc.dictionary(fc.constantFrom('a', 'b'), fc.constant(true), { maxKeys: 2 })),
    custom_number: optional(fc.nat(30)),
    custom_phone: optional(phone),
    notes: optional(words),
  }),
  deals: fc.record({
    ...base,
    title: words,
    customerId: optional(idOf('customers')),
    companyId: optional(idOf('customers')),
    pipelineId: fc.constant('pipeline:sales'),
    stageId: fc.constantFrom('stage:new', 'stage:won', 'stage:unknown'),
    status: fc.constantFrom('open', 'won', 'lost'),
    value: optional(fc.integer({ min: 0, max: 1000 })),
    currency: fc.constantFrom('EUR', 'USD'),
    probability: optional(fc.constantFrom(0, 25, 100)),
    expectedClose: optional(day),
    custom_link: optional(idOf('customers')),
    custom_money: optional(fc.nat(500)),
    custom_text: optional(words),
    custom_day: optional(day),
    notes: optional(words),
  }),
  interactions: fc.record({
    ...base,
    channel: fc.constantFrom('channel:call', 'channel:note'),
    at: instant,
    duration: optional(fc.nat(60)),
    customerId: optional(idOf('customers')),
    companyId: optional(idOf('customers')),
    dealId: optional(idOf('deals')),
    subject: optional(words),
    text: optional(words),
  }),
  tasks: fc.record({
    ...base,
    title: words,
    due: optional(day),
    customerId: optional(idOf('customers')),
    doneAt: optional(instant),
  }),
} satisfies Record<NounName, fc.Arbitrary<Record<string, unknown>>>

export type Step =
  | { table: NounName | 'settings' | 'segments' | 'customFields'; row: Row }
  | { table: NounName | 'segments'; remove: string }

const noun = fc.constantFrom<NounName>('customers', 'customers', 'deals', 'interactions', 'tasks')
const put = noun.chain((table) =>
  fc
    .tuple(idOf(table), fieldsOf[table] as fc.Arbitrary<Record<string, unknown>>)
    .map(([id, fields]): Step => ({ table, row: { ...fields, id, stamp: '' } })),
)
const remove = noun.chain((table) => idOf(table).map((id): Step => ({ table, remove: id })))
const currency = fc
  .constantFrom('EUR', 'USD')
  .map((code): Step => ({ table: 'settings', row: { id: 'book', currency: code, stamp: '' } }))

const text = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'a',
      'ad',
      'hara',
      "o'h",
      'ohara',
      '61234',
      '8612',
      'ad be',
      'ёл',
      'علي',
      'میخ',
      'x',
      'vip',
      'exam',
      '345 6',
    ),
  },
)

const TIMED = new Set(['day', 'instant'])
const NUMBERS = new Set(['number', 'money', 'percent'])
const conditionFor = (table: NounName): fc.Arbitrary<Condition> =>
  fc
    .constantFrom(...columnsOf(table).filter(({ type }) => type !== 'longText' && type !== 'addresses'), undefined)
    .chain((found) => {
      const column = found?.key ?? 'noSuchColumn'
      const type = found?.type ?? 'text'
      const plain: fc.Arbitrary<Condition>[] = [
        fc.constant({ column, op: 'empty' }),
        fc.constant({ column, op: 'notEmpty' }),
      ]
      if (TIMED.has(type)) {
        const days = fc.nat(30)
        plain.push(
          ...(['before', 'within', 'next'] as const).map((op) =>
            days.map((count): Condition => ({ column, op, days: count })),
          ),
        )
        const at = type === 'day' ? day : instant
        plain.push(
          fc
            .tuple(optional(at), optional(at))
            .map(([from, to]): Condition => ({ column, op: 'range', ...(from && { from }), ...(to && { to }) })),
        )
      } else if (NUMBERS.has(type)) {
        const limit = fc.nat(500)
        plain.push(fc.tuple(limit, limit).map(([from, to]): Condition => ({ column, op: 'range', from, to })))
        plain.push(fc.constantFrom('0', '1', '25').map((value): Condition => ({ column, op: 'is', values: [value] })))
      } else {
        const targets = found?.field?.target === 'deals' ? idOf('deals') : idOf('customers')
        const values = fc.array(
          type === 'link'
            ? targets
            : fc.constantFrom(
                'lead',
                'person',
                'open',
                'EUR',
                'vip',
                'wood',
                'source:fair',
                'Ada',
                'channel:call',
                '1',
                '',
              ),
          { maxLength: 3 },
        )
        plain.push(values.map((held): Condition => ({ column, op: 'is', values: held })))
        plain.push(values.map((held): Condition => ({ column, op: 'isNot', values: held })))
        if (type !== 'phones' && type !== 'boolean')
          plain.push(
            fc
              .constantFrom('a', 'AD', 'žu', 'hara', 'ی')
              .map((part): Condition => ({ column, op: 'contains', text: part })),
          )
      }
      return fc.oneof(...plain)
    })

const nouns = ['customers', 'deals', 'interactions', 'tasks'] as const
const measured = {
  customers: ['createdAt', 'birthday', 'custom_number'],
  deals: ['value', 'expectedClose', 'custom_money', 'probability', 'custom_day'],
  interactions: ['at', 'duration', 'createdAt'],
  tasks: ['due', 'doneAt'],
} as const
const segmentId = fc.constantFrom('segment1', 'segment2', 'segment3', 'segment4')

const relatedFor = (depth: number): fc.Arbitrary<FilterNode> =>
  fc.constantFrom(...nouns).chain((other) =>
    fc.record({
      op: fc.constant('related' as const),
      noun: fc.constant(other),
      filter: fc.array(nodeFor(other, depth - 1), { maxLength: 1 }),
      measure: fc.constantFrom('count', 'count', 'sum', 'last'),
      column: fc.constantFrom<string>(...measured[other]),
      by: rarely(5, fc.constantFrom('custom_link', 'companyId', 'noSuchLink')),
      from: optional(fc.constantFrom(1, 2, 300)),
      to: rarely(2, fc.constantFrom(0, 1, 400)),
      before: rarely(1, fc.nat(30)),
      within: rarely(2, fc.nat(30)),
    }),
  )

const nodeFor = (table: NounName, depth: number): fc.Arbitrary<FilterNode> => {
  const condition = { weight: 4, arbitrary: conditionFor(table) }
  const segment = fc.record({ op: fc.constantFrom('in', 'notIn'), segment: segmentId })
  if (depth <= 0) return fc.oneof(condition, { weight: 1, arbitrary: segment })
  const group = fc.record({
    op: fc.constantFrom('all', 'any', 'none'),
    of: fc.array(nodeFor(table, depth - 1), { maxLength: 3 }),
  })
  return fc.oneof(
    condition,
    { weight: 1, arbitrary: segment },
    { weight: 2, arbitrary: group },
    { weight: 2, arbitrary: relatedFor(depth) },
  )
}

const DEPTH = 2
const filterFor = (table: NounName) => fc.array(nodeFor(table, DEPTH), { maxLength: 2 })
const archived = fc.constantFrom<Archived>('out', 'with', 'only')

const segment = noun.chain((table) =>
  fc
    .record({
      id: segmentId,
      noun: fc.constant(table),
      kind: fc.constantFrom('live', 'live', 'fixed'),
      filter: filterFor(table),
      members: fc.array(idOf(table), { maxLength: 5 }).map((ids) => Object.fromEntries(ids.map((id) => [id, true]))),
    })
    .map(
      (fields): Step => ({
        table: 'segments',
        row: { ...fields, name: fields.id, order: 'a', createdAt: `${TODAY}T00:00:00.000Z`, stamp: '' },
      }),
    ),
)
const definition = fc
  .tuple(fc.constantFrom(...definitions), fc.constantFrom(undefined, undefined, true))
  .map(([own, retired]): Step => ({ table: 'customFields', row: { ...own, retired, stamp: '' } }))

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: put },
  { weight: 3, arbitrary: segment },
  { weight: 2, arbitrary: definition },
  { weight: 1, arbitrary: remove },
  { weight: 1, arbitrary: segmentId.map((id): Step => ({ table: 'segments', remove: id })) },
  { weight: 1, arbitrary: currency },
)

const fewCustomers = fc.nat(3).map((index) => uuid(KINDS.customers, index))
/** Few customers with much that is linked with them, by both links and often twice by the same. */
export const linkedBook: fc.Arbitrary<Step[]> = fc.array(
  fc
    .oneof(
      { weight: 2, arbitrary: fewCustomers.map((id) => ['customers', { id }] as const) },
      ...(['deals', 'interactions', 'tasks', 'customers'] as const).map((table) => ({
        weight: 3,
        arbitrary: fc
          .record({
            id: idOf(table),
            customerId: optional(fewCustomers),
            companyId: optional(fewCustomers),
            custom_link: optional(fewCustomers),
          })
          .map((links) => [table, links] as const),
      })),
    )
    .chain(([table, links]) =>
      (fieldsOf[table] as fc.Arbitrary<Record<string, unknown>>).map(
        (fields): Step => ({ table, row: { ...fields, ...links, stamp: '' } }),
      ),
    ),
  { minLength: 10, maxLength: 50 },
)
export const relatedNode = relatedFor(0)

/** A filter for records of a noun, to be explained. */
export const filterQuery: fc.Arbitrary<{ noun: NounName; filter: FilterNode[] }> = noun.chain((table) =>
  fc.record({ noun: fc.constant(table), filter: filterFor(table) }),
)
const sortable = (table: NounName) =>
  columnsOf(table).filter(({ key, type }) => !['longText', 'addresses', 'data'].includes(type) && key !== 'stageId')

export const selectQuery: fc.Arbitrary<SelectQuery & { sort: NonNullable<SelectQuery['sort']> }> = noun.chain((table) =>
  fc.record(
    {
      noun: fc.constant(table),
      text,
      filter: filterFor(table),
      sort: fc.record({
        column: fc.constantFrom(...sortable(table).map(({ key }) => key), 'noSuchColumn'),
        descending: fc.boolean(),
      }),
      offset: fc.constantFrom(0, 0, 2, 50),
      limit: fc.constantFrom(5, 100),
      trash: fc.constantFrom(false, false, true),
      archived,
    },
    { requiredKeys: ['noun', 'text', 'filter', 'sort', 'offset', 'limit', 'trash'] },
  ),
)

export const aggregateQuery: fc.Arbitrary<AggregateQuery> = noun.chain((table) => {
  const by = fc
    .constantFrom(...columnsOf(table))
    .chain(({ key, type }) =>
      TIMED.has(type)
        ? fc
            .constantFrom('day', 'week', 'month', 'year', undefined)
            .map((unit) => ({ column: key, ...(unit && { unit }) }))
        : fc.constant({ column: key }),
    )
  const own = columnsOf(table)
    .filter(({ type }) => NUMBERS.has(type))
    .map(({ key }) => ({ kind: 'sum' as const, column: key }))
  const measures = [{ kind: 'count' as const }, ...own, ...(table === 'deals' ? [{ kind: 'weighted' as const }] : [])]
  const groupable = by.filter(({ column }) => !['notes', 'text', 'addresses', 'custom_text'].includes(column))
  return fc.record(
    {
      noun: fc.constant(table),
      text,
      filter: filterFor(table),
      groupBy: fc.array(groupable, { maxLength: 2 }),
      measures: fc.constant(measures),
      archived,
    },
    { requiredKeys: ['noun', 'text', 'filter', 'groupBy', 'measures'] },
  )
})
