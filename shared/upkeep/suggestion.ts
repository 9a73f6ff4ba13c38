export const suggestionKinds = ['company', 'country', 'region', 'city', 'language', 'salutation'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** Why it is suggested, labelled `upkeep.reason.<code>` with its parameters. */
export type Reason =
  | { code: 'emailDomain'; params: { domain: string; count: number } }
  | { code: 'phonePrefix'; params: { prefix: string } }
  | { code: 'areaCode'; params: { prefix: string; count: number } }
  | { code: 'postcode'; params: { postcode: string; count: number } }
  | { code: 'script'; params: { name: string } }
  | { code: 'countryOf'; params: { country: string } }
  | { code: 'nameEnding'; params: { name: string } }

/** Something the book could know, as the user may take it or leave it. */
export type Suggestion = {
  kind: SuggestionKind
  /** Stands in `dismissed` of the record when the user does not want it; another value is another suggestion. */
  key: string
  /** The new value: an id of a company, a country or language code, or a text. */
  value: string
  reason: Reason
}

export const suggestionKey = (kind: SuggestionKind, value: string): string => `${kind}:${value}`.slice(0, 300)
