import { type CustomField, displayName } from '../domain/index.ts'
import { createCheck } from './check-record.ts'
import { createDealSettler, settleAmounts } from './deal-values.ts'
import { type Candidates, createFinder, type Match } from './find-record.ts'
import { DONE_UNKNOWN } from './finish.ts'
import type { Incoming } from './incoming.ts'
import { createLikely, type LikelyRecord } from './likely.ts'
import { linkProblems, readLinks } from './link-problems.ts'
import { type DealLinks, type Links, resolveLinks } from './links.ts'
import { createMatchIndex, matchKeyOf } from './match.ts'
import { asCustomer, type BookRow, type Planned, type Planner, type PlanOptions } from './plan-types.ts'
import { isSoft, type Problem } from './problem.ts'
import { createRecordIndex } from './record-index.ts'
import { instantOf } from './values/date.ts'
import { createWriter } from './write-record.ts'

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
/** Rows that are compared with all others only to tell of likely duplicates: each takes about as long as its import. */
const MOST_ASKED = 10_000
const isUnique = ({ unique }: CustomField): boolean => unique === true

/**
 * Decides for each row what it does to the book: creates, updates, is left out, changes nothing, or fails, and why. It
 * writes nothing itself, so that a dry run and the run decide alike.
 */
export const createPlanner = (options: PlanOptions): Planner => {
  const { exact, rules, catalog, ids, earlier } = options
  const uniqueFields = catalog.own.filter(isUnique).map(({ id }) => id)
  const customers = createMatchIndex()
  const indexes = {
    deals: createRecordIndex('deals', uniqueFields),
    interactions: createRecordIndex('interactions', []),
    tasks: createRecordIndex('tasks', []),
  }
  const dealLinks = new Map<string, DealLinks>()
  const taken = new Set<string>(options.taken ?? [])
  /** Records as this import leaves them. */
  const touched = new Map<string, BookRow>()
  const likely = options.findLikely ? createLikely((id) => customers.get(id)?.kind) : undefined
  const sources = { customers, deals: indexes.deals, dealLinks, country: rules.country ?? options.country }
  const settleDeal = createDealSettler(options)
  let asked = 0
  const finder = createFinder({ customers, indexes, rules, exact, uniqueFields, taken, earlier })
  const check = createCheck({ options, customers, indexes, uniqueFields })

  const know = (table: Incoming['table'], record: BookRow): void => {
    if (table === 'customers') customers.put(matchKeyOf(asCustomer(record), uniqueFields))
    else indexes[table].put(record)
    if (table === 'deals')
      dealLinks.set(record.id, { customerId: text(record['customerId']), companyId: text(record['companyId']) })
  }
  const writer = createWriter(options, {
    company: customers.company,
    onWrite: (table, record) => {
      touched.set(record.id, record)
      know(table, record)
      if (table === 'customers') likely?.add(asCustomer(record))
    },
  })

  /** What a row says of its record, with what the book adds to it. */
  const valuesOf = (incoming: Incoming, links: Links, record: BookRow | undefined) => {
    const own: Record<string, unknown> = { ...incoming.values, ...links.values }
    const problems: Problem[] = [...links.problems]
    if (incoming.table === 'deals') {
      if (exact) Object.assign(own, settleAmounts(incoming, record, options, 'deals'))
      else {
        const settled = settleDeal(incoming, record)
        Object.assign(own, settled.values)
        problems.push(...settled.problems)
      }
    } else if (incoming.table === 'customers') Object.assign(own, settleAmounts(incoming, record, options, 'customers'))
    if (own['doneAt'] === DONE_UNKNOWN) {
      const due = text(own['due'])
      own['doneAt'] = record?.['doneAt'] ?? (due === undefined ? options.now : instantOf(due, undefined))
    }
    const values = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
    return { values, problems }
  }

  const planRow = (
    row: Incoming,
    { links, candidates }: { links: Links; candidates: Candidates },
    known: ReadonlyMap<string, BookRow>,
  ): Planned => {
    ids.startRow(row.row)
    const tag = rules.tag.trim()
    const incoming = row.table === 'customers' && tag !== '' ? { ...row, tags: [...row.tags, tag] } : row
    const rowOf = (id: string | undefined) => (id === undefined ? undefined : (touched.get(id) ?? known.get(id)))
    const problems = [...incoming.problems, ...linkProblems(incoming, known, options, (id) => touched.has(id))]
    const base = {
      row: row.row,
      table: row.table,
      id: undefined,
      problems,
      writes: [],
      likely: [],
      name: nameOf(incoming),
    } satisfies Omit<Planned, 'outcome'>
    const skip = (code: Problem['code'], more: Partial<Planned> = {}): Planned => ({
      ...base,
      ...more,
      problems: [...problems, { code }],
      outcome: 'skipped',
    })
    if (options.isBlocked(incoming)) return skip('blocked')
    if (incoming.table === 'interactions' && isLost(incoming, links))
      problems.push(...links.problems.map((problem) => ({ ...problem, code: 'unknownLink' as const })))
    const hard = problems.filter((problem) => !isSoft(problem))
    if (hard.some(({ column }) => column === undefined || rules.badCells === 'skipRow'))
      return { ...base, outcome: 'failed' }

    const match = finder.choose(incoming, links, candidates, rowOf)
    const held = rowOf(match?.id)
    const record = living(held)
    // Merged into another since the file was written: what it said has been decided there.
    if (record && record.id !== match?.id) return { ...base, id: record.id, outcome: 'unchanged' }
    const trashed = held !== undefined && record === undefined
    const alike = record || incoming.table !== 'customers' ? [] : askLikely(incoming, links)
    const meant = record ?? living(rowOf(duplicateOf(incoming, alike)))
    const found: Match | undefined = record ? match : meant && { id: meant.id, by: 'duplicate' }
    const about = { likely: alike, ...(found && { id: found.id, matchedBy: found.by }) }
    if (found?.by === 'duplicate' && rules.duplicates === 'skip') return skip('duplicate', about)
    if (meant && rules.mode === 'create' && !taken.has(meant.id)) return skip('exists', about)
    if (!meant && rules.mode === 'update') return skip('notFound', about)

    const settled = valuesOf(incoming, links, meant)
    for (const { path } of hard) if (path !== undefined) delete settled.values[path]
    const told = [...problems, ...settled.problems]
    const choices = incoming.choices.filter(({ field }) => settled.values[field] === undefined)
    const planned = writer.plan({
      incoming: { ...incoming, choices },
      values: settled.values,
      company: incoming.company ?? links.company,
      record: meant,
      // The id of a record in the trash stays its own.
      id: exact && !trashed ? incoming.id : undefined,
      isAgain: meant !== undefined && taken.has(meant.id),
      check: (candidate, before) => check(incoming, candidate, before),
    })
    if (planned.id !== undefined) taken.add(planned.id)
    return { ...base, ...about, ...planned, problems: [...told, ...planned.problems] }
  }

  const seek = (incoming: Incoming) => {
    const links = resolveLinks(incoming, sources)
    return { links, candidates: finder.candidates(incoming, links) }
  }

  /** Asks who is like a row. Where it changes nothing, not more often than a person has patience for. */
  const askLikely = (incoming: Incoming, links: Links): LikelyRecord[] => {
    if (!likely) return []
    if (rules.duplicates === 'create') asked += 1
    return asked > MOST_ASKED ? [] : likely.find(guestOf(incoming, links))
  }

  const duplicateOf = (incoming: Incoming, alike: readonly LikelyRecord[]): string | undefined =>
    rules.duplicates === 'create' ? undefined : (options.decided?.get(incoming.row) ?? alike[0]?.id)

  return {
    learn: (table, record) => {
      know(table, record)
      if (table === 'customers') likely?.learn(asCustomer(record))
    },
    made: () => ({ ...writer.made(), notCompared: Math.max(0, asked - MOST_ASKED) }),
    plan: async (rows) => {
      const wanted = new Set<string>()
      for (const incoming of rows) for (const id of seek(incoming).candidates.ids) wanted.add(id)
      for (const { row } of rows) {
        const decided = options.decided?.get(row)
        if (decided !== undefined) wanted.add(decided)
      }
      const known = new Map<string, BookRow>()
      const read = async (table: Incoming['table'], all: Iterable<string>) => {
        const missing = [...all].filter((id) => !touched.has(id) && !known.has(id))
        if (missing.length > 0) for (const [id, row] of await options.lookup(table, missing)) known.set(id, row)
      }
      for (const table of new Set(rows.map((incoming) => incoming.table))) await read(table, wanted)
      await readLinks(rows, known, options)
      const planned: Planned[] = []
      for (const incoming of rows) {
        // Rows before it may have made or changed the record that this one is about.
        const found = seek(incoming)
        const others = found.candidates.ids.filter((id) => !wanted.has(id))
        if (others.length > 0) await read(incoming.table, others)
        if (likely && rules.duplicates !== 'create')
          await read(
            'customers',
            likely.find(guestOf(incoming, { values: {}, problems: [] })).map(({ id }) => id),
          )
        planned.push(planRow(incoming, found, known))
      }
      return planned
    },
  }
}

