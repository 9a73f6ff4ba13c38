import fc from 'fast-check'

import type { AggregateQuery, SelectQuery } from '../../../../renderer/read-model/api.ts'
import type { Row } from '../../../../shared/change/index.ts'
import { type Condition, columnsOf, type NounName } from '../../../../shared/domain/index.ts'

export const TODAY = '2026-03-15'

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

const base = {
  deletedAt: fc.option(instant, { nil: undefined, freq: 6 }),
  erasedAt: fc.option(instant, { nil: undefined, freq: 12 }),
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

export type Step = { table: NounName | 'settings'; row: Row } | { table: NounName; remove: string }

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

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: put },
  { weight: 1, arbitrary: remove },
  { weight: 1, arbitrary: currency },
)

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

const filterFor = (table: NounName) => fc.array(conditionFor(table), { maxLength: 2 })
const sortable = (table: NounName) =>
  columnsOf(table).filter(({ key, type }) => !['longText', 'addresses', 'data'].includes(type) && key !== 'stageId')

export const selectQuery: fc.Arbitrary<SelectQuery & { sort: NonNullable<SelectQuery['sort']> }> = noun.chain((table) =>
  fc.record({
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
  }),
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
  const groupable = by.filter(({ column }) => !['notes', 'text', 'addresses'].includes(column))
  return fc.record({
    noun: fc.constant(table),
    text,
    filter: filterFor(table),
    groupBy: fc.array(groupable, { maxLength: 2 }),
    measures: fc.constant(measures),
  })
})
