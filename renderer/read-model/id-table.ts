import { grown } from './typed.ts'

/** The ids of one noun's records as saved: sixteen bytes for a UUID, the others by their slot. */
export type SavedIds = { size: number; words: Uint32Array; odd: [slot: number, id: string][] }

/** Numbers records: each id has a slot for ever, and every column of the noun is an array over the slots. */
export type IdTable = {
  readonly size: number
  /** The slot of an id; -1 if it has none. */
  find: (id: string) => number
  /** The slot of an id, given now if it had none. */
  slot: (id: string) => number
  idAt: (slot: number) => string
  /** Orders two slots by their ids as plain strings. */
  compare: (a: number, b: number) => number
  save: () => SavedIds
  /** Fills an empty table with what was saved. */
  restore: (saved: SavedIds) => void
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const WORDS = 4
const scratch = new Uint32Array(WORDS)

/** Reads a UUID into `scratch`; false for any other string. */
const parseUuid = (id: string): boolean => {
  if (id.length !== 36 || !UUID.test(id)) return false
  scratch[0] = Number.parseInt(id.slice(0, 8), 16)
  scratch[1] = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16)
  scratch[2] = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16)
  scratch[3] = Number.parseInt(id.slice(28, 36), 16)
  return true
}

const hex = (word: number): string => word.toString(16).padStart(8, '0')

const hash = (words: Uint32Array, at: number): number => {
  let mixed = (words[at + 3] ?? 0) ^ Math.imul(words[at + 2] ?? 0, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (words[at + 1] ?? 0), 0x85ebca6b) ^ (words[at] ?? 0)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** Ids as sixteen bytes with a hash table (open addressing) over them: a tenth of the memory of strings in a Map. */
export const createIdTable = (): IdTable => {
  let size = 0
  let words: Uint32Array = new Uint32Array(64)
  const oddIds = new Map<number, string>()
  const oddSlots = new Map<string, number>()
  /** Slot + 1, or 0 where free. Made when first asked, since a list's first page needs no way back from ids. */
  let table: Int32Array | undefined

  const same = (slot: number): boolean => {
    const at = slot * WORDS
    return (
      words[at] === scratch[0] &&
      words[at + 1] === scratch[1] &&
      words[at + 2] === scratch[2] &&
      words[at + 3] === scratch[3] &&
      !oddIds.has(slot)
    )
  }
  const insert = (into: Int32Array, slot: number) => {
    let place = hash(words, slot * WORDS) & (into.length - 1)
    while (into[place] !== 0) place = (place + 1) & (into.length - 1)
    into[place] = slot + 1
  }
  const lookup = (): Int32Array => {
    if (table !== undefined && table.length > size * 2) return table
    const made = new Int32Array(2 ** Math.ceil(Math.log2((size + 16) * 3)))
    for (let slot = 0; slot < size; slot += 1) if (!oddIds.has(slot)) insert(made, slot)
    table = made
    return made
  }
  const find = (id: string): number => {
    if (!parseUuid(id)) return oddSlots.get(id) ?? -1
    const into = lookup()
    let place = hash(scratch, 0) & (into.length - 1)
    for (let held = into[place] ?? 0; held !== 0; held = into[place] ?? 0) {
      if (same(held - 1)) return held - 1
      place = (place + 1) & (into.length - 1)
    }
    return -1
  }
  const idAt = (slot: number): string => {
    const odd = oddIds.get(slot)
    if (odd !== undefined) return odd
    const at = slot * WORDS
    const [a, b, c, d] = [
      hex(words[at] ?? 0),
      hex(words[at + 1] ?? 0),
      hex(words[at + 2] ?? 0),
      hex(words[at + 3] ?? 0),
    ]
    return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`
  }
  return {
    get size() {
      return size
    },
    find,
    slot: (id) => {
      const found = find(id)
      if (found >= 0) return found
      const slot = size
      words = grown(words, (slot + 1) * WORDS)
      if (parseUuid(id)) {
        words.set(scratch, slot * WORDS)
        insert(lookup(), slot)
      } else {
        oddIds.set(slot, id)
        oddSlots.set(id, slot)
      }
      size += 1
      return slot
    },
    idAt,
    compare: (a, b) => {
      if (oddIds.size > 0 && (oddIds.has(a) || oddIds.has(b))) {
        const [left, right] = [idAt(a), idAt(b)]
        return left < right ? -1 : left > right ? 1 : 0
      }
      for (let word = 0; word < WORDS; word += 1) {
        const difference = (words[a * WORDS + word] ?? 0) - (words[b * WORDS + word] ?? 0)
        if (difference !== 0) return difference
      }
      return 0
    },
    save: () => ({ size, words: words.slice(0, size * WORDS), odd: [...oddIds] }),
    restore: (saved) => {
      size = saved.size
      words = saved.words
      table = undefined
      for (const [slot, id] of saved.odd) {
        oddIds.set(slot, id)
        oddSlots.set(id, slot)
      }
    },
  }
}
