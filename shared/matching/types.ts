/** What the matcher knows of a person or a company. Empty text and empty lists count as unknown. */
export type MatchRecord = {
  id: string
  givenName?: string | undefined
  familyName?: string | undefined
  company?: string | undefined
  emails?: readonly string[] | undefined
  phones?: readonly string[] | undefined
  street?: string | undefined
  city?: string | undefined
  region?: string | undefined
  postcode?: string | undefined
  country?: string | undefined
  /** `YYYY-MM-DD` or `YYYYMMDD`; anything else counts as unknown. */
  birthday?: string | undefined
  /** Numbers that belong to one person or company: identity, tax and register numbers. */
  identifiers?: readonly string[] | undefined
}

/** Why two records are, or are not, one: how a field compares, and its weight in bits (positive speaks for one). */
export type MatchReason = { field: string; level: string; weight: number }

/** Two records of one book, `a` before `b` in the order they were given. */
export type DuplicatePair = { a: string; b: string; probability: number; reasons: readonly MatchReason[] }

/** A record that a typed one may be a duplicate of. */
export type SimilarRecord = { id: string; probability: number; reasons: readonly MatchReason[] }
