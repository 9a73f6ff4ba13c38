import type { ListItem, ListName, SourceKind } from '../../../../shared/domain/index.ts'
import { orderAfter, placeAt } from '../../../../shared/order.ts'
import type { Book } from '../../../data/index.ts'

const changed = { key: 'listChanged' } as const

/** Adds an item at the end. */
export const addItem = (book: Book, list: ListName, items: readonly ListItem[], name: string) =>
  book.write(changed, (draft) => {
    draft.create('listItems', { list, name, order: orderAfter(items) })
  })

export const renameItem = (book: Book, { id }: ListItem, name: string) =>
  book.write(changed, (draft) => draft.update('listItems', id, { name }))

export const retireItem = (book: Book, { id }: ListItem, retired: boolean) =>
  book.write(changed, (draft) => draft.update('listItems', id, { retired: retired || null }))

export const classifySource = (book: Book, { id }: ListItem, kind: SourceKind) =>
  book.write(changed, (draft) => draft.update('listItems', id, { kind }))

/** Moves an item one place up or down: as a rule only its own order key changes. */
export const moveItem = (book: Book, items: readonly ListItem[], index: number, by: -1 | 1) =>
  book.write(changed, async (draft) => {
    const item = items[index]
    if (!item) return
    const others = items.filter(({ id }) => id !== item.id)
    for (const [id, order] of placeAt(others, item.id, index + by)) await draft.update('listItems', id, { order })
  })
