import { useAggregate } from '../../../read-model/hooks.ts'

/** How many customers are in the book that is open, those in the archive too, live; undefined while counted. */
export const useCustomersHere = (): number | undefined =>
  useAggregate({ noun: 'customers', filter: [], groupBy: [], measures: [{ kind: 'count' }] }).data?.[0]?.values[0]
