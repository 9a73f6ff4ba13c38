import type { NounName } from '../../shared/domain/index.ts'
import type { LinkColumn } from './held-column.ts'
import type { NounTable } from './noun-table.ts'

/**
 * The columns of a table that link to a noun: those named, or, when none are, Fairbook's own. A link of one's own says
 * something else than whose record it is, so it counts only by name.
 */
export const linksTo = (table: NounTable, target: NounName, keys?: readonly string[]): LinkColumn[] =>
  [...table.columns.values()].filter(
    (column): column is LinkColumn =>
      column.kind === 'link' &&
      column.target === target &&
      (keys === undefined ? column.domain.field?.custom !== true : keys.includes(column.key)),
  )

/** Visits the slots that a record links to by any of some columns, each once. */
export const eachLinked = (links: readonly LinkColumn[], slot: number, visit: (target: number) => void): void => {
  for (const [index, { links: to }] of links.entries()) {
    const link = to[slot] ?? 0
    if (link !== 0 && !links.some((other, before) => before < index && other.links[slot] === link)) visit(link - 1)
  }
}
