import { type Blocks, buildBlocks, candidatesOf } from './blocking/blocks.ts'
import { blockingKeys, orderKey } from './blocking/keys.ts'
import { addRecord, type Book, createBook, removeRecord, withGuest } from './book.ts'
import { type Comparer, createComparer, createComparison } from './compare.ts'
import { cachedPairs, uncached } from './dictionary.ts'
import { createEvidence, createScorer, type Scorer } from './model/score.ts'
import { trainModel } from './model/train.ts'
import { reasonsOf } from './reasons.ts'
import type { MatchRecord, SimilarRecord } from './types.ts'

/** A book made ready to be asked, again and again, who is like a record. Only this folder looks inside. */
export type Matcher = {
  book: Book
  blocks: Blocks
  /** Records added since the blocks were built, by blocking key. */
  added: Map<number, number[]>
  addedCount: number
  indexes: Map<string, number>
  compare: Comparer
  scorer: Scorer
}

/** Additions until the blocks are built anew: so many, or this part of the book. */
const REBUILD = { records: 500, part: 0.1 }
/** Records added since that a common key brings at most, the latest. */
const MOST_ADDED = 50
const DEFAULT_LIMIT = 5
const DEFAULT_THRESHOLD = 0.3

/** Learns from a book and makes it ready; about as long as the first half of `findDuplicates`. The last of equal ids counts. */
export const createMatcher = (records: readonly MatchRecord[]): Matcher => {
  const book = createBook()
  const indexes = new Map<string, number>()
  for (const record of records) {
    const known = indexes.get(record.id)
    if (known !== undefined) removeRecord(book, known)
    indexes.set(record.id, addRecord(book, record))
  }
  const blocks = buildBlocks(book)
  const model = trainModel(blocks, createComparer(book, cachedPairs(records.length)), records.length)
  return {
    book,
    blocks,
    added: new Map(),
    addedCount: 0,
    indexes,
    compare: createComparer(book, uncached),
    scorer: createScorer(model),
  }
}

export const removeFromMatcher = (matcher: Matcher, id: string): void => {
  const index = matcher.indexes.get(id)
  if (index === undefined) return
  removeRecord(matcher.book, index)
  matcher.indexes.delete(id)
}

/** Adds a record, or puts it in the place of the one with its id. What was learned stays as it is. */
export const addToMatcher = (matcher: Matcher, record: MatchRecord): void => {
  removeFromMatcher(matcher, record.id)
  const { book, added, indexes } = matcher
  const index = addRecord(book, record)
  indexes.set(record.id, index)
  for (const key of blockingKeys(book, index)) {
    const held = added.get(key)
    if (held) held.push(index)
    else added.set(key, [index])
  }
  matcher.addedCount++
  if (matcher.addedCount < REBUILD.records + REBUILD.part * book.ids.length) return
  matcher.blocks = buildBlocks(book)
  matcher.added = new Map()
  matcher.addedCount = 0
}

/**
 * The records that one (a form being typed) may be a duplicate of, the likeliest first. The record with its own id is
 * not one of them.
 */
export const findSimilar = (
  matcher: Matcher,
  record: MatchRecord,
  limit = DEFAULT_LIMIT,
  threshold = DEFAULT_THRESHOLD,
): SimilarRecord[] =>
  withGuest(matcher.book, record, (guest) => {
    const { book, blocks, added, compare, scorer } = matcher
    const keys = blockingKeys(book, guest)
    const candidates = candidatesOf(blocks, keys, orderKey(book, guest))
    for (const key of keys) for (const index of added.get(key)?.slice(-MOST_ADDED) ?? []) candidates.add(index)
    const [pair, evidence] = [createComparison(), createEvidence()]
    const found: SimilarRecord[] = []
    for (const index of candidates) {
      const id = book.ids[index] ?? ''
      if (book.gone.has(index) || id === record.id) continue
      compare(index, guest, pair)
      scorer.weigh(pair, evidence)
      const { same } = scorer.classes(evidence)
      if (same >= threshold) found.push({ id, probability: same, reasons: reasonsOf(pair, evidence, same) })
    }
    return found.sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1)).slice(0, limit)
  })
