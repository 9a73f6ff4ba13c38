import { canonical, isMap, type Json, splitPath } from '../../shared/change/index.ts'
import type { Merge } from './merge-trail.ts'
import type { Stamped, Witnesses } from './witnesses.ts'

/** What an erased person held, by field, as texts: it is not to be left in the records they were merged into. */
export type Held = ReadonlyMap<string, ReadonlySet<string>>

/** Kept by the program, or a choice among a few: who has them in common has nothing of the other. */
const choices = new Set([
  'kind',
  'status',
  'createdAt',
  'createdBy',
  'deletedAt',
  'mergedInto',
  'companyId',
  'importId',
])

/** A value as a text: of an entry with a label the value alone. Undefined for what says nothing of anyone. */
const textOf = (value: Json | undefined): string | undefined => {
  if (typeof value === 'string') return value
  if (isMap(value) && typeof value['value'] === 'string') return value['value']
  return typeof value === 'object' && value !== null ? canonical(value) : undefined
}

/** What stands in one text beyond another: notes are put together. */
const beyond = (text: string, other: string | undefined): string =>
  other !== undefined && other !== '' && text.includes(other) ? text.replace(other, '').trim() : text

/** What a record took over in a merge, or gave back: what stands in one of its sides and not in the other. */
const inMerge = ({ changes = [] }: Stamped, isMerge: boolean): [path: string, text: string][] => {
  const sides = changes.map(({ path, before, after }) => {
    const [there, not] = isMerge ? [after, before] : [before, after]
    return { path, there: textOf(there), not: textOf(not) }
  })
  const own = new Set(sides.flatMap(({ not }) => not ?? []))
  return sides.flatMap(({ path, there, not }): [string, string][] =>
    there === undefined || own.has(there) ? [] : [[path, beyond(there, not)]],
  )
}

/**
 * What some customers held, as far as this book knows: from what they were when their erasure came, from their history,
 * and from what others took over from them.
 * @param rows the history of the writes of `merges`
 */
export const heldBy = (
  ids: readonly string[],
  { people, history }: Witnesses,
  merges: readonly Merge[],
  rows: readonly Stamped[],
): Held => {
  const held = new Map<string, Set<string>>()
  const add = (path: string, text: string | undefined): void => {
    const [field] = splitPath(path)
    if (choices.has(field) || text === undefined || text.trim() === '') return
    held.set(field, (held.get(field) ?? new Set()).add(text))
  }
  for (const { id, values } of people)
    if (ids.includes(id)) for (const [path, value] of Object.entries(values)) add(path, textOf(value))
  for (const { recordId, changes = [] } of history)
    if (ids.includes(recordId))
      for (const { path, before, after } of changes) for (const value of [before, after]) add(path, textOf(value))
  for (const { writeId, into, isMerge } of merges)
    for (const row of rows)
      if (row.writeId === writeId && row.recordTable === 'customers' && row.recordId === into)
        for (const [path, text] of inMerge(row, isMerge)) add(path, text)
  return held
}

/** A text this short may stand in any other. */
const SHORTEST_PART = 4

const says = (value: Json | undefined, text: string): boolean => {
  const whole = textOf(value)
  if (whole === undefined || whole === text) return whole !== undefined
  return typeof value === 'string' && text.length >= SHORTEST_PART && value.includes(text)
}

/** What of `held` a value of a path says. */
export const saidBy = (held: Held, path: string, value: Json | undefined): string[] =>
  [...(held.get(splitPath(path)[0]) ?? [])].filter((text) => says(value, text))

/** Writes that put there what stood somewhere before. */
const repeating = new Set([
  'customersMerged',
  'mergeUndone',
  'undone',
  'redone',
  'conflictSettled',
  'importUndone',
  'backupRestored',
  'personErased',
])

/** The first time a text stands in a path, as far as the history tells: what was there before, and whether it is one's own. */
export type First = { isOwn: boolean; before?: Json | undefined }

/**
 * Where a text in a path of a record came from: a record that was made with it, or that someone wrote it into, has it
 * of its own.
 * @param rows the history of the record
 * @param present the stamp of what stands in the path
 * @param created the stamp of the record's making
 */
export const firstOf = (
  text: string,
  path: string,
  rows: readonly Stamped[],
  { present, created }: { present: string; created: string },
): First => {
  const writes = rows
    .flatMap(({ stamp, what, changes = [] }) =>
      changes.filter((change) => change.path === path).map((change) => ({ ...change, stamp, what })),
    )
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  for (const { before, after, replaced, what } of writes) {
    if (says(before, text)) return { isOwn: replaced === created }
    if (says(after, text)) return { isOwn: !repeating.has(what), before }
  }
  return { isOwn: present === created }
}
