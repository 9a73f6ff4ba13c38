import type { Condition, Customer } from '../../../shared/domain/index.ts'
import type { MatchReason, MatchRecord } from '../../../shared/matching/index.ts'
import type { MatchKind } from '../../../shared/merging/index.ts'
import { digitsOf } from '../../../shared/search/index.ts'
import type { Book } from '../../data/index.ts'
import type { ReadModel } from '../../read-model/api.ts'

/** National numbers differ in these digits, written with a country code or without. */
const DIGITS = 8

const phoneKey = (phone: string): string => digitsOf(phone).slice(-DIGITS)
const emailKey = (email: string): string => email.trim().toLowerCase()

const sameAddress = ({ emails = [], phones = [] }: MatchRecord, customer: Customer): MatchReason | undefined => {
  const mails = new Set(emails.map(emailKey))
  const numbers = new Set(phones.map(phoneKey).filter((key) => key.length === DIGITS))
  const hasMail = Object.values(customer.emails ?? {}).some(({ value }) => mails.has(emailKey(value)))
  const hasNumber = Object.values(customer.phones ?? {}).some(({ value, e164 }) => numbers.has(phoneKey(e164 ?? value)))
  if (!hasMail && !hasNumber) return undefined
  return { field: hasMail ? 'email' : 'phone', level: 'exact', weight: 1 }
}

/**
 * Who has the very e-mail or phone that was typed, by the search of the lists: the answer while the matcher still reads
 * a large book.
 */
export const findSameAddress = async (
  { db }: Book,
  model: Pick<ReadModel, 'select'>,
  record: MatchRecord,
  kind: MatchKind,
  limit: number,
) => {
  const texts = [...(record.emails ?? []), ...(record.phones ?? [])].filter((text) => text.trim().length >= DIGITS)
  const filter: Condition[] = [{ column: 'kind', op: 'is', values: [kind] }]
  const answers = await Promise.all(
    texts.map((text) => model.select({ noun: 'customers', text, filter, offset: 0, limit, archived: 'with' })),
  )
  const rows = await db.customers.bulkGet([...new Set(answers.flatMap(({ ids }) => ids))])
  return rows.flatMap((row) => {
    const reason = row && sameAddress(record, row)
    return reason ? [{ id: row.id, probability: 1, reasons: [reason] }] : []
  })
}
