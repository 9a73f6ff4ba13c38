/**
 * How likely a level is between two records of one person or company (m), of two random ones (u), and, where it
 * differs from random, of two people of one household (home) and of one workplace (work). The exact level's u is for a
 * value of usual frequency: a known value's own frequency takes its place.
 */
type Likelihood = { id: string; m: number; u: number; home?: number; work?: number; rarity?: true }
type Comparison = {
  field: string
  /** A value counts as no rarer than this, however large the book: slips of the hand make rare values, too. */
  rarest: number
  levels: readonly Likelihood[]
}

/**
 * Sound starting values, from what customer books and the published examples of the model look like. Expectation-
 * maximisation moves m, and samples move u, as far as a book has evidence.
 */
export const COMPARISONS: readonly Comparison[] = [
  {
    field: 'givenName',
    rarest: 0.00001,
    levels: [
      { id: 'exact', m: 0.68, u: 0.01, home: 0.05, rarity: true },
      { id: 'transliterated', m: 0.13, u: 0.002, rarity: true },
      { id: 'nickname', m: 0.02, u: 0.002 },
      { id: 'close', m: 0.07, u: 0.006 },
      { id: 'sounds', m: 0.01, u: 0.003 },
      { id: 'initial', m: 0.02, u: 0.02 },
      { id: 'part', m: 0.02, u: 0.004 },
      { id: 'swapped', m: 0.025, u: 0.0003, rarity: true },
      { id: 'similar', m: 0.02, u: 0.04 },
      { id: 'differs', m: 0.015, u: 0.92 },
    ],
  },
  {
    field: 'familyName',
    rarest: 0.00001,
    levels: [
      { id: 'exact', m: 0.67, u: 0.002, home: 0.66, rarity: true },
      { id: 'transliterated', m: 0.13, u: 0.0005, home: 0.03, rarity: true },
      { id: 'stem', m: 0.02, u: 0.002, home: 0.15 },
      { id: 'close', m: 0.08, u: 0.003, home: 0.01 },
      { id: 'sounds', m: 0.01, u: 0.002, home: 0.005 },
      { id: 'initial', m: 0.005, u: 0.01, home: 0.005 },
      { id: 'part', m: 0.02, u: 0.002, home: 0.02 },
      { id: 'swapped', m: 0.015, u: 0.0003, home: 0.001, rarity: true },
      { id: 'similar', m: 0.02, u: 0.03, home: 0.02 },
      { id: 'differs', m: 0.02, u: 0.94, home: 0.1 },
    ],
  },
  {
    // A person's employer: people change it.
    field: 'company',
    rarest: 0.00001,
    levels: [
      { id: 'exact', m: 0.55, u: 0.003, work: 0.84, rarity: true },
      { id: 'form', m: 0.02, u: 0.0005, work: 0.02 },
      { id: 'transliterated', m: 0.01, u: 0.0002, work: 0.01 },
      { id: 'close', m: 0.06, u: 0.001, work: 0.03 },
      { id: 'part', m: 0.06, u: 0.002, work: 0.07 },
      { id: 'differs', m: 0.3, u: 0.99, work: 0.03 },
    ],
  },
  {
    // The company itself: neither record names a person.
    field: 'company',
    rarest: 0.00001,
    levels: [
      { id: 'exact', m: 0.78, u: 0.0005, rarity: true },
      { id: 'form', m: 0.03, u: 0.0002 },
      { id: 'transliterated', m: 0.03, u: 0.0001 },
      { id: 'close', m: 0.08, u: 0.0005 },
      { id: 'part', m: 0.05, u: 0.002 },
      { id: 'differs', m: 0.03, u: 0.99 },
    ],
  },
  {
    field: 'email',
    rarest: 0.000001,
    levels: [
      { id: 'exact', m: 0.6, u: 0.00001, home: 0.05, work: 0.03, rarity: true },
      { id: 'shared', m: 0.03, u: 0.0001, home: 0.005, work: 0.15, rarity: true },
      { id: 'close', m: 0.05, u: 0.00005, home: 0.005, work: 0.005 },
      { id: 'local', m: 0.07, u: 0.001, home: 0.005, work: 0.005 },
      { id: 'domain', m: 0.07, u: 0.004, home: 0.06, work: 0.7 },
      { id: 'differs', m: 0.18, u: 0.99, home: 0.86, work: 0.16 },
    ],
  },
  {
    field: 'phone',
    rarest: 0.000002,
    levels: [
      { id: 'exact', m: 0.6, u: 0.00001, home: 0.4, work: 0.4, rarity: true },
      { id: 'close', m: 0.06, u: 0.0001, home: 0.01, work: 0.08 },
      { id: 'differs', m: 0.34, u: 0.999, home: 0.59, work: 0.52 },
    ],
  },
  {
    field: 'street',
    rarest: 0.00001,
    levels: [
      { id: 'exact', m: 0.58, u: 0.0001, home: 0.74, work: 0.7, rarity: true },
      { id: 'close', m: 0.14, u: 0.0004, home: 0.1, work: 0.1 },
      { id: 'part', m: 0.06, u: 0.001, home: 0.03, work: 0.03 },
      { id: 'similar', m: 0.04, u: 0.006, home: 0.01, work: 0.01 },
      { id: 'street', m: 0.05, u: 0.002, home: 0.02, work: 0.03 },
      { id: 'differs', m: 0.13, u: 0.99, home: 0.1, work: 0.13 },
    ],
  },
  {
    field: 'city',
    rarest: 0.0001,
    levels: [
      { id: 'exact', m: 0.78, u: 0.08, home: 0.9, work: 0.8, rarity: true },
      { id: 'transliterated', m: 0.03, u: 0.01, home: 0.01, work: 0.01 },
      { id: 'close', m: 0.07, u: 0.005, home: 0.03, work: 0.03 },
      { id: 'part', m: 0.03, u: 0.005, home: 0.02, work: 0.03 },
      { id: 'similar', m: 0.01, u: 0.02, home: 0.005, work: 0.01 },
      { id: 'differs', m: 0.08, u: 0.88, home: 0.035, work: 0.12 },
    ],
  },
  {
    field: 'region',
    rarest: 0.001,
    levels: [
      { id: 'exact', m: 0.88, u: 0.2, home: 0.95, work: 0.9, rarity: true },
      { id: 'close', m: 0.05, u: 0.05, home: 0.02, work: 0.03 },
      { id: 'differs', m: 0.07, u: 0.75, home: 0.03, work: 0.07 },
    ],
  },
  {
    field: 'postcode',
    rarest: 0.00005,
    levels: [
      { id: 'exact', m: 0.76, u: 0.002, home: 0.88, work: 0.8, rarity: true },
      { id: 'close', m: 0.09, u: 0.003, home: 0.03, work: 0.03 },
      { id: 'area', m: 0.04, u: 0.05, home: 0.03, work: 0.05 },
      { id: 'differs', m: 0.11, u: 0.94, home: 0.06, work: 0.12 },
    ],
  },
  {
    field: 'country',
    rarest: 0.01,
    levels: [
      { id: 'exact', m: 0.97, u: 0.7, home: 0.99, work: 0.97, rarity: true },
      { id: 'differs', m: 0.03, u: 0.3, home: 0.01, work: 0.03 },
    ],
  },
  {
    field: 'birthday',
    rarest: 0.00003,
    levels: [
      { id: 'exact', m: 0.85, u: 0.00004, home: 0.05, rarity: true },
      { id: 'swapped', m: 0.02, u: 0.0001 },
      { id: 'close', m: 0.07, u: 0.002 },
      { id: 'similar', m: 0.02, u: 0.008 },
      { id: 'differs', m: 0.04, u: 0.99 },
    ],
  },
  {
    field: 'identifier',
    rarest: 0.0000002,
    levels: [
      { id: 'exact', m: 0.85, u: 0.000001, work: 0.15, rarity: true },
      { id: 'close', m: 0.07, u: 0.00002 },
      { id: 'differs', m: 0.08, u: 0.99 },
    ],
  },
]

