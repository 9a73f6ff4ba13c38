import type { Incoming } from './incoming.ts'
import type { Links } from './links.ts'
import { type MatchIndex, matchKeyOfRow, uniqueKey } from './match.ts'
import { mergeValues } from './merge-in.ts'
import type { BookRow } from './plan-types.ts'
import { linkKey, mainLink, type NaturalNoun, naturalKeys, type RecordIndex, titleKey } from './record-index.ts'
import type { EarlierRows } from './row-ids.ts'
import type { ImportRules } from './rules.ts'
import { idsSpeakAgainst } from './source-ids.ts'
import { minorDigits } from './values/number.ts'

export type Match = { id: string; by: string }

type Options = {
  customers: MatchIndex
  indexes: Readonly<Record<NaturalNoun, RecordIndex>>
  rules: Pick<ImportRules, 'match'>
  exact: boolean
  uniqueFields: readonly string[]
  taken: ReadonlySet<string>
  earlier: EarlierRows
}

/** Records that a row may be about. `surely`: by an id or by what the user chose, so nothing else needs to agree. */
export type Candidates = { by: string; ids: readonly string[]; surely: boolean }
type Facts = Incoming & { table: NaturalNoun }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const isNatural = (incoming: Incoming): incoming is Facts => incoming.table !== 'customers'
const NONE: Candidates = { by: '', ids: [], surely: true }

/** Finds the record that a row is about. */
export const createFinder = ({ customers, indexes, rules, exact, uniqueFields, taken, earlier }: Options) => {
  const chosen = (
    incoming: Facts,
    values: Readonly<Record<string, unknown>>,
    fields: readonly string[],
  ): Candidates => {
    const index = indexes[incoming.table]
    const sets = fields.flatMap((field) => {
      const unique = uniqueKey(field, incoming.values[field])
      if (field === 'title') return [index.of(titleKey(text(values['title'])))]
      if (field === 'customer') return mainLink(values) ? [index.of(linkKey(mainLink(values)))] : []
      return unique !== undefined && uniqueFields.includes(field) ? [index.of(unique)] : []
    })
    const [first = [], ...others] = sets
    return { by: fields.join(', '), ids: first.filter((id) => others.every((set) => set.includes(id))), surely: true }
  }

  const naturally = (incoming: Facts, values: Readonly<Record<string, unknown>>): Candidates => {
    const { table, links } = incoming
    const index = indexes[table]
    const of = (link: string) => {
      const { full, undated } = naturalKeys(table, values, link)
      return index.of(table === 'interactions' && values['at'] === undefined ? undated : full)
    }
    const found = of(mainLink(values))
    // The first time, whom it is about may not have been there yet.
    const unlinked = found.length === 0 && links.length > 0 ? of('') : []
    return { by: 'natural', ids: [...found, ...unlinked], surely: false }
  }

  const has = (table: Incoming['table'], id: string): boolean =>
    table === 'customers' ? customers.get(id) !== undefined : indexes[table].has(id)

  const ofRecords = (incoming: Facts, links: Links): Candidates => {
    const { match } = rules
    const known = incoming.sourceIds.flatMap((id) => indexes[incoming.table].bySourceId(id))
    if (known.length > 0 && (typeof match === 'string' || match.includes('sourceId')))
      return { by: 'sourceId', ids: known, surely: true }
    if (match === 'none') return NONE
    const values = { ...incoming.values, ...links.values }
    if (match !== 'auto')
      return chosen(
        incoming,
        values,
        match.filter((field) => field !== 'sourceId'),
      )
    for (const field of uniqueFields) {
      const unique = uniqueKey(field, incoming.values[field])
      const held = unique === undefined ? [] : indexes[incoming.table].of(unique)
      if (held.length > 0) return { by: field, ids: held, surely: true }
    }
    return naturally(incoming, values)
  }

  /** Records that a later row of these very rows made the last time: when this one came in, they were not there. */
  const isLater = (row: number) => (id: string) => (earlier.rowOf(id) ?? -1) > row

  const candidatesOf = (incoming: Incoming, links: Links): Candidates => {
    if (exact && incoming.id !== undefined) return { by: 'id', ids: [incoming.id], surely: true }
    const own = rules.match === 'auto' ? earlier.idsOf(incoming.row).find((id) => has(incoming.table, id)) : undefined
    if (own !== undefined) return { by: 'sameFile', ids: [own], surely: true }
    const isOut = isLater(incoming.row)
    if (isNatural(incoming)) {
      const { ids, ...found } = ofRecords(incoming, links)
      const left = ids.filter((id) => !isOut(id))
      return { ...found, ids: found.by === 'natural' ? left : left.slice(0, 1) }
    }
    const wanted = matchKeyOfRow(incoming, links.values['companyId'], uniqueFields)
    const found = customers.find(wanted, taken, rules.match, isOut)
    return found ? { by: found.by, ids: [found.id], surely: true } : NONE
  }

  /** Of the candidates the one that is meant. */
  const choose = (
    incoming: Incoming,
    links: Links,
    { by, ids, surely }: Candidates,
    rowOf: (id: string) => BookRow | undefined,
  ): Match | undefined => {
    if (!isNatural(incoming) || by === 'id' || by === 'sameFile')
      return ids[0] === undefined ? undefined : { id: ids[0], by }
    const values = { ...incoming.values, ...links.values }
    const best = closest(incoming, values, ids, rowOf, surely ? new Set() : taken, rules.match)
    return best === undefined ? undefined : { id: best, by }
  }
  return { candidates: candidatesOf, choose }
}

