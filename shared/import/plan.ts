import { type Customer, type Field, type NounName, nouns, type Pipeline } from '../domain/index.ts'
import type { Choices, NewListItem } from './choices.ts'
import type { Incoming } from './incoming.ts'
import { createMatchIndex, type MatchKey, matchKeyOf, matchKeyOfRow } from './match.ts'
import { applyRecordPatch, mergeCustomer, mergeValues, newEntries, type RecordPatch } from './merge-in.ts'
import { isSoft, type Problem } from './problem.ts'

export type Outcome = 'created' | 'updated' | 'unchanged' | 'failed'

/** What is to be written for a row; `failed` and `unchanged` write nothing. */
type Write =
  | { op: 'create'; table: NounName; record: Record<string, unknown> & { id: string } }
  | { op: 'update'; table: NounName; id: string; patch: RecordPatch }
  | { op: 'listItem'; item: NewListItem }

export type Planned = { row: number; outcome: Outcome; id: string | undefined; problems: Problem[]; writes: Write[] }

export type BookRow = Record<string, unknown> & { id: string }

/** The book as the planner needs it. */
export type Lookup = (table: NounName, ids: readonly string[]) => Promise<ReadonlyMap<string, BookRow>>

export type PlanOptions = {
  noun: NounName
  importId: string
  fileName: string
  choices: Choices
  pipelines: readonly Pick<Pipeline, 'id' | 'stages'>[]
  /** A row with a cell that can't be read: left out whole, or taken without the cell. */
  badCells: 'skipRow' | 'skipCell'
  forwardOnly: boolean
  /** From an export of Fairbook: records are known by their id. */
  exact: boolean
  /** The ids that the file itself brings. */
  fileIds: ReadonlySet<string>
  newId: () => string
  lookup: Lookup
}

export type Planner = {
  /** Tells a customer of the book, before planning. */
  learn: (key: MatchKey) => void
  /** Plans some rows, after those before them. */
  plan: (rows: readonly Incoming[]) => Promise<Planned[]>
  /** Companies made for people so far. */
  companiesMade: () => number
}

const IMPORT_SOURCE = 'source:import'
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * Decides for each row what it does to the book: creates, updates, changes nothing, or fails and why. It writes nothing
 * itself, so that a dry run and the run decide alike.
 */
export const createPlanner = (options: PlanOptions): Planner => {
  const { noun, choices, newId, exact } = options
  const index = createMatchIndex()
  const taken = new Set<string>()
  /** Records as this import leaves them. */
  const touched = new Map<string, BookRow>()
  let companies = 0

  const resolveCompany = (name: string, status: unknown, writes: Write[]): string => {
    const known = index.company(name)
    if (known !== undefined) return known
    const id = newId()
    const record = {
      id,
      kind: 'company',
      companyName: name,
      status: text(status) ?? 'lead',
      importId: options.importId,
    }
    touched.set(id, record)
    index.add(matchKeyOf(record as unknown as Customer, undefined))
    writes.push({ op: 'create', table: 'customers', record: withSource(record) })
    companies += 1
    return id
  }

  const withSource = <R extends Record<string, unknown>>(record: R): R =>
    exact || record['source'] !== undefined || !choices.has(IMPORT_SOURCE)
      ? record
      : { ...record, source: IMPORT_SOURCE, sourceDetail: record['sourceDetail'] ?? options.fileName.slice(0, 500) }

  const create = (incoming: Incoming, values: Record<string, unknown>, writes: Write[]): Planned => {
    const fallback = incoming.emails[0]?.value ?? incoming.phones[0]?.value
    const isNamed = [values['givenName'], values['familyName'], values['companyName']].some((name) =>
      text(name)?.trim(),
    )
    if (noun === 'customers' && !isNamed && (exact || fallback === undefined))
      return failed(incoming, [{ code: 'noName' }])
    const id = incoming.id !== undefined && exact ? incoming.id : newId()
    const record: BookRow = {
      ...(noun === 'customers' && { kind: 'person', status: 'lead', ...(!isNamed && { givenName: fallback }) }),
      ...values,
      ...newEntries(incoming, newId),
      importId: options.importId,
      id,
    }
    const full = noun === 'customers' ? withSource(record) : record
    const problems = missingOf(noun, full)
    if (problems.length > 0) return failed(incoming, problems)
    touched.set(id, full)
    writes.push({ op: 'create', table: noun, record: full })
    return { row: incoming.row, outcome: 'created', id, problems: incoming.problems, writes }
  }

  const update = (incoming: Incoming, record: BookRow, values: Record<string, unknown>, writes: Write[]): Planned => {
    const patch =
      noun === 'customers'
        ? mergeCustomer(record as unknown as Customer, incoming, values, options)
        : mergeValues(record, values, options)
    const base = { row: incoming.row, id: record.id, problems: incoming.problems }
    if (Object.keys(patch).length === 0) return { ...base, outcome: 'unchanged', writes }
    const next = applyRecordPatch(record, patch)
    if (!nouns[noun].schema.safeParse({ createdAt: new Date(0).toISOString(), ...next }).success)
      return failed(incoming, [{ code: 'rejected' }])
    touched.set(record.id, next)
    writes.push({ op: 'update', table: noun, id: record.id, patch })
    return { ...base, outcome: 'updated', writes }
  }

  const planRow = (incoming: Incoming, known: ReadonlyMap<string, BookRow>): Planned => {
    const problems = [...incoming.problems, ...linkProblems(incoming, known, options)]
    const hard = problems.filter((problem) => !isSoft(problem))
    const fatal = hard.filter(({ column }) => column === undefined || options.badCells === 'skipRow')
    if (fatal.length > 0) return failed({ ...incoming, problems: [] }, problems)
    const row = { ...incoming, problems }
    const values = { ...incoming.values }
    for (const { path } of hard) if (path !== undefined) delete values[path]
    const rowOf = (id: string | undefined) => (id === undefined ? undefined : (touched.get(id) ?? known.get(id)))
    const id = incoming.id !== undefined && exact ? incoming.id : undefined
    const matched = id === undefined && noun === 'customers' ? index.find(matchKeyOfRow(incoming), taken) : id
    const record = rowOf(matched)
    // A record in the trash stays there: the row makes a new one.
    const living = record !== undefined && record['deletedAt'] === undefined ? record : undefined
    const trashed = record !== undefined && living === undefined
    const writes: Write[] = []
    for (const { field, list, text: name } of incoming.choices) values[field] = choices.resolve(list, name)
    for (const item of choices.takeNew()) writes.push({ op: 'listItem', item })
    if (incoming.company !== undefined) values['companyId'] = resolveCompany(incoming.company, values['status'], writes)
    const planned = living
      ? update(row, living, values, writes)
      : create(trashed ? { ...row, id: newId() } : row, values, writes)
    if (planned.id !== undefined) {
      taken.add(planned.id)
      const next = touched.get(planned.id)
      if (noun === 'customers' && next) index.add({ ...matchKeyOf(next as unknown as Customer, incoming.company) })
    }
    return planned
  }

  return {
    learn: index.add,
    companiesMade: () => companies,
    plan: async (rows) => {
      const wanted = new Set<string>()
      for (const incoming of rows) {
        const id = exact ? incoming.id : undefined
        const found = id ?? (noun === 'customers' ? index.find(matchKeyOfRow(incoming), new Set()) : undefined)
        if (found !== undefined) wanted.add(found)
        if (id === undefined && noun === 'customers') {
          const also = index.find(matchKeyOfRow(incoming), taken)
          if (also !== undefined) wanted.add(also)
        }
      }
      const known = new Map(
        await options.lookup(
          noun,
          [...wanted].filter((id) => !touched.has(id)),
        ),
      )
      await readLinks(rows, known, options)
      return rows.map((row) => planRow(row, known))
    },
  }
}

