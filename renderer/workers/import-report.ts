import { z } from 'zod'

import {
  isHint,
  type Outcome,
  outcomes,
  type Planned,
  type Problem,
  problemCodes,
  type Table,
} from '../../shared/import/index.ts'
import type { Counts, ImportReport, LikelyDuplicate, Question, RowSet, RowView } from './import-protocol.ts'

/** Rows of each outcome that keep what they would change. */
const KEPT_CHANGES = 1_000
const SAMPLE_LENGTH = 80

/** What became of a row: all that is left of its plan. */
const rowSchema = z.object({
  row: z.number(),
  table: z.enum(['customers', 'deals', 'interactions', 'tasks']),
  outcome: z.enum(outcomes),
  id: z.string().optional(),
  matchedBy: z.string().optional(),
  name: z.string(),
  problems: z.array(
    z.object({
      code: z.enum(problemCodes),
      column: z.number().optional(),
      path: z.string().optional(),
      value: z.string().optional(),
      hint: z.string().optional(),
    }),
  ),
})
type DoneRow = Pick<Planned, 'row' | 'table' | 'outcome' | 'id' | 'name' | 'problems' | 'likely'> & {
  matchedBy?: string
  changes?: RowView['changes']
}

/** What the device keeps of a row until the import ends. */
export const keptRow = ({ row, table, outcome, id, matchedBy, name, problems }: Planned) => ({
  row,
  table,
  outcome,
  ...(id !== undefined && { id }),
  ...(matchedBy !== undefined && { matchedBy }),
  name,
  problems,
})

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const NEITHER = new Set(['id', 'importId', 'createdAt', 'sourceIds', 'stageEnteredAt'])

/** Fields before and after, entries of map-like fields one by one. */
const changesOf = ({ writes, id, before }: Planned): RowView['changes'] => {
  const write = writes.find((one) => one.op !== 'listItem' && (one.op === 'create' ? one.record.id : one.id) === id)
  if (!write || write.op === 'listItem') return []
  const after = write.op === 'create' ? write.record : write.patch
  return Object.entries(after).flatMap(([path, value]) => {
    if (NEITHER.has(path)) return []
    const held = before?.[path]
    if (!isMap(value)) return [{ path, ...(held !== undefined && { before: held }), after: value }]
    return Object.entries(value).map(([entry, item]) => {
      const old = isMap(held) ? held[entry] : undefined
      return { path: `${path}/${entry}`, ...(old !== undefined && { before: old }), after: item }
    })
  })
}

/** Companies and items of lists that a row brings along, with their names. */
const madeBeside = ({ writes, id }: Planned): { id: string; name: string }[] =>
  writes.flatMap((write) => {
    if (write.op === 'listItem') return [{ id: write.item.id, name: write.item.name ?? '' }]
    const isCompany = write.op === 'create' && write.record.id !== id && write.table === 'customers'
    return isCompany ? [{ id: write.record.id, name: String(write.record['companyName'] ?? '') }] : []
  })

const namesOf = (changes: NonNullable<RowView['changes']>, names: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    changes.flatMap(({ after }) => {
      const name = typeof after === 'string' ? names.get(after) : undefined
      return name === undefined ? [] : [[String(after), name]]
    }),
  )

export type Tally = {
  add: (planned: readonly Planned[]) => void
  /** Rows of an import that goes on, as the device kept them. */
  addKept: (rows: readonly unknown[]) => void
  counts: () => Record<Outcome, number>
  report: (made: Pick<Counts, 'companies' | 'listItems' | 'notCompared'>, questions: Question[]) => ImportReport
  rows: (set: RowSet, offset: number, limit: number) => { count: number; rows: RowView[] }
  /** All rows with something to mend, for their file. */
  bad: () => readonly { row: number; problems: Problem[] }[]
  /** The record of each row that came in. */
  recordIds: () => ReadonlyMap<number, string>
  createdIds: () => ReadonlySet<string>
  /** By row the record that it found. */
  foundIds: () => ReadonlyMap<number, string>
  /** By row the record that it is likely about, where it counts as that. */
  decided: () => ReadonlyMap<number, string>
}

