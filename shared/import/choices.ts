import type { ListItem, ListName } from '../domain/index.ts'
import { orderAfter } from '../order.ts'
import { fold } from './fold.ts'
import type { Vocabulary } from './vocabulary.ts'

export type NewListItem = Pick<ListItem, 'id' | 'list' | 'name' | 'order'> & { name: string }

/** The owner's lists during an import: items found by name, new ones made where a name is not known. */
export type Choices = {
  /** Whether a value can be taken: an item of the list, or one more new item. */
  accepts: (list: ListName, text: string) => boolean
  /** The id of the item with this name, undefined where there is none. */
  find: (list: ListName, text: string) => string | undefined
  /** The id of the item with this name; made now if there is none. */
  resolve: (list: ListName, text: string) => string
  has: (id: string) => boolean
  /** New items since the last call. */
  takeNew: () => NewListItem[]
}

/** So many new items are no list any more: the column holds something else. */
const MAX_NEW = 100

export const createChoices = (
  items: readonly Pick<ListItem, 'id' | 'list' | 'name' | 'order' | 'retired'>[],
  vocabulary: Vocabulary,
  newId: () => string,
  /** Items that this import made before it was broken off. */
  before: readonly Pick<ListItem, 'list'>[] = [],
): Choices => {
  const byName = new Map<string, string>()
  const ids = new Set(items.map(({ id }) => id))
  const made = new Map<ListName, number>()
  const ordered = new Map<ListName, { id: string; order?: string | undefined }[]>()
  for (const { list } of before) made.set(list, (made.get(list) ?? 0) + 1)
  let fresh: NewListItem[] = []
  const key = (list: ListName, text: string) => `${list}/${fold(text) || text}`
  const learn = (list: ListName, text: string, id: string) => {
    if (!byName.has(key(list, text))) byName.set(key(list, text), id)
  }
  const living = [...items].sort((a, b) => Number(a.retired ?? false) - Number(b.retired ?? false))
  for (const { id, list, name } of living) if (name !== undefined) byName.set(`${list}=${name}`, id)
  for (const { id, list, name } of living) if (name !== undefined) learn(list, name, id)
  for (const { id, list, name } of living) {
    for (const label of name === undefined ? (vocabulary.listItems[id] ?? []) : []) learn(list, label, id)
    learn(list, id, id)
  }
  for (const item of items) {
    const held = ordered.get(item.list)
    if (held) held.push(item)
    else ordered.set(item.list, [item])
  }
  const find = (list: ListName, text: string) =>
    byName.get(`${list}=${text}`) ?? (ids.has(text) ? text : byName.get(key(list, text)))
  return {
    accepts: (list, text) => find(list, text) !== undefined || (made.get(list) ?? 0) < MAX_NEW,
    find,
    resolve: (list, text) => {
      const known = find(list, text)
      if (known !== undefined) return known
      const others = ordered.get(list) ?? []
      const item = { id: newId(), list, name: text, order: orderAfter(others) }
      ordered.set(list, [...others, item])
      made.set(list, (made.get(list) ?? 0) + 1)
      byName.set(`${list}=${text}`, item.id)
      byName.set(key(list, text), item.id)
      fresh.push(item)
      return item.id
    },
    has: (id) => ids.has(id),
    takeNew: () => {
      const taken = fresh
      fresh = []
      return taken
    },
  }
}