const failed = (incoming: Incoming, problems: Problem[]): Planned => ({
  row: incoming.row,
  outcome: 'failed',
  id: undefined,
  problems: [...incoming.problems, ...problems],
  writes: [],
})

const missingOf = (noun: NounName, record: BookRow): Problem[] => {
  const result = nouns[noun].schema.safeParse({ createdAt: new Date(0).toISOString(), ...record })
  if (result.success) return []
  const fields: Record<string, Field> = nouns[noun].fields
  const paths = [...new Set(result.error.issues.map(({ path }) => String(path[0] ?? '')))]
  return paths.map((path) => ({
    code: fields[path]?.required && record[path] === undefined ? 'missing' : 'rejected',
    path,
  }))
}

const linksOf = (noun: NounName) =>
  Object.entries<Field>(nouns[noun].fields).flatMap(([name, { target }]) => (target ? [{ name, target }] : []))

const readLinks = async (
  rows: readonly Incoming[],
  known: Map<string, BookRow>,
  { noun, lookup }: PlanOptions,
): Promise<void> => {
  for (const { name, target } of linksOf(noun)) {
    if (target === 'pipelines') continue
    const ids = new Set(rows.flatMap(({ values }) => text(values[name]) ?? []))
    for (const id of known.keys()) ids.delete(id)
    if (ids.size > 0) for (const [id, row] of await lookup(target, [...ids])) known.set(id, row)
  }
}

const linkProblems = (
  { values, problems }: Incoming,
  known: ReadonlyMap<string, BookRow>,
  { noun, fileIds, pipelines }: PlanOptions,
): Problem[] => {
  const missing = linksOf(noun).filter(({ name, target }) => {
    const id = text(values[name])
    if (id === undefined || problems.some(({ path }) => path === name)) return false
    if (target === 'pipelines') return !pipelines.some((pipeline) => pipeline.id === id)
    return !known.has(id) && !(noun === target && fileIds.has(id))
  })
  const pipeline = pipelines.find(({ id }) => id === values['pipelineId'])
  const stage = text(values['stageId'])
  const badStage = noun === 'deals' && pipeline && stage !== undefined && !pipeline.stages[stage]
  return [...missing.map(({ name }) => name), ...(badStage ? ['stageId'] : [])].map((path) => ({
    code: 'unknownLink' as const,
    path,
    value: text(values[path]) ?? '',
  }))
}
