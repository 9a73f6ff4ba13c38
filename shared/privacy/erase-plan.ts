import { type Catalog, type Deal, type FieldType, isCustomFieldId } from '../domain/index.ts'
import { isAbout, type PersonRecords, personIds } from './person-records.ts'

/** What becomes of the deals: `keep` their figures without the person, or `erase` them as well. */
export type DealFate = 'keep' | 'erase'

type Named = { id: string }
type ErasedTable = 'customers' | 'deals' | 'interactions' | 'tasks' | 'attachments' | 'history'
type RedactedTable = 'customers' | 'deals' | 'interactions' | 'tasks' | 'attachments'

/** What an erasure does, and why each record is there: `erase` leaves a tombstone, `redact` clears fields. */
export type ErasePlan = {
  erase: readonly { table: ErasedTable; id: string }[]
  /** Fields by name, with null to clear one. */
  redact: readonly { table: RedactedTable; id: string; fields: Readonly<Record<string, string | null>> }[]
  /** SHA-256 of the files of erased attachments; another record may use the same. */
  files: readonly string[]
  counts: { interactions: number; tasks: number; attachments: number; deals: number; history: number; people: number }
}

/** Fields that hold figures and choices, no words of anyone's. */
const figures = new Set<FieldType>([
  'choice',
  'choices',
  'number',
  'percent',
  'money',
  'currency',
  'day',
  'instant',
  'boolean',
])
const keptByName = new Set([
  'id',
  'stamp',
  'stamps',
  'pipelineId',
  'stageId',
  'stageEnteredAt',
  'order',
  'createdBy',
  'redactedAt',
])

/** Whether a field of a deal stays when its person goes: figures and choices do, words and links do not. */
export const staysOfDeal = (key: string, catalog: Catalog): boolean => {
  const field = catalog.field('deals', key)
  return keptByName.has(key) || (field !== undefined && figures.has(field.type))
}

/** A deal without the person: its title is replaced, every field that may hold words or links is cleared. */
const withoutPerson = (
  deal: Deal,
  ids: ReadonlySet<string>,
  catalog: Catalog,
  title: string,
): Record<string, string | null> => {
  const isKept = (key: string): boolean => {
    if (key === 'companyId') return deal.companyId !== undefined && !ids.has(deal.companyId)
    return staysOfDeal(key, catalog)
  }
  const cleared = Object.keys(deal).filter((key) => !isKept(key))
  return { ...Object.fromEntries(cleared.map((key) => [key, null])), title }
}

const held = <T extends Named>(ids: ReadonlySet<string>, field: keyof T & string, record: T): [string, null][] => {
  const value = record[field]
  return typeof value === 'string' && ids.has(value) ? [[field, null]] : []
}

/** Whom a record's own fields of the kind `customer link` point at: those that are to lose the link. */
const ownLinks = (record: Readonly<Record<string, unknown>>, ids: ReadonlySet<string>): [string, null][] =>
  Object.entries(record).flatMap(([key, value]): [string, null][] =>
    isCustomFieldId(key) && typeof value === 'string' && ids.has(value) ? [[key, null]] : [],
  )

/**
 * What is to be done so that nothing of a person is left in the book. Pure: changes nothing.
 * @param records of the person
 * @param linking records of others that have a field of one's own which links to the person
 * @param title what a kept deal is called from then on
 */
export const erasePlan = (
  records: PersonRecords,
  linking: readonly { table: 'customers' | 'deals'; record: Readonly<Record<string, unknown>> & Named }[],
  fate: DealFate,
  catalog: Catalog,
  title: string,
): ErasePlan => {
  const ids = personIds(records)
  const deals = records.deals.filter((deal) => isAbout(deal, ids, new Set()))
  const dealIds = new Set(deals.map(({ id }) => id))
  const gone = fate === 'erase' ? dealIds : new Set<string>()
  const about = <T extends Named & Parameters<typeof isAbout>[0]>(list: readonly T[]) =>
    list.filter((record) => isAbout(record, ids, dealIds))
  const interactions = about(records.interactions)
  const tasks = about(records.tasks)
  const attachments = about(records.attachments)

  const erase = [
    ...[...ids].map((id) => ({ table: 'customers' as const, id })),
    ...interactions.map(({ id }) => ({ table: 'interactions' as const, id })),
    ...tasks.map(({ id }) => ({ table: 'tasks' as const, id })),
    ...attachments.map(({ id }) => ({ table: 'attachments' as const, id })),
    ...(fate === 'erase' ? deals : []).map(({ id }) => ({ table: 'deals' as const, id })),
  ]
  const erased = new Set(erase.map(({ table, id }) => `${table}/${id}`))
  const history = records.history.filter(
    ({ recordTable, recordId }) => erased.has(`${recordTable}/${recordId}`) || dealIds.has(recordId),
  )

  const fields = new Map<string, { table: RedactedTable; id: string; fields: Record<string, string | null> }>()
  const clear = (table: RedactedTable, id: string, cleared: readonly (readonly [string, string | null])[]) => {
    const key = `${table}/${id}`
    if (cleared.length === 0 || erased.has(key)) return
    fields.set(key, { table, id, fields: { ...fields.get(key)?.fields, ...Object.fromEntries(cleared) } })
  }
  if (fate === 'keep')
    for (const deal of deals) clear('deals', deal.id, Object.entries(withoutPerson(deal, ids, catalog, title)))
  for (const person of records.people) clear('customers', person.id, held(ids, 'companyId', person))
  for (const deal of records.deals) clear('deals', deal.id, held(ids, 'companyId', deal))
  for (const item of records.interactions)
    clear('interactions', item.id, [...held(ids, 'companyId', item), ...held(gone, 'dealId', item)])
  for (const task of records.tasks) clear('tasks', task.id, held(gone, 'dealId', task))
  for (const file of records.attachments) clear('attachments', file.id, held(gone, 'dealId', file))
  for (const { table, record } of linking) clear(table, record.id, ownLinks(record, ids))

  return {
    erase: [...erase, ...history.map(({ id }) => ({ table: 'history' as const, id }))],
    redact: [...fields.values()],
    files: [...new Set(attachments.map(({ sha256 }) => sha256))],
    counts: {
      interactions: interactions.length,
      tasks: tasks.length,
      attachments: attachments.length,
      deals: deals.length,
      history: history.length,
      people: records.people.length,
    },
  }
}
