import type { NounName } from '../domain/index.ts'
import { fold } from './fold.ts'
import { shortHash } from './hash.ts'
import { uniqueKey } from './match.ts'
import { anyNumber, numberOf } from './source-ids.ts'

/** Deals, interactions and tasks by what makes them one, and by their ids elsewhere. */
export type RecordIndex = {
  put: (record: KeyedRecord) => void
  /** Ids of the records with a key, the oldest first. */
  of: (key: string) => readonly string[]
  has: (id: string) => boolean
  bySourceId: (sourceId: string) => readonly string[]
  byTitle: (title: string) => readonly string[]
}

type KeyedRecord = Readonly<Record<string, unknown>> & { id: string }
/** The fields that tell one record of a noun from another, apart from its ids. */
export type NaturalNoun = Exclude<NounName, 'customers'>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const folded = (value: unknown): string => fold(text(value)) || text(value).trim()

/** Whom a record is about first of all. */
export const mainLink = (record: Readonly<Record<string, unknown>>): string =>
  text(record['customerId']) || text(record['companyId']) || text(record['dealId'])

/** Keys of what a record says: `full` with all that makes it one, `undated` where the file tells no day. */
export const naturalKeys = (
  table: NaturalNoun,
  values: Readonly<Record<string, unknown>>,
  link: string,
): { full: string; undated: string } => {
  const keyOf = (...parts: string[]) => shortHash(parts.join('\u0000'))
  if (table === 'deals') {
    const full = keyOf('deal', folded(values['title']), link)
    return { full, undated: full }
  }
  if (table === 'tasks') {
    const full = keyOf('task', folded(values['title']), text(values['due']), link)
    return { full, undated: full }
  }
  const said = `${folded(values['subject'])}\u0000${folded(values['text'])}`
  return { full: keyOf('at', text(values['at']), said, link), undated: keyOf('undated', said, link) }
}

export const titleKey = (title: string): string => `title=${shortHash(fold(title) || title.trim())}`
export const linkKey = (id: string): string => `link=${id}`

const keysOf = (table: NaturalNoun, record: KeyedRecord, uniqueFields: readonly string[]): string[] => {
  const { full, undated } = naturalKeys(table, record, mainLink(record))
  const ids = Object.keys((record['sourceIds'] as object | undefined) ?? {})
  const deal =
    table === 'deals' ? [titleKey(text(record['title'])), ...(mainLink(record) ? [linkKey(mainLink(record))] : [])] : []
  return [
    ...new Set([
      full,
      undated,
      ...deal,
      ...ids.flatMap((id) => [`id=${id}`, `number=${numberOf(id)}`]),
      ...uniqueFields.flatMap((field) => uniqueKey(field, record[field]) ?? []),
    ]),
  ]
}

export const createRecordIndex = (table: NaturalNoun, uniqueFields: readonly string[]): RecordIndex => {
  const ids = new Map<string, string[]>()
  const keys = new Map<string, string[]>()
  const of = (key: string) => ids.get(key) ?? []
  return {
    put: (record) => {
      for (const key of keys.get(record.id) ?? []) {
        const left = of(key).filter((id) => id !== record.id)
        if (left.length > 0) ids.set(key, left)
        else ids.delete(key)
      }
      const now = keysOf(table, record, uniqueFields)
      keys.set(record.id, now)
      for (const key of now) {
        const held = ids.get(key)
        if (!held) ids.set(key, [record.id])
        else if ((held.at(-1) ?? '') < record.id) held.push(record.id)
        else ids.set(key, [...held, record.id].sort())
      }
    },
    of,
    has: (id) => keys.has(id),
    bySourceId: (id) => {
      const number = anyNumber(id)
      return of(number === undefined ? `id=${id}` : `number=${number}`)
    },
    byTitle: (title) => of(titleKey(title)),
  }
}
