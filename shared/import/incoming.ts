import type { Address, Email, ListName, Phone } from '../domain/index.ts'
import type { Problem } from './problem.ts'

/** One row of a file, understood: what it says about one record, and what could not be read. */
export type Incoming = {
  /** Index in the table. */
  row: number
  /** Fairbook's own id, from its export. */
  id?: string
  /** Fields with one value. */
  values: Record<string, unknown>
  /** Fields whose value is an item of a list, still by name. */
  choices: { field: string; list: ListName; text: string }[]
  emails: Email[]
  phones: Phone[]
  addresses: Address[]
  tags: string[]
  /** The name of a person's company, to be linked. */
  company?: string
  problems: Problem[]
}
