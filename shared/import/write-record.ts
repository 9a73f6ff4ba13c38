import { isFieldOfKind } from '../domain/index.ts'
import { companyKey } from './fold.ts'
import type { Incoming } from './incoming.ts'
import { applyRecordPatch, type MergeOptions, mergeCustomer, mergeValues, newEntries } from './merge-in.ts'
import { asCustomer, type BookRow, type Planned, type PlanOptions, type Write } from './plan-types.ts'
import type { Problem } from './problem.ts'
import { defaultsOf } from './record-defaults.ts'

type Wanted = {
  incoming: Incoming
  values: Record<string, unknown>
  /** The name of the company to be linked. */
  company: string | undefined
  /** The record to change; a new one where there is none. */
  record: BookRow | undefined
  /** The id of a new record, from an export of Fairbook. */
  id: string | undefined
  /** An earlier row of the file was about this record. */
  isAgain: boolean
  check: (record: BookRow, before: BookRow | undefined) => Problem[]
}
type Result = Pick<Planned, 'outcome' | 'id' | 'problems' | 'writes' | 'before'>

type Surroundings = {
  /** The company record of this name. */
  company: (name: string) => string | undefined
  /** Told of each record as this import leaves it. */
  onWrite: (table: Incoming['table'], record: BookRow) => void
}

/** Stands for what is only made once it is sure that the row comes in. */
const TO_BE_MADE = '\u0000new'
const isPending = (value: unknown): boolean => value === TO_BE_MADE