/** Counts what a plan does, and keeps what there is to tell of each row. */
export const createTally = (table: Pick<Table, 'numbers'>): Tally => {
  const rows: DoneRow[] = []
  const sets = new Map<RowSet, DoneRow[]>()
  const kinds = new Map<string, ImportReport['problems'][number]>()
  /** By the id of a record the row that made it. */
  const rowOfId = new Map<string, DoneRow>()
  /** By id what the import makes beside the rows: companies and items of lists. */
  const besides = new Map<string, string>()
  const setOf = (set: RowSet): DoneRow[] => {
    const held = sets.get(set) ?? []
    sets.set(set, held)
    return held
  }
  const note = ({ code, path = '', value = '' }: Problem) => {
    const key = `${code}/${path}`
    const held = kinds.get(key)
    if (held) held.count += 1
    else kinds.set(key, { code, path, count: 1, sample: value.slice(0, SAMPLE_LENGTH) })
  }
  const put = (row: DoneRow) => {
    rows.push(row)
    setOf(row.outcome).push(row)
    if (row.problems.length > 0) setOf('problems').push(row)
    if (row.likely.length > 0) setOf('duplicates').push(row)
    if (row.id !== undefined && row.outcome === 'created') rowOfId.set(row.id, row)
    for (const problem of row.problems) note(problem)
  }
  const isBad = ({ outcome, problems }: DoneRow) =>
    outcome === 'failed' || outcome === 'skipped' || problems.some((problem) => !isHint(problem))
  const count = (outcome: Outcome) => sets.get(outcome)?.length ?? 0
  const counts = () =>
    ({
      created: count('created'),
      updated: count('updated'),
      skipped: count('skipped'),
      unchanged: count('unchanged'),
      failed: count('failed'),
    }) satisfies Record<Outcome, number>
  const isIn = ({ outcome }: DoneRow) => outcome !== 'failed' && outcome !== 'skipped'
  const duplicates = (row: DoneRow): LikelyDuplicate[] =>
    row.likely.map((likely) => {
      const other = rowOfId.get(likely.id)
      return { ...likely, name: other?.name ?? '', ...(other && other.row < row.row && { row: other.row }) }
    })

  return {
    add: (planned) => {
      for (const one of planned) {
        for (const { id, name } of madeBeside(one)) besides.set(id, name)
        const { row, table: noun, outcome, id, matchedBy, name, problems, likely } = one
        const keeps = count(outcome) < KEPT_CHANGES
        put({
          row,
          table: noun,
          outcome,
          id,
          name,
          problems,
          likely,
          ...(matchedBy !== undefined && { matchedBy }),
          ...(keeps && { changes: changesOf(one) }),
        })
      }
    },
    addKept: (kept) => {
      for (const one of kept) {
        const { id, matchedBy, problems, ...row } = rowSchema.parse(one)
        put({
          ...row,
          id,
          problems: problems.map((problem) => JSON.parse(JSON.stringify(problem))),
          likely: [],
          ...(matchedBy !== undefined && { matchedBy }),
        })
      }
    },
    counts,
    report: (made, questions) => {
      const come = rows.filter(isIn)
      const all: Counts = {
        ...counts(),
        ...made,
        partial: come.filter(({ problems }) => problems.some((problem) => !isHint(problem))).length,
        duplicates: come.filter(({ likely }) => likely.length > 0).length,
      }
      return {
        counts: all,
        problems: [...kinds.values()].sort((a, b) => b.count - a.count),
        toldCount: rows.filter(({ outcome, problems }) => problems.length > 0 || outcome === 'failed').length,
        badCount: rows.filter(isBad).length,
        questions,
      }
    },
    rows: (set, offset, limit) => {
      const all = set === 'all' ? rows : (sets.get(set) ?? [])
      return {
        count: all.length,
        rows: all.slice(offset, offset + limit).map((row): RowView => {
          const { likely: _, id, changes, ...rest } = row
          const isNew = row.outcome === 'created'
          return {
            ...rest,
            number: table.numbers[row.row] ?? row.row + 1,
            ...(id !== undefined && !isNew && { id }),
            ...(changes && { changes }),
            names: namesOf(changes ?? [], besides),
            duplicates: duplicates(row),
          }
        }),
      }
    },
    bad: () => rows.filter((row) => isBad(row) && row.problems.length > 0),
    recordIds: () =>
      new Map(rows.filter(isIn).flatMap(({ row, id }) => (id === undefined ? [] : [[row, id] as const]))),
    foundIds: () =>
      new Map(
        rows.flatMap(({ row, id, outcome }) =>
          id !== undefined && (outcome === 'updated' || outcome === 'unchanged') ? [[row, id] as const] : [],
        ),
      ),
    createdIds: () => new Set(setOf('created').flatMap(({ id }) => id ?? [])),
    decided: () =>
      new Map(
        rows.flatMap(({ row, id, matchedBy }) =>
          matchedBy === 'duplicate' && id !== undefined ? [[row, id] as const] : [],
        ),
      ),
  }
}
