import type { Catalog } from '../domain/index.ts'
import { companyKey, nameKey } from '../import/fold.ts'
import { type MergeRecord, mainOf } from './best.ts'
import { matchRecordOf } from './match-record.ts'
import { conflictsOf, planMerge } from './plan.ts'

const nameOf = ({ kind, givenName, familyName, companyName }: MergeRecord): string =>
  kind === 'company' ? companyKey(companyName ?? '') : `${nameKey(givenName)} ${nameKey(familyName)}`.trim()

const shares = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean => {
  const held = new Set((a ?? []).map((value) => value.trim().toLowerCase()))
  return (b ?? []).some((value) => held.has(value.trim().toLowerCase()))
}

/** Same name, and the same e-mail, phone or number of identity. */
const isExactPair = (a: MergeRecord, b: MergeRecord, catalog: Catalog): boolean => {
  if (nameOf(a) === '' || nameOf(a) !== nameOf(b)) return false
  const [one, other] = [matchRecordOf(a, undefined, catalog), matchRecordOf(b, undefined, catalog)]
  return (
    shares(one.emails, other.emails) || shares(one.phones, other.phones) || shares(one.identifiers, other.identifiers)
  )
}

/**
 * Whether a group may be merged without being looked at: of one kind, each two the same by name and by e-mail, phone or
 * number of identity, and no field of which a value would be given up.
 */
export const isExactGroup = (records: readonly MergeRecord[], catalog: Catalog): boolean => {
  const main = mainOf(records)
  if (!main || records.length < 2 || records.some(({ kind }) => kind !== main.kind)) return false
  const others = records.filter((record) => record !== main)
  const pairs = records.flatMap((a, at) => records.slice(at + 1).map((b) => [a, b] as const))
  if (!pairs.every(([a, b]) => isExactPair(a, b, catalog))) return false
  return conflictsOf(planMerge([main, ...others], catalog), records).length === 0
}
