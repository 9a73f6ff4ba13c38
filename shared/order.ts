import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Something in an order of its owner's making: `order` is a fractional key, sorted as a plain string. */
export type Ordered = { id: string; order?: string | undefined }

const KEY = /^[A-Za-z][0-9A-Za-z]+$/

/** Whether a text is a fractional key that another can be put beside. */
const isOrderKey = (order: string | undefined): order is string => {
  if (order === undefined || !KEY.test(order)) return false
  try {
    generateKeyBetween(order, null)
    return true
  } catch {
    return false
  }
}

/**
 * Items in their order: first those without a key, newest id first, so that what is new needs no key to stand on top;
 * then those with one. Two devices may have given the same key: then by id.
 */
export const inOrder = <T extends Ordered>(items: readonly T[]): T[] => {
  const keyed = items.map((item) => ({ item, key: isOrderKey(item.order) ? item.order : '' }))
  keyed.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1
    return a.item.id < b.item.id === (a.key === '') ? 1 : -1
  })
  return keyed.map(({ item }) => item)
}

/**
 * The keys to write so that the item `id` stands at `index` among `others`. As a rule that is one key; those after it
 * that have none yet, or one equal to the key before it, get theirs too.
 * @param others the items of the place, `inOrder`, without the moved one
 * @param index 0 (first) to `others.length` (last)
 */
export const placeAt = (others: readonly Ordered[], id: string, index: number): Map<string, string> => {
  const keys = others.map(({ order }) => (isOrderKey(order) ? order : undefined))
  const at = Math.min(Math.max(0, index), others.length)
  const lower = keys[at - 1] ?? null
  let to = at
  while (to < keys.length && (keys[to] === undefined || keys[to] === lower)) to += 1
  const upper = keys[to] ?? null
  const ids = [id, ...others.slice(at, to).map((item) => item.id)]
  const given = generateNKeysBetween(lower, upper, ids.length)
  return new Map(ids.map((each, position) => [each, given[position] ?? '']))
}

/** The key for one more item after all others. */
export const orderAfter = (others: readonly Ordered[]): string => {
  const last = inOrder(others).at(-1)
  return generateKeyBetween(isOrderKey(last?.order) ? last.order : null, null)
}
