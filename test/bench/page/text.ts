import type { Row } from '../../../shared/change/index.ts'

export const nameOf = (row: Row): string => `${row['givenName']} ${row['familyName']}`

const valuesOf = (entries: unknown): string =>
  Object.values(entries as Record<string, { value: string }>)
    .map(({ value }) => value)
    .join(' ')

/** What Fairbook searches in, for the word indexes of the others. */
export const textOf = (row: Row): string =>
  [
    nameOf(row),
    row['companyName'],
    row['notes'],
    Object.keys(row['tags'] as object).join(' '),
    valuesOf(row['emails']),
    valuesOf(row['phones']),
  ].join(' ')