const living = (record: BookRow | undefined): BookRow | undefined =>
  record?.['deletedAt'] === undefined && record?.['erasedAt'] === undefined ? record : undefined

/** Points to someone, and none of them is there. */
const isLost = ({ links, values }: Incoming, found: Links): boolean =>
  links.length > 0 &&
  [found.values, values].every(
    (all) => all['customerId'] === undefined && all['companyId'] === undefined && all['dealId'] === undefined,
  )

/** A row as the customer it would be, for asking who is like them. */
const guestOf = (incoming: Incoming, links: Links) => {
  const entries = (list: readonly object[]) => Object.fromEntries(list.map((entry, at) => [String(at), entry]))
  return asCustomer({
    ...incoming.values,
    ...links.values,
    companyName: incoming.values['companyName'] ?? incoming.company,
    id: '',
    emails: entries(incoming.emails),
    phones: entries(incoming.phones),
    addresses: entries(incoming.addresses),
  })
}

const nameOf = ({ table, values, emails, phones, company, row }: Incoming): string => {
  if (table !== 'customers') return text(values['title']) ?? text(values['subject']) ?? text(values['text']) ?? ''
  const name = displayName(asCustomer({ ...values, id: String(row) }))
  return name || (emails[0]?.value ?? phones[0]?.value ?? company ?? '')
}
