import type { Filter } from '../domain/index.ts'

/** What can be wrong with the customers of a book. */
export const healthChecks = [
  'incomplete',
  'invalid',
  'noContact',
  'bounced',
  'unsubscribed',
  'noSource',
  'noOwner',
] as const
export type HealthCheck = (typeof healthChecks)[number]

const DAYS_OF_MONTH = 30.44
/** Whole days of so many months. */
const daysOf = (months: number): number => Math.round(months * DAYS_OF_MONTH)

/**
 * The customers that a check finds.
 * @param months how long without contact is too long
 */
export const healthFilter = (check: HealthCheck, months: number): Filter => {
  switch (check) {
    case 'incomplete':
      return [{ column: 'missing', op: 'range', from: 1 }]
    case 'invalid':
      return [{ column: 'invalid', op: 'range', from: 1 }]
    case 'noContact':
      return [
        { column: 'status', op: 'is', values: ['lead', 'prospect', 'customer'] },
        { column: 'lastContact', op: 'before', days: daysOf(months) },
        { column: 'createdAt', op: 'before', days: daysOf(months) },
      ]
    case 'bounced':
    case 'unsubscribed':
      return [{ column: 'emailTrouble', op: 'is', values: [check] }]
    case 'noSource':
      return [{ column: 'source', op: 'empty' }]
    case 'noOwner':
      return [{ column: 'owner', op: 'empty' }]
  }
}

/**
 * The customers that the yearly clean-up suggests to archive: nobody wrote to, met or changed them for so long, nothing
 * of theirs is open, and nobody said this year that they stay.
 * @param year of today, `YYYY`
 */
export const cleanupFilter = (months: number, year: string): Filter => {
  const days = daysOf(months)
  return [
    { column: 'lastContact', op: 'before', days },
    { column: 'updatedAt', op: 'before', days },
    { column: 'createdAt', op: 'before', days },
    { column: 'openDeals', op: 'range', to: 0 },
    { column: 'openTasks', op: 'range', to: 0 },
    { column: 'keptOf', op: 'isNot', values: [year] },
  ]
}
