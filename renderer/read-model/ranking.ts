import type { TextQuery } from '../../shared/search/index.ts'
import type { SearchHit } from './api.ts'
import { ARCHIVED, type NounTable, segmentOf } from './noun-table.ts'
import { wordWithin } from './text-index.ts'
import type { Mask } from './text-mask.ts'

type Found = { table: NounTable; mask: Mask; order: Uint32Array }

/** The segments of a record's text that hold what it is called. */
const TITLE_SEGMENTS = { customers: 3, deals: 1, interactions: 1, tasks: 1 } as const
/** Enough hits to choose the best from; a query that finds more is not finished being typed. */
const CANDIDATES = 300
const BEST = 0
const WORST = 3

/** 0: the name begins with what was typed; 1: all words are in the name; 2: some are; 3: found elsewhere. */
const distance = (table: NounTable, slot: number, words: readonly string[]): number => {
  const segments = Array.from({ length: TITLE_SEGMENTS[table.noun] }, (_, segment) => segmentOf(table, slot, segment))
  const name = segments.filter((segment) => segment !== '').join(' ')
  if (name.startsWith(words.join(' '))) return BEST
  const padded = ` ${name}`
  const within = words.filter((word) => padded.includes(` ${word}`)).length
  if (within === words.length) return 1
  return within > 0 ? 2 : WORST
}

const NEW_LINE = 10

/** Whether a record's text begins with a marked word, leaving out its empty first segments: cheap, for every hit. */
const begins = (text: string, marked: string): boolean => {
  let at = 0
  while (text.charCodeAt(at) === NEW_LINE) at += 1
  return text.startsWith(marked, at)
}

const best = (
  { table, mask, order }: Found,
  words: readonly string[],
  limit: number,
  archived: boolean,
): SearchHit[] => {
  const first = wordWithin(words[0] ?? '')
  const hits: { slot: number; distance: number }[] = []
  let exact = 0
  let others = 0
  for (const slot of order) {
    if (exact >= limit) break
    if (mask[slot] !== 1 || (table.state[slot] === ARCHIVED) !== archived) continue
    if (others >= CANDIDATES && !begins(table.text.get(slot), first)) continue
    const found = distance(table, slot, words)
    if (found === BEST) exact += 1
    else others += 1
    if (found === BEST || others <= CANDIDATES) hits.push({ slot, distance: found })
  }
  return hits
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ slot }) => ({ noun: table.noun, id: table.ids.idAt(slot) }))
}

/** Of each noun that has hits, at least this share of the limit is shown. */
const SHARE = 0.2

/** The best hits of each noun, in the nouns' order; within one, those whose name fits stand first, archived ones last. */
export const rankHits = (found: readonly Found[], query: TextQuery, limit: number): SearchHit[] => {
  const words = query.terms.flatMap(({ ways: [way = []] }) => way)
  const hits = found.map((one) => {
    const alive = best(one, words, limit, false)
    return alive.length < limit ? [...alive, ...best(one, words, limit - alive.length, true)] : alive
  })
  const least = Math.max(1, Math.floor(limit * SHARE))
  const reserved = hits.map((list) => Math.min(list.length, least))
  let left = limit - reserved.reduce((sum, count) => sum + count, 0)
  const chosen = hits.flatMap((list, index) => {
    const own = reserved[index] ?? 0
    const more = Math.max(0, Math.min(list.length - own, left))
    left -= more
    return list.slice(0, own + more)
  })
  return chosen.slice(0, limit)
}