/** Where each comparison stands in `COMPARISONS`, and so in every vector of levels. */
export const AT = {
  given: 0,
  family: 1,
  company: 2,
  organisation: 3,
  email: 4,
  phone: 5,
  street: 6,
  city: 7,
  region: 8,
  postcode: 9,
  country: 10,
  birthday: 11,
  identifier: 12,
} as const

/** Room for the codes of one comparison, in tables of all. */
export const WIDTH = 16

/** The level codes of a comparison by their ids. 0 is kept for “nothing to compare”. */
export const levelCodes = (at: number): ReadonlyMap<string, number> =>
  new Map((COMPARISONS[at]?.levels ?? []).map((level, index) => [level.id, index + 1]))

/** All that a pair's reasons can say: fields with their levels. Texts for them belong to the window. */
export const MATCH_REASONS: readonly { field: string; levels: readonly string[] }[] = [
  ...[...new Set(COMPARISONS.map((comparison) => comparison.field))].map((field) => ({
    field,
    levels: [
      ...new Set(
        COMPARISONS.filter((other) => other.field === field).flatMap((other) => other.levels.map(({ id }) => id)),
      ),
    ],
  })),
  { field: 'relation', levels: ['household', 'colleagues'] },
  { field: 'record', levels: ['identical', 'linked'] },
]