const sameAmount = (incoming: Incoming, record: BookRow): boolean => {
  const amount = incoming.amounts['value']
  if (amount === undefined) return true
  const currency = incoming.values['currency'] ?? incoming.currency ?? record['currency']
  if (currency !== record['currency'] || typeof currency !== 'string') return false
  return Math.round(amount * 10 ** minorDigits(currency)) === record['value']
}

/** What, besides its key, must be the same for a record to be the one that a row without an id is about. */
const isSame = (incoming: Facts, record: BookRow, match: ImportRules['match']): boolean => {
  if (incoming.table === 'deals') {
    const { createdAt } = incoming.values
    const byValue = match === 'auto' || (typeof match !== 'string' && match.includes('value'))
    return (
      (!byValue || sameAmount(incoming, record)) &&
      (match !== 'auto' || createdAt === undefined || createdAt === record['createdAt'])
    )
  }
  const { channel } = incoming.values
  return incoming.table === 'tasks' || channel === undefined || channel === record['channel']
}

/**
 * Of records with the same key the one that differs least from the row. One that another row is about already is only
 * meant when it says the very same.
 */
const closest = (
  incoming: Facts,
  values: Readonly<Record<string, unknown>>,
  ids: readonly string[],
  rowOf: (id: string) => BookRow | undefined,
  taken: ReadonlySet<string>,
  match: ImportRules['match'],
): string | undefined => {
  let best: { id: string; differs: number } | undefined
  const { companyId: _, ...told } = values
  for (const id of ids) {
    const record = rowOf(id)
    if (!record || !isSame(incoming, record, match)) continue
    if (idsSpeakAgainst(Object.keys((record['sourceIds'] as object | undefined) ?? {}), incoming.sourceIds)) continue
    const patch = mergeValues(
      record,
      { ...told, ...closing(incoming, record) },
      { forwardOnly: true, exact: false, gapsOnly: false },
    )
    const differs = Object.keys(patch).filter((name) => name !== 'doneAt').length
    if (taken.has(id) && differs > 0) continue
    if (!best || differs < best.differs) best = { id, differs }
  }
  return best?.id
}

/** The day that a deal closes, wherever its record keeps it. */
const closing = ({ closeDate }: Incoming, record: BookRow): Record<string, unknown> => {
  if (closeDate === undefined) return {}
  const isOpen = record['status'] === 'open'
  return isOpen
    ? { expectedClose: closeDate }
    : { closedAt: closeDate === text(record['closedAt']).slice(0, 10) ? record['closedAt'] : closeDate }
}
