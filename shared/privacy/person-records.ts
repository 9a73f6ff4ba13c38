import type { Attachment, Customer, Deal, History, Interaction, Task } from '../domain/index.ts'

/** Everything in the book about one person (or company), what lies in the trash included. */
export type PersonRecords = {
  customer: Customer
  /** Records that were merged into this one: the same person once more. */
  merged: readonly Customer[]
  /** Those whose company it is. */
  people: readonly Customer[]
  deals: readonly Deal[]
  interactions: readonly Interaction[]
  tasks: readonly Task[]
  attachments: readonly Attachment[]
  /** Of all of these but the people of a company. */
  history: readonly History[]
}

/** The ids under which the book knows this person. */
export const personIds = ({ customer, merged }: Pick<PersonRecords, 'customer' | 'merged'>): ReadonlySet<string> =>
  new Set([customer, ...merged].map(({ id }) => id))

type Linked = { customerId?: string | undefined; companyId?: string | undefined; dealId?: string | undefined }

/** Whether a record is about someone: it names them, or names nobody else and belongs to their company or deal. */
export const isAbout = (
  { customerId, companyId, dealId }: Linked,
  ids: ReadonlySet<string>,
  deals: ReadonlySet<string>,
): boolean => {
  if (customerId !== undefined) return ids.has(customerId)
  return (companyId !== undefined && ids.has(companyId)) || (dealId !== undefined && deals.has(dealId))
}

/**
 * Without what only hangs on a deal of the person and is about somebody else: what may be handed to them. Of a company
 * all that was with its people stays.
 */
export const withoutOthers = (records: PersonRecords): PersonRecords => {
  const ids = personIds(records)
  const deals = new Set(records.deals.map(({ id }) => id))
  const keep = <T extends Linked>(list: readonly T[]): T[] =>
    list.filter(
      (record) => isAbout(record, ids, deals) || (record.companyId !== undefined && ids.has(record.companyId)),
    )
  const kept = {
    deals: keep(records.deals),
    interactions: keep(records.interactions),
    tasks: keep(records.tasks),
    attachments: keep(records.attachments),
  }
  const known = new Set([...ids, ...Object.values(kept).flatMap((list) => list.map(({ id }) => id))])
  return { ...records, ...kept, history: records.history.filter(({ recordId }) => known.has(recordId)) }
}
