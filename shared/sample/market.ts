/** How people of one language live, trade and talk in the sample book. */
export type Market = {
  /** BCP 47. */
  language: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** ISO 4217. */
  currency: string
  /** Share of the customers, relative to the other markets. */
  weight: number
  /** Numbers as written there; `d` is a digit. */
  mobile: readonly string[]
  landline: readonly string[]
  /** City, region and postcode pattern. */
  cities: readonly (readonly [city: string, region: string, postcode: string])[]
  streets: readonly string[]
  /** With `{street}` and `{n}`. */
  address: string
  women: People
  men: People
  /** Name, key of the industry list, and the name in Latin letters where it is not. */
  companies: readonly (readonly [name: string, industry: string, latin?: string])[]
  /** Legal forms around the name, `{}`. */
  legalForms: readonly string[]
  roles: readonly string[]
  /** Month (1 to 12), then what is written about the place. */
  fairs: readonly (readonly [month: number, detail: string])[]
  /** Where exactly customers came from, by key of the source list. */
  sources: Readonly<
    Record<'website' | 'referral' | 'walkIn' | 'coldCall' | 'social' | 'partner' | 'advert', readonly string[]>
  >
  interests: readonly string[]
  /** What is worth remembering about a customer. */
  remarks: readonly string[]
}

/** Names as written, with their Latin form after `|` where it is not plain. */
type People = { given: readonly string[]; family: readonly string[] }

/**
 * What is said and written. A line is `channel direction outcome|subject|text|next step`, the last one optional; `-`
 * stands for no direction or outcome; `{product}` and `{n}` are filled in.
 */
export type Talk = {
  products: readonly string[]
  /** Titles of deals. */
  deals: readonly string[]
  tasks: readonly string[]
  first: readonly string[]
  follow: readonly string[]
  offer: readonly string[]
  bargain: readonly string[]
  won: readonly string[]
  lost: readonly string[]
  after: readonly string[]
  missed: readonly string[]
  notes: readonly string[]
}

export type Situation = Exclude<keyof Talk, 'products' | 'deals' | 'tasks'>
