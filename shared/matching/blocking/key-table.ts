/**
 * Numbers blocks by their keys, 0, 1, 2 … in the order they come: a hash table with open addressing over typed arrays,
 * for millions of keys that a `Map` would box.
 */
export type KeyTable = { keys: Int32Array; blocks: Int32Array; size: number }

export const createKeyTable = (mostKeys: number): KeyTable => {
  let capacity = 16
  while (capacity < mostKeys * 1.5) capacity *= 2
  return { keys: new Int32Array(capacity), blocks: new Int32Array(capacity).fill(-1), size: 0 }
}

const slotOf = ({ keys, blocks }: KeyTable, key: number): number => {
  const mask = keys.length - 1
  let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & mask
  while (blocks[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}

/** The block of a key, -1 if it has none. */
export const blockOf = (table: KeyTable, key: number): number => table.blocks[slotOf(table, key)] ?? -1

/** The block of a key, the next number if it has none yet. */
export const numberKey = (table: KeyTable, key: number): number => {
  const slot = slotOf(table, key)
  const known = table.blocks[slot] ?? -1
  if (known !== -1) return known
  table.keys[slot] = key
  table.blocks[slot] = table.size
  return table.size++
}
