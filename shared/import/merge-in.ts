import type { Address, Customer, CustomerStatus, Email, Phone } from '../domain/index.ts'
import { fold } from './fold.ts'
import type { Incoming } from './incoming.ts'
import { addressParts } from './paths.ts'

/** What an update changes: fields, and entries of map-like fields by id. Empty when the record says all of it already. */
export type RecordPatch = Record<string, unknown>

const STATUS_RANK: Readonly<Record<CustomerStatus, number>> = {
  lead: 0,
  prospect: 1,
  disqualified: 1.5,
  customer: 2,
  former: 3,
}
const isCustomerStatus = (status: unknown): boolean => Object.hasOwn(STATUS_RANK, String(status))
const rankOf = (status: unknown): number =>
  Object.entries(STATUS_RANK).find(([known]) => known === status)?.[1] ?? Number.NEGATIVE_INFINITY

type Entries<E> = Record<string, E>
type Labelled = { value: string; label?: Email['label'] | undefined; primary?: boolean | undefined }

const mergeLabelled = <E extends Labelled>(
  held: Entries<E> | undefined,
  incoming: readonly E[],
  keyOf: (entry: E) => string,
  newId: () => string,
): Entries<E> => {
  const patch: Entries<E> = {}
  const known = new Map(Object.entries(held ?? {}).map(([id, entry]) => [keyOf(entry), { id, entry }]))
  for (const entry of incoming) {
    const same = known.get(keyOf(entry))
    if (same === undefined) {
      const id = newId()
      // The record has its first choice already: another one does not take its place.
      const { primary: _, ...plain } = entry
      const added = known.size > 0 ? (plain as E) : entry
      patch[id] = added
      known.set(keyOf(entry), { id, entry: added })
    } else if (same.entry.label === undefined && entry.label !== undefined) {
      patch[same.id] = { ...same.entry, label: entry.label }
      known.set(keyOf(entry), { id: same.id, entry: { ...same.entry, label: entry.label } })
    }
  }
  return patch
}

const sameText = (a: string | undefined, b: string | undefined) =>
  a === b || (a !== undefined && b !== undefined && (fold(a) || a) === (fold(b) || b))

/** Whether no part of one address speaks against the other. */
const compatible = (a: Address, b: Address): boolean =>
  a.kind === b.kind && addressParts.every((part) => !a[part] || !b[part] || sameText(a[part], b[part]))
const missingParts = (held: Address, incoming: Address) =>
  addressParts.filter((part) => held[part] === undefined && incoming[part] !== undefined)
const sharesPart = (a: Address, b: Address) =>
  addressParts.some((part) => a[part] !== undefined && sameText(a[part], b[part]))

const mergeAddresses = (
  held: Entries<Address> | undefined,
  incoming: readonly Address[],
  newId: () => string,
): Entries<Address> => {
  const patch: Entries<Address> = {}
  const known = new Map(Object.entries(held ?? {}))
  for (const address of incoming) {
    const entries = [...known]
    const covered = entries.some(([, have]) => compatible(have, address) && missingParts(have, address).length === 0)
    if (covered) continue
    const [id, have] = entries.find(([, entry]) => compatible(entry, address) && sharesPart(entry, address)) ?? [
      newId(),
    ]
    const merged = have
      ? { ...have, ...Object.fromEntries(missingParts(have, address).map((part) => [part, address[part]])) }
      : address
    patch[id] = merged
    known.set(id, merged)
  }
  return patch
}

const mergeNotes = (held: unknown, incoming: string): string | undefined => {
  if (typeof held !== 'string' || held.trim() === '') return incoming
  return held.includes(incoming) ? undefined : `${held}\n\n${incoming}`
}

const emailKey = ({ value }: Email) => value.trim().toLowerCase()
const phoneKey = ({ value, e164 }: Phone) => e164 ?? value.replace(/\s+/g, '')

export type MergeOptions = {
  newId: () => string
  /** Status only goes forward. */
  forwardOnly: boolean
  /** From an export of Fairbook: what it says of a text replaces the text. */
  exact: boolean
  /** Only what the record lacks is taken. */
  gapsOnly: boolean
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''
const isMapValue = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a row changes in a field that holds several entries: those that it lacks. */
const missingEntries = (held: unknown, incoming: Record<string, unknown>): Record<string, unknown> | undefined => {
  const have = isMapValue(held) ? held : {}
  const added = Object.entries(incoming).filter(([key]) => !Object.hasOwn(have, key))
  return added.length > 0 ? Object.fromEntries(added) : undefined
}

/** What a row changes in a record of one value a field. Blank cells are not in `values`, so they overwrite nothing. */
export const mergeValues = (
  record: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
  { forwardOnly, exact, gapsOnly }: Omit<MergeOptions, 'newId'>,
): RecordPatch => {
  const patch: RecordPatch = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || name === 'createdAt' || name === 'kind' || record[name] === value) continue
    if (isMapValue(value)) {
      // When a deal entered a stage is what the book itself has seen: it goes with the stage.
      const next = name === 'stageEnteredAt' ? value : missingEntries(record[name], value)
      if (next !== undefined && !(gapsOnly && name === 'stageEnteredAt')) patch[name] = next
      continue
    }
    if (gapsOnly && !isEmpty(record[name])) continue
    if (name === 'status' && forwardOnly && isCustomerStatus(value) && rankOf(value) <= rankOf(record['status']))
      continue
    const next = name === 'notes' && !exact && typeof value === 'string' ? mergeNotes(record['notes'], value) : value
    if (next !== undefined) patch[name] = next
  }
  return patch
}

/** What a row changes in a customer: new values replace, e-mails, phones, addresses and tags add up. */
export const mergeCustomer = (
  record: Customer,
  incoming: Incoming,
  values: Record<string, unknown>,
  options: MergeOptions,
): RecordPatch => {
  const patch = mergeValues(record, values, options)
  const add = (name: string, entries: object) => {
    if (Object.keys(entries).length > 0) patch[name] = entries
  }
  add('emails', mergeLabelled(record.emails, incoming.emails, emailKey, options.newId))
  add('phones', mergeLabelled(record.phones, incoming.phones, phoneKey, options.newId))
  add('addresses', mergeAddresses(record.addresses, incoming.addresses, options.newId))
  const held = record.tags ?? {}
  add('tags', Object.fromEntries(incoming.tags.filter((tag) => !Object.hasOwn(held, tag)).map((tag) => [tag, true])))
  return patch
}

/** The map-like fields of a new customer. */
export const newEntries = (incoming: Incoming, newId: () => string): Record<string, object> => {
  const entriesOf = (list: readonly object[]) => Object.fromEntries(list.map((entry) => [newId(), entry]))
  return Object.fromEntries(
    Object.entries({
      emails: entriesOf(incoming.emails),
      phones: entriesOf(incoming.phones),
      addresses: entriesOf(incoming.addresses),
      tags: Object.fromEntries(incoming.tags.map((tag) => [tag, true])),
    }).filter(([, entries]) => Object.keys(entries).length > 0),
  )
}

/** Applies a patch to a record in memory, as the book will. */
export const applyRecordPatch = <R extends object>(record: R, patch: RecordPatch): R => {
  const next: Record<string, unknown> = Object.fromEntries(Object.entries(record))
  for (const [name, value] of Object.entries(patch)) {
    const held = next[name]
    next[name] = isMapValue(value) ? { ...(isMapValue(held) ? held : {}), ...value } : value
  }
  return next as R
}
