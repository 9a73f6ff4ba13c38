import type { Catalog } from '../../shared/domain/index.ts'
import {
  addToMatcher,
  createMatcher,
  type DuplicatePair,
  findDuplicates,
  findSimilar,
  type Matcher,
  type MatchReason,
  type MatchRecord,
  removeFromMatcher,
  type SimilarRecord,
} from '../../shared/matching/index.ts'
import type { MatchKind, RescanResult, ScanResult } from '../../shared/merging/index.ts'
import type { Source } from '../read-model/source.ts'
import { readCatalog, readRecords, readSome } from './matching-records.ts'

export type MatchingService = {
  /** Customers that a typed record may be, the likeliest first. The first question reads the book. */
  similar: (record: MatchRecord, kind: MatchKind, limit: number) => Promise<SimilarRecord[]>
  /** Customers that one of the book may be the same as. */
  similarTo: (customerId: string, limit: number) => Promise<SimilarRecord[]>
  /** All pairs of the book. Progress is in customers; a total of 0 while they are read. */
  scan: (onProgress: (done: number, total: number) => void) => Promise<ScanResult>
  /** Pairs of what changed since a scan, where that is little. */
  rescan: (seq: number) => Promise<RescanResult>
}

/** A person finds it useful to hear of such a likeness while typing. */
const WORTH_A_HINT = 0.3
const LOOKED_AT = 50
/** Hardly ever chance, whatever else differs. */
const isSameAddress = ({ field, level }: MatchReason): boolean =>
  (field === 'email' || field === 'phone') && level === 'exact'
const WORTH_A_LOOK = 0.5
const CHANGE_LINES = 4_000
/** More changed customers than these are scanned faster with all others. */
const FEW = 300
const MOST_OF_ONE = 20
const KINDS = ['person', 'company'] as const satisfies readonly MatchKind[]

type Known = { catalog: Catalog; matchers: Record<MatchKind, Matcher>; seq: number }

/** Ids of the customers that outbox lines are about; `undefined` where lines are missing or the fields changed. */
const changedSince = async (source: Source, seq: number): Promise<{ ids: Set<string>; seq: number } | undefined> => {
  const ids = new Set<string>()
  let at = seq
  for (;;) {
    const lines = await source.changesAfter(at, CHANGE_LINES)
    const [first, last] = [lines[0], lines.at(-1)]
    if (!first || !last) return { ids, seq: at }
    if (first.seq !== at + 1 || lines.some(({ table }) => table === 'customFields')) return undefined
    for (const { table, id } of lines) if (table === 'customers') ids.add(id)
    at = last.seq
  }
}

/** Knows the customers of a book, follows what changes, and finds those that may be the same. */
export const createMatchingService = (
  source: Source,
  /** Ids of the people of a company: its name is part of what is compared of them. */
  peopleOf: (companyIds: readonly string[]) => Promise<string[]>,
): MatchingService => {
  let known: Promise<Known> | undefined

  const read = async (): Promise<Known> => {
    const seq = await source.lastSeq()
    const catalog = await readCatalog(source)
    const { person, company } = await readRecords(source, catalog)
    return { catalog, matchers: { person: createMatcher(person), company: createMatcher(company) }, seq }
  }

  /** What changed is read again, all of it where too much is not known. */
  const followed = async (held: Known): Promise<Known> => {
    if ((await source.lastSeq()) === held.seq) return held
    const changed = await changedSince(source, held.seq)
    if (!changed) return read()
    const ids = [...new Set([...changed.ids, ...(await peopleOf([...changed.ids]))])]
    const present = await readSome(source, held.catalog, ids)
    for (const id of ids)
      for (const kind of KINDS) {
        const now = present.get(id)
        if (now?.kind === kind) addToMatcher(held.matchers[kind], now.record)
        else removeFromMatcher(held.matchers[kind], id)
      }
    return { ...held, seq: changed.seq }
  }

  /** One after another, so that two questions do not follow the same lines. */
  const current = (): Promise<Known> => {
    known = known ? known.then(followed) : read()
    known.catch(() => {
      known = undefined
    })
    return known
  }

  const pairsOf = ({ matchers }: Known, present: Awaited<ReturnType<typeof readSome>>): DuplicatePair[] => {
    const pairs = new Map<string, DuplicatePair>()
    for (const [id, { kind, record }] of present)
      for (const { id: other, ...rest } of findSimilar(matchers[kind], record, MOST_OF_ONE, WORTH_A_LOOK)) {
        const [a, b] = id < other ? [id, other] : [other, id]
        pairs.set(`${a}|${b}`, { a, b, ...rest })
      }
    return [...pairs.values()]
  }

  return {
    similar: async (record, kind, limit) => {
      const { matchers } = await current()
      return findSimilar(matchers[kind], record, LOOKED_AT, 0)
        .filter((hit) => hit.probability >= WORTH_A_HINT || hit.reasons.some(isSameAddress))
        .slice(0, limit)
    },
    similarTo: async (customerId, limit) => {
      const { matchers, catalog } = await current()
      const one = (await readSome(source, catalog, [customerId])).get(customerId)
      return one ? findSimilar(matchers[one.kind], one.record, limit, WORTH_A_HINT) : []
    },
    scan: async (onProgress) => {
      const seq = await source.lastSeq()
      const records = await readRecords(source, await readCatalog(source), (count) => onProgress(count, 0))
      const total = records.person.length + records.company.length
      const pairs: DuplicatePair[] = []
      let before = 0
      for (const kind of KINDS) {
        const start = before
        const found = findDuplicates(records[kind], {
          threshold: WORTH_A_LOOK,
          onProgress: (done) => onProgress(start + done, total),
        })
        for (const pair of found) pairs.push(pair)
        before += records[kind].length
      }
      return { pairs, seq }
    },
    rescan: async (seq) => {
      const changed = await changedSince(source, seq)
      if (!changed || changed.ids.size > FEW) return undefined
      const ids = [...new Set([...changed.ids, ...(await peopleOf([...changed.ids]))])]
      if (ids.length > FEW) return undefined
      if (ids.length === 0) return { pairs: [], changed: [], seq: changed.seq }
      const now = await current()
      return { pairs: pairsOf(now, await readSome(source, now.catalog, ids)), changed: ids, seq: changed.seq }
    },
  }
}
