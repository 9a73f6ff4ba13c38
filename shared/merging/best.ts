import { type Row, stampOf, toState } from '../change/index.ts'
import { type Customer, type CustomerStatus, customerStatuses } from '../domain/index.ts'
import { fold } from '../import/fold.ts'

/** A customer as stored: where it carries its stamps, the newer of two values is known. */
export type MergeRecord = Customer & Partial<Pick<Row, 'stamp' | 'stamps'>>

/** How far someone has come. Who was disqualified has come further than a lead and not as far as a customer. */
const STATUS_RANK: Readonly<Record<CustomerStatus, number>> = {
  lead: 0,
  prospect: 1,
  disqualified: 2,
  former: 3,
  customer: 4,
}

const statusRank = (status: unknown): number => {
  const known = customerStatuses.find((one) => one === status)
  return known === undefined ? -1 : STATUS_RANK[known]
}

/** The value of a field, undefined for one that says nothing. */
export const saidOf = (record: object, key: string): unknown => {
  const value: unknown = Reflect.get(record, key)
  if (value === null || value === '') return undefined
  if (typeof value === 'string' && value.trim() === '') return undefined
  return typeof value === 'object' && !Array.isArray(value) && value !== null && Object.keys(value).length === 0
    ? undefined
    : value
}

/** One text for all spellings of a value that mean the same. */
export const sameKey = (value: unknown): string => {
  if (typeof value === 'string') return `s${fold(value) || value.trim()}`
  return JSON.stringify(value)
}

const stampOfValue = (record: MergeRecord, key: string): string =>
  record.stamp === undefined ? '' : stampOf(toState('customers', { ...record, stamp: record.stamp }), key)

/** Words of a text, folded. */
const wordsOf = (value: unknown): string[] => (typeof value === 'string' ? fold(value).split(' ').filter(Boolean) : [])

/** Whether one text says all the other says, initials counting for the names they begin: `Jonas P. Petraitis`, `J. Petraitis`. */
const saysMore = (long: unknown, short: unknown): boolean => {
  const [more, less] = [wordsOf(long), wordsOf(short)]
  if (less.length === 0 || more.join('').length <= less.join('').length) return false
  return less.every((word) => more.some((other) => other === word || (word.length === 1 && other.startsWith(word))))
}

type Candidate = { record: MergeRecord; value: unknown }

const lastBy = (candidates: readonly Candidate[], rank: (candidate: Candidate) => string | number) =>
  candidates.reduce<Candidate | undefined>((best, next) => {
    if (!best) return next
    return rank(next) > rank(best) ? next : best
  }, undefined)

/** Fields that only mean something together: the first of them decides for both. */
export const together: Readonly<Record<string, string>> = { sourceDetail: 'source', createdBy: 'createdAt' }

/**
 * The record whose value of a field to take: the furthest status, the first source, the last contact; else the fullest
 * text, the newest value, the first record's (that is the one that stays). Undefined if none has a value.
 */
export const bestOf = (key: string, records: readonly MergeRecord[]): MergeRecord | undefined => {
  const candidates = records.flatMap((record): Candidate[] => {
    const value = saidOf(record, key)
    return value === undefined ? [] : [{ record, value }]
  })
  const [first] = candidates
  if (candidates.length < 2 || !first) return first?.record
  if (key === 'status') return lastBy(candidates, ({ value }) => statusRank(value))?.record
  if (key === 'lastContactAt') return lastBy(candidates, ({ value }) => String(value))?.record
  if (key === 'source' || key === 'createdAt')
    return [...candidates].sort((a, b) => (a.record.createdAt < b.record.createdAt ? -1 : 1))[0]?.record
  const fullest = candidates.find(({ value }) =>
    candidates.every((other) => sameKey(other.value) === sameKey(value) || saysMore(value, other.value)),
  )
  if (fullest) return fullest.record
  return lastBy(candidates, ({ record }) => stampOfValue(record, key))?.record
}

/** The record to keep: not archived, the furthest, the fullest, the oldest. */
export const mainOf = (records: readonly MergeRecord[]): MergeRecord | undefined => {
  const filled = (record: MergeRecord): number =>
    Object.keys(record).filter((key) => saidOf(record, key) !== undefined).length
  return [...records].sort(
    (a, b) =>
      Number(a.archivedAt !== undefined) - Number(b.archivedAt !== undefined) ||
      statusRank(b.status) - statusRank(a.status) ||
      filled(b) - filled(a) ||
      (a.id < b.id ? -1 : 1),
  )[0]
}
