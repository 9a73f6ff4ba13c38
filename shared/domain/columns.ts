import type { ConsentChannel } from './consent/consent.ts'
import { mayContactAtAll, outreachColumns } from './consent/rules.ts'
import { dayOfYear } from './customer/birthday.ts'
import { emailTrouble, keptOf } from './customer/health.ts'
import { displayName, mainAddress, primaryEmail, primaryPhone } from './customer/rules.ts'
import type { Field, FieldType } from './field.ts'
import { type NounName, nouns, type Records } from './nouns.ts'

/** A value that a list can show, sort, filter and group by. */
export type Column = {
  /** The field's name, or the name of what is derived. */
  key: string
  type: FieldType
  /** Shown from the start, to be chosen, or only used by the program. */
  shown: 'default' | 'optional' | 'hidden'
  field?: Field
  /** Of one that follows from the record and the book's own fields: how. */
  derive?: (row: Readonly<Record<string, unknown>>) => string | number | undefined
  /** What that depends on beside the row: another basis means other values. */
  basis?: string
}

type Derived<T> = Omit<Column, 'key' | 'field' | 'derive'> & { derive: (row: T) => string | number | undefined }
type Rollup = Omit<Column, 'key' | 'field' | 'derive'> & {
  from: NounName
  /** The fields of `from` that hold this record's id; any of them counts. */
  by: readonly string[]
  /** `sum` adds only rows in the book's currency when `measured` is money. */
  measure: 'max' | 'sum' | 'count'
  measured?: string
  /** Only rows whose column has (not) this value. */
  where?: { column: string; is?: string; isNot?: string }
  /** An instant of this record itself that counts as well. */
  orOwn?: string
}

const whether =
  (channel: ConsentChannel) =>
  (row: Records['customers']): number =>
    mayContactAtAll(row, channel) ? 1 : 0

/** Columns computed from the record alone. */
export const derivedColumns: { [N in NounName]: Record<string, Derived<Records[N]>> } = {
  customers: {
    name: { type: 'text', shown: 'default', derive: displayName },
    email: { type: 'text', shown: 'optional', derive: (row) => primaryEmail(row)?.value },
    phone: { type: 'text', shown: 'optional', derive: (row) => primaryPhone(row)?.value },
    city: { type: 'text', shown: 'default', derive: (row) => mainAddress(row)?.city },
    country: { type: 'text', shown: 'optional', derive: (row) => mainAddress(row)?.country },
    /** `MM-DD`: who has a birthday soon. */
    birthdayOn: { type: 'text', shown: 'hidden', derive: (row) => dayOfYear(row.birthday) },
    /** `bounced` or `unsubscribed`, of the first e-mail that is. */
    emailTrouble: { type: 'text', shown: 'hidden', derive: emailTrouble },
    /** The last year of which someone said in the clean-up that this one stays. */
    keptOf: { type: 'text', shown: 'hidden', derive: keptOf },
    /** Whether they may be reached by each channel, for any purpose. */
    [outreachColumns.email]: { type: 'boolean', shown: 'optional', derive: whether('email') },
    [outreachColumns.phone]: { type: 'boolean', shown: 'optional', derive: whether('phone') },
    [outreachColumns.message]: { type: 'boolean', shown: 'optional', derive: whether('message') },
    [outreachColumns.post]: { type: 'boolean', shown: 'optional', derive: whether('post') },
  },
  deals: {},
  interactions: {
    /** Whether it was contact with someone: everything but a note. */
    contact: { type: 'boolean', shown: 'hidden', derive: (row) => (row.channel === 'channel:note' ? undefined : 1) },
  },
  tasks: {
    /** `open` or `done`. */
    state: { type: 'choice', shown: 'hidden', derive: (row) => (row.doneAt === undefined ? 'open' : 'done') },
  },
}

/** Columns computed from other records, for which the read model keeps the sums. */
export const rollupColumns: { [N in NounName]: Record<string, Rollup> } = {
  customers: {
    lastContact: {
      type: 'instant',
      shown: 'default',
      from: 'interactions',
      by: ['customerId', 'companyId'],
      measure: 'max',
      measured: 'at',
      where: { column: 'contact', is: '1' },
      orOwn: 'lastContactAt',
    },
    openDeals: {
      type: 'number',
      shown: 'optional',
      from: 'deals',
      by: ['customerId', 'companyId'],
      measure: 'count',
      where: { column: 'status', is: 'open' },
    },
    openDealValue: {
      type: 'money',
      shown: 'default',
      from: 'deals',
      by: ['customerId', 'companyId'],
      measure: 'sum',
      measured: 'value',
      where: { column: 'status', is: 'open' },
    },
    /** Of the deals made with this very customer, for sums over customers: a company's deals with its people are theirs. */
    ownOpenDeals: {
      type: 'number',
      shown: 'hidden',
      from: 'deals',
      by: ['customerId'],
      measure: 'count',
      where: { column: 'status', is: 'open' },
    },
    ownWonDeals: {
      type: 'number',
      shown: 'hidden',
      from: 'deals',
      by: ['customerId'],
      measure: 'count',
      where: { column: 'status', is: 'won' },
    },
    ownWonValue: {
      type: 'money',
      shown: 'hidden',
      from: 'deals',
      by: ['customerId'],
      measure: 'sum',
      measured: 'value',
      where: { column: 'status', is: 'won' },
    },
    openTasks: {
      type: 'number',
      shown: 'optional',
      from: 'tasks',
      by: ['customerId'],
      measure: 'count',
      where: { column: 'state', is: 'open' },
    },
  },
  deals: {
    lastContact: {
      type: 'instant',
      shown: 'optional',
      from: 'interactions',
      by: ['dealId'],
      measure: 'max',
      measured: 'at',
      where: { column: 'contact', is: '1' },
    },
  },
  interactions: {},
  tasks: {},
}

/** When the record was last written, from its stamps. */
const updatedAt: Column = { key: 'updatedAt', type: 'instant', shown: 'optional' }

const unlisted = new Set<FieldType>(['data', 'longText'])

/** The columns that Fairbook itself knows of a noun: derived and rolled-up ones, then its fields in their order. */
export const standardColumns = (noun: NounName): Column[] => {
  const computed = { ...derivedColumns[noun], ...rollupColumns[noun] } as Record<string, Omit<Column, 'key'>>
  const fields = Object.entries<Field>(nouns[noun].fields)
    .filter(([, field]) => !unlisted.has(field.type) || field.column !== undefined)
    .map(([key, field]) => ({ key, type: field.type, shown: field.column ?? ('hidden' as const), field }))
  return [...Object.entries(computed).map(([key, { type, shown }]) => ({ key, type, shown })), ...fields, updatedAt]
}