/** Turns what rows say into what is to be written. */
export const createWriter = (options: PlanOptions, { company: findCompany, onWrite }: Surroundings) => {
  const { choices, ids, importId, exact, rules, catalog } = options
  const made = { companies: 0, listItems: 0 }

  const makeCompany = (name: string, status: unknown, writes: Write[]): string => {
    const known = findCompany(name)
    if (known !== undefined) return known
    const record: BookRow = defaultsOf(
      'customers',
      {
        id: ids.next(),
        kind: 'company',
        companyName: name,
        ...(typeof status === 'string' && { status }),
        ...(rules.tag.trim() !== '' && { tags: { [rules.tag.trim()]: true } }),
        importId,
      },
      options,
    )
    writes.push({ op: 'create', table: 'customers', record })
    made.companies += 1
    onWrite('customers', record)
    return record.id
  }

  /** Makes what was only to be made if the row comes in, and puts it in its place. */
  const settle = (into: Record<string, unknown>, { incoming, company, values }: Wanted): Write[] => {
    const writes: Write[] = []
    for (const { field, list, text } of incoming.choices)
      if (isPending(into[field])) into[field] = choices.resolve(list, text)
    for (const item of choices.takeNew()) {
      writes.push({ op: 'listItem', item: { ...item, importId } })
      made.listItems += 1
    }
    if (isPending(into['companyId']) && company !== undefined)
      into['companyId'] = makeCompany(company, incoming.table === 'customers' ? values['status'] : undefined, writes)
    return writes
  }

  /** Values with what is to be looked up or made, and what does not suit the record's kind left out. */
  const prepare = (wanted: Wanted): { values: Record<string, unknown>; problems: Problem[] } => {
    const { incoming, company, record } = wanted
    const values = { ...wanted.values }
    const problems: Problem[] = []
    for (const { field, list, text } of incoming.choices) values[field] ??= choices.find(list, text) ?? TO_BE_MADE
    if (company !== undefined && companyKey(company) !== '' && values['companyId'] === undefined) {
      const known = findCompany(company)
      if (known !== undefined) values['companyId'] = known
      else if (rules.mode === 'update') problems.push({ code: 'unlinked', path: 'companyName', value: company })
      else values['companyId'] = TO_BE_MADE
    }
    if (incoming.sourceIds.length > 0)
      values['sourceIds'] = Object.fromEntries(incoming.sourceIds.map((id) => [id, true]))
    const kind = record?.['kind'] ?? values['kind']
    for (const name of Object.keys(values)) {
      const field = catalog.field(incoming.table, name)
      if (!field || isFieldOfKind(field, kind)) continue
      delete values[name]
      problems.push({ code: 'wrongKind', path: name })
    }
    return { values, problems }
  }

  /** What is wrong with a record; with bad cells left out, only what is left. */
  const judge = (
    { check }: Wanted,
    record: BookRow,
    before: BookRow | undefined,
  ): { fatal: boolean; problems: Problem[]; dropped: string[] } => {
    const problems = check(record, before)
    if (problems.length === 0) return { fatal: false, problems, dropped: [] }
    const dropped = problems.flatMap(({ path, code }) => (path !== undefined && code !== 'missing' ? [path] : []))
    if (rules.badCells === 'skipRow' || dropped.length < problems.length) return { fatal: true, problems, dropped }
    const rest: BookRow = { ...record }
    for (const path of dropped)
      if (before?.[path] === undefined) delete rest[path]
      else rest[path] = before[path]
    return { fatal: check(rest, before).length > 0, problems, dropped }
  }

  const failed = (problems: Problem[]): Result => ({ outcome: 'failed', id: undefined, problems, writes: [] })

  const create = (wanted: Wanted): Result => {
    const { incoming } = wanted
    const { values, problems } = prepare(wanted)
    const name = [values['givenName'], values['familyName'], values['companyName']]
    const isNamed = name.some((part) => typeof part === 'string' && part.trim() !== '')
    const fallback = incoming.emails[0]?.value ?? incoming.phones[0]?.value
    if (incoming.table === 'customers' && !isNamed && (exact || fallback === undefined))
      return failed([{ code: 'noName' }])
    const id = wanted.id ?? ids.own()
    const record = defaultsOf(
      incoming.table,
      {
        ...(incoming.table === 'customers' && !isNamed && { givenName: fallback }),
        ...values,
        ...newEntries(incoming, ids.next),
        importId,
        id,
      },
      options,
    )
    const verdict = judge(wanted, record, undefined)
    if (verdict.fatal) return failed(verdict.problems)
    for (const path of verdict.dropped) delete record[path]
    const writes = settle(record, wanted)
    writes.push({ op: 'create', table: incoming.table, record })
    onWrite(incoming.table, record)
    return { outcome: 'created', id, problems: [...problems, ...verdict.problems], writes }
  }

  const update = (wanted: Wanted, record: BookRow): Result => {
    const { incoming, isAgain } = wanted
    const { values, problems } = prepare(wanted)
    const merge: MergeOptions = {
      newId: ids.next,
      forwardOnly: options.preset?.forwardOnly ?? false,
      exact,
      // What one row of a file says another one does not take back: the same file twice would swing to and fro.
      gapsOnly: isAgain || rules.wins === 'book',
    }
    for (const name of Object.keys(values))
      if (catalog.definition(name)?.fixed === true && record[name] !== undefined) delete values[name]
    const merged = (how: MergeOptions) =>
      incoming.table === 'customers'
        ? mergeCustomer(asCustomer(record), incoming, values, how)
        : mergeValues(record, values, how)
    const patch = merged(merge)
    // What it says otherwise than the earlier row is not taken, and not passed over in silence.
    if (
      isAgain &&
      rules.wins === 'file' &&
      Object.keys(merged({ ...merge, gapsOnly: false })).some((key) => !(key in patch))
    )
      problems.push({ code: 'sameAsBefore' })
    if (patch['closedAt'] !== undefined && applyRecordPatch(record, patch)['status'] === 'open')
      delete patch['closedAt']
    const verdict = judge(wanted, applyRecordPatch(record, patch), record)
    if (verdict.fatal) return { ...failed(verdict.problems), id: undefined }
    for (const path of verdict.dropped) delete patch[path]
    const all = [...problems, ...verdict.problems]
    if (Object.keys(patch).length === 0) return { outcome: 'unchanged', id: record.id, problems: all, writes: [] }
    const writes = settle(patch, wanted)
    writes.push({ op: 'update', table: incoming.table, id: record.id, patch })
    onWrite(incoming.table, applyRecordPatch(record, patch))
    return { outcome: 'updated', id: record.id, problems: all, writes, before: record }
  }

  return {
    made: () => ({ ...made }),
    plan: (wanted: Wanted): Result => (wanted.record ? update(wanted, wanted.record) : create(wanted)),
  }
}
