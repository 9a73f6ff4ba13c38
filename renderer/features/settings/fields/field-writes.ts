import { canonical, type Json } from '../../../../shared/change/index.ts'
import type { CustomField } from '../../../../shared/domain/index.ts'
import { inOrder, orderAfter, placeAt } from '../../../../shared/order.ts'
import type { Book, Patch } from '../../../data/index.ts'
import { definitionOf, type FieldDraft } from './definition-draft.ts'

const changed = { key: 'fieldsChanged' } as const

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a map-like property becomes: the entries that are gone are named too, as null. */
const asPatch = (before: unknown, after: unknown): unknown => {
  if (!isMap(before)) return after ?? null
  if (!isMap(after)) return null
  return { ...Object.fromEntries(Object.keys(before).map((key) => [key, null])), ...after }
}

/** Adds a field at the end of all. */
export const addField = (book: Book, draft: FieldDraft, all: readonly CustomField[]) =>
  book.write(changed, (tx) => {
    const values = Object.entries(definitionOf(draft)).filter(([, value]) => value !== undefined)
    tx.create('customFields', {
      scope: draft.scope,
      type: draft.type,
      ...Object.fromEntries(values),
      id: draft.id,
      order: orderAfter(all),
    })
  })

const same = (a: unknown, b: unknown): boolean => canonical((a ?? null) as Json) === canonical((b ?? null) as Json)

/**
 * Changes what the draft says otherwise of a field than it was when the draft was made: what another window changed
 * meanwhile stays. Its type has its own way.
 */
export const changeField = (book: Book, before: CustomField, draft: FieldDraft) =>
  book.write(changed, (tx) => {
    const { type: _type, ...values } = definitionOf(draft)
    const patch = Object.fromEntries(
      Object.entries(values)
        .filter(([key, value]) => !same(before[key as keyof CustomField], value))
        .map(([key, value]) => [key, asPatch(before[key as keyof CustomField], value)]),
    ) as Patch<'customFields'>
    return tx.update('customFields', before.id, patch)
  })

export const retireField = (book: Book, id: string, retired: boolean) =>
  book.write(changed, (tx) => tx.update('customFields', id, { retired: retired || null }))

/** Only of a field that no record has a value in. */
export const deleteField = (book: Book, id: string) => book.write(changed, (tx) => tx.remove('customFields', id))

/**
 * Puts a field at a place among those it is listed with.
 * @param listed the fields of its list, without it
 */
export const moveField = (book: Book, id: string, listed: readonly CustomField[], index: number) =>
  book.write(changed, async (tx) => {
    for (const [each, order] of placeAt(inOrder(listed), id, index)) await tx.update('customFields', each, { order })
  })
