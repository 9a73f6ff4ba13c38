import type { Customer } from '../../shared/domain/index.ts'
import {
  createKnowledge,
  type Suggestion,
  type SuggestionKind,
  suggest,
  suggestionKinds,
} from '../../shared/upkeep/index.ts'
import { type BookDatabase, pagesOf } from '../data/index.ts'

/** A suggestion for a customer. */
export type Found = Suggestion & { id: string }
/** `counts` are of all, `found` the first of each kind. */
export type SuggestionReport = { counts: Record<SuggestionKind, number>; found: Found[] }

const SHOWN_OF_KIND = 500

/** Every customer that is in use, page by page; a page is given to `each` and forgotten. */
const walk = async ({ customers }: Pick<BookDatabase, 'customers'>, each: (customer: Customer) => void) => {
  for await (const page of pagesOf(customers))
    for (const customer of page)
      if (customer.deletedAt === undefined && customer.archivedAt === undefined && !('erasedAt' in customer))
        each(customer)
}

/** Reads the book twice: what it knows, then what could be filled in from that. */
export const findSuggestions = async (db: Pick<BookDatabase, 'customers'>): Promise<SuggestionReport> => {
  const knowledge = createKnowledge()
  const companies = new Set<string>()
  await walk(db, (customer) => {
    knowledge.learn(customer)
    if (customer.kind === 'company') companies.add(customer.id)
  })
  const counts = Object.fromEntries(suggestionKinds.map((kind) => [kind, 0])) as SuggestionReport['counts']
  const found: Found[] = []
  await walk(db, (customer) => {
    for (const suggestion of suggest(customer, knowledge)) {
      // People may still name a company that lies in the trash.
      if (suggestion.kind === 'company' && !companies.has(suggestion.value)) continue
      counts[suggestion.kind] += 1
      if (counts[suggestion.kind] <= SHOWN_OF_KIND) found.push({ ...suggestion, id: customer.id })
    }
  })
  return { counts, found }
}
