import { useMemo } from 'react'

import type { Filter, NounName, Segment } from '../../../shared/domain/index.ts'
import { orderAfter } from '../../../shared/order.ts'
import { type Book, useBook } from '../../data/index.ts'
import type { ReadModel } from '../../read-model/api.ts'
import { useReadModel } from '../../read-model/hooks.ts'

/** A segment to be: `text` are words searched for beside the filter, which only a fixed one can keep to. */
export type NewSegment = Pick<Segment, 'noun' | 'name' | 'kind'> & { filter: Filter; text?: string | undefined }

const MOST = Number.MAX_SAFE_INTEGER

const idsOf = async (model: ReadModel, noun: NounName, filter: Filter, text?: string): Promise<string[]> =>
  (await model.select({ noun, filter, ...(text && { text }), offset: 0, limit: MOST })).ids

const membersOf = (ids: readonly string[]): Record<string, true> =>
  Object.fromEntries(ids.map((id) => [id, true as const]))

/** Who would come into a fixed segment and who would go out of it, if it were made by its filter anew. */
export type Refreshment = { added: readonly string[]; removed: readonly string[] }

const writes = (book: Book, model: ReadModel) => {
  const save = (segment: Pick<Segment, 'id' | 'name'>, patch: Partial<Omit<Segment, 'id' | 'members'>>) =>
    book.write({ key: 'segmentSaved', params: { name: patch.name ?? segment.name } }, (draft) =>
      draft.update('segments', segment.id, patch),
    )
  const change = ({ id, name }: Segment, members: Record<string, true | null>) =>
    book.write({ key: 'segmentSaved', params: { name } }, (draft) => draft.update('segments', id, { members }))
  return {
    /** @returns the id of the new segment */
    create: async ({ noun, name, kind, filter, text }: NewSegment): Promise<string> => {
      const members = kind === 'fixed' ? membersOf(await idsOf(model, noun, filter, text)) : undefined
      let id = ''
      await book.write({ key: 'segmentSaved', params: { name } }, async (draft) => {
        const order = orderAfter(await book.db.segments.toArray())
        id = draft.create('segments', { noun, name, kind, order, filter: [...filter], ...(members && { members }) }).id
      })
      return id
    },
    /** @returns the id of the copy */
    duplicate: async (segment: Segment, name: string): Promise<string> => {
      const { noun, kind, note, filter, members } = segment
      let id = ''
      await book.write({ key: 'segmentSaved', params: { name } }, async (draft) => {
        const order = orderAfter(await book.db.segments.toArray())
        const kept = { ...(note !== undefined && { note }), ...(filter && { filter }), ...(members && { members }) }
        id = draft.create('segments', { noun, name, kind, order, ...kept }).id
      })
      return id
    },
    save,
    /** Who fits now stays in it. */
    fix: async (segment: Segment): Promise<void> => {
      const members = membersOf(await idsOf(model, segment.noun, segment.filter ?? []))
      const gone = Object.keys(segment.members ?? {}).filter((id) => members[id] === undefined)
      const patch = { ...members, ...Object.fromEntries(gone.map((id) => [id, null])) }
      await book.write({ key: 'segmentSaved', params: { name: segment.name } }, (draft) =>
        draft.update('segments', segment.id, { kind: 'fixed', members: patch }),
      )
    },
    remove: ({ id, name }: Segment) =>
      book.write({ key: 'segmentDeleted', params: { name } }, (draft) => draft.remove('segments', id)),
    addMembers: (segment: Segment, ids: readonly string[]) => change(segment, membersOf(ids)),
    removeMember: (segment: Segment, id: string) => change(segment, { [id]: null }),
    /** What `refresh` would change. */
    compare: async ({ noun, filter = [], members = {} }: Segment): Promise<Refreshment> => {
      const fitting = new Set(await idsOf(model, noun, filter))
      return {
        added: [...fitting].filter((id) => members[id] === undefined),
        removed: Object.keys(members).filter((id) => !fitting.has(id)),
      }
    },
    refresh: (segment: Segment, { added, removed }: Refreshment) =>
      change(segment, { ...membersOf(added), ...Object.fromEntries(removed.map((id) => [id, null])) }),
  }
}

/** What can be done with segments, each one write that can be undone. */
export const useSegmentWrites = () => {
  const book = useBook()
  const model = useReadModel()
  return useMemo(() => writes(book, model), [book, model])
}
