import { existsSync, readFileSync } from 'node:fs'

import { buildBlocks, createWalk, visitCandidates } from '../../../shared/matching/blocking/blocks.ts'
import { addRecord, createBook } from '../../../shared/matching/book.ts'
import { createMatcher, findDuplicates, findSimilar, type MatchRecord } from '../../../shared/matching/index.ts'
import { jaroWinkler } from '../../../shared/matching/text/jaro-winkler.ts'
import { makeBook, qualityOf } from '../../unit/shared/matching/support/book.ts'
import { febrlFolder, febrlRecords } from '../../unit/shared/matching/support/febrl.ts'
import { POOLS } from '../../unit/shared/matching/support/pools.ts'

/** What a run of its own process measured; times in milliseconds, memory in MB (see `index.ts`). F1 of Febrl's sets, where they are. */
type Measured = {
  whole: number
  memory: number
  f1: number
  plain: number
  plainF1: number
  query: number
  febrl: { file: string; f1: number; withoutIdentifiers: number }[]
}

const timed = <T>(run: () => T): { took: number; result: T } => {
  const began = performance.now()
  const result = run()
  return { took: performance.now() - began, result }
}

/** People of five languages, one in ten a copy with up to three slips. */
const people = (size: number): MatchRecord[] => {
  const pools = Object.keys(POOLS).filter((name): name is keyof typeof POOLS => name in POOLS)
  const originals = Math.round((size * 0.9) / pools.length)
  return pools.flatMap((pool, at) =>
    makeBook({
      seed: at,
      pool,
      people: originals,
      copied: Math.round(originals / 9),
      most: 1,
      changes: 3,
      perField: 1,
    }).map((person): MatchRecord => ({ ...person, id: person.id.replace('rec-', `rec-${pool}`) })),
  )
}

const ALIKE = 0.9

/** The plain way: the same blocks, each pair by the mean Jaro-Winkler similarity of the fields that both have. */
const plainPairs = (records: readonly MatchRecord[]): { a: string; b: string; probability: number; reasons: [] }[] => {
  const book = createBook()
  for (const record of records) addRecord(book, record)
  const blocks = buildBlocks(book)
  const rows = records.map((record) =>
    [
      record.givenName,
      record.familyName,
      record.street,
      record.city,
      record.region,
      record.postcode,
      record.birthday,
      record.emails?.[0],
      record.phones?.[0],
      record.identifiers?.[0],
    ].map((text) => (text ?? '').toLowerCase()),
  )
  const alike = (a: readonly string[], b: readonly string[]): number => {
    let sum = 0
    let both = 0
    for (const [at, left] of a.entries()) {
      const right = b[at] ?? ''
      if (left === '' || right === '') continue
      sum += jaroWinkler(left, right)
      both++
    }
    return both === 0 ? 0 : sum / both
  }
  const pairs: { a: string; b: string; probability: number; reasons: [] }[] = []
  const walk = createWalk(blocks)
  for (const [index, record] of records.entries()) {
    visitCandidates(blocks, index, walk, (other) => {
      const probability = alike(rows[index] ?? [], rows[other] ?? [])
      if (probability >= ALIKE) pairs.push({ a: record.id, b: records[other]?.id ?? '', probability, reasons: [] })
    })
  }
  return pairs
}

const QUERIES = 50

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const measure = (size: number): Measured => {
  const records = people(size)
  const before = process.memoryUsage().rss
  const { took: whole, result } = timed(() => findDuplicates(records))
  const memory = process.resourceUsage().maxRSS / 1024 - before / 1024 ** 2
  const plain = timed(() => plainPairs(records))
  const matcher = createMatcher(records)
  const step = Math.ceil(records.length / QUERIES)
  const asked = records.filter((_, index) => index % step === 0)
  const query = median(asked.map((record) => timed(() => findSimilar(matcher, { ...record, id: 'typed' })).took))
  const febrl = ['dataset1.csv', 'dataset2.csv'].flatMap((file) => {
    const path = `${process.argv[3] ?? febrlFolder}/${file}`
    if (!existsSync(path)) return []
    const rows = febrlRecords(readFileSync(path, 'utf8'))
    const bare = rows.map((row) => ({ ...row, identifiers: [] }))
    const f1 = qualityOf(rows, findDuplicates(rows)).f1
    return [{ file, f1, withoutIdentifiers: qualityOf(bare, findDuplicates(bare)).f1 }]
  })
  return {
    whole,
    memory,
    f1: qualityOf(records, result).f1,
    plain: plain.took,
    plainF1: qualityOf(records, plain.result).f1,
    query,
    febrl,
  }
}

process.stdout.write(JSON.stringify(measure(Number(process.argv[2]))))
