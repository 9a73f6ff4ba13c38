import type { Address, Email, ListName, NounName, Phone } from '../domain/index.ts'
import type { LinkPath } from './paths.ts'
import type { Problem } from './problem.ts'

/** What a row says about a record it points to: any of the values will do. */
export type LinkWish = LinkPath & {
  values: string[]
  column: number
  path: string
  /** A field of one's own that holds the link. */
  field?: string
}

/** One row of a file, understood: what it says about one record, and what could not be read. */
export type Incoming = {
  /** Index in the table. */
  row: number
  /** Where the record belongs. */
  table: NounName
  /** Fairbook's own id, from its export. */
  id?: string
  /** Its ids in other programs, as records hold them. */
  sourceIds: string[]
  /** Fields with one value, and `choices`. */
  values: Record<string, unknown>
  /** Fields whose value is an item of a list, still by name. */
  choices: { field: string; list: ListName; text: string }[]
  emails: Email[]
  phones: Phone[]
  addresses: Address[]
  tags: string[]
  /** The name of a person's company, to be linked. */
  company?: string
  links: LinkWish[]
  /** Of deals: stage and pipeline as the file calls them. */
  stage?: { text: string; column: number }
  pipeline?: string
  /** `YYYY-MM-DD`: when an open deal is expected to close, or a closed one did. */
  closeDate?: string
  /** ISO 4217, by the sign in an amount. */
  currency?: string
  /** By field, in major units: minor ones once the record's currency is known. */
  amounts: Record<string, number>
  problems: Problem[]
}

export const emptyIncoming = (row: number, table: NounName): Incoming => ({
  row,
  table,
  sourceIds: [],
  values: {},
  amounts: {},
  choices: [],
  emails: [],
  phones: [],
  addresses: [],
  tags: [],
  links: [],
  problems: [],
})
