import type { Incoming } from './incoming.ts'
import { type MatchIndex, uniqueKey } from './match.ts'
import type { BookRow, PlanOptions } from './plan-types.ts'
import type { Problem } from './problem.ts'
import type { NaturalNoun, RecordIndex } from './record-index.ts'

type Options = {
  options: Pick<PlanOptions, 'catalog'>
  customers: MatchIndex
  indexes: Readonly<Record<NaturalNoun, RecordIndex>>
  uniqueFields: readonly string[]
}

const NEVER = new Date(0).toISOString()

/** Makes the check of a record as it would be: its schema, and what no two records may share. */
export const createCheck = ({ options: { catalog }, customers, indexes, uniqueFields }: Options) => {
  const holder = (table: Incoming['table'], unique: string, id: string): boolean =>
    table === 'customers'
      ? customers.holder(unique, id) !== undefined
      : indexes[table].of(unique).some((other) => other !== id)

  return ({ table }: Incoming, record: BookRow, before: BookRow | undefined): Problem[] => {
    const changed = (path: string) => before === undefined || record[path] !== before[path]
    const result = catalog.schema(table).safeParse({ createdAt: NEVER, ...record })
    const paths = result.success ? [] : [...new Set(result.error.issues.map(({ path }) => String(path[0] ?? '')))]
    const wrong = paths.filter(changed).map((path): Problem => {
      const missing = catalog.field(table, path)?.required && record[path] === undefined
      return { code: missing ? 'missing' : 'rejected', path }
    })
    const shared = uniqueFields.flatMap((path): Problem[] => {
      const unique = changed(path) ? uniqueKey(path, record[path]) : undefined
      if (unique === undefined || !holder(table, unique, record.id)) return []
      return [{ code: 'notUnique', path, value: String(record[path]) }]
    })
    return [...wrong, ...shared]
  }
}
