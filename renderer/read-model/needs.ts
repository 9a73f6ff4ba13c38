import { type Filter, isCondition, type NounName } from '../../shared/domain/index.ts'
import type { AggregateQuery, SelectQuery } from './api.ts'
import type { Model } from './model.ts'
import { NOUNS } from './noun-table.ts'
import { defaultSorts, orderKey } from './sorting.ts'
import { columnPart, frontPart, nounParts } from './store.ts'

/** The saved parts that a question needs in memory, and whether it needs the segments. */
export type Needs = { parts: (model: Model) => readonly string[]; segments: boolean }

export const everything: Needs = {
  parts: (model) => NOUNS.flatMap((noun) => nounParts(model, noun)),
  segments: true,
}

/** Conditions ask of the noun alone. What is linked, and segments, may be about any noun. */
const isPlain = (filter: Filter = []): boolean => filter.every(isCondition)

/** The ids and names of what a noun's links point at. */
const targetParts = (model: Model, noun: NounName): string[] =>
  [...model.tables[noun].columns.values()].flatMap((column) =>
    column.kind === 'link'
      ? [frontPart(column.target), columnPart(column.target, column.target === 'customers' ? 'name' : 'title')]
      : [],
  )

const wholeNoun = (model: Model, noun: NounName): string[] => [...nounParts(model, noun), ...targetParts(model, noun)]

export const aggregateNeeds = ({ noun, filter }: AggregateQuery): Needs =>
  isPlain(filter) ? { parts: (model) => wholeNoun(model, noun), segments: false } : everything

/** Some columns of one noun. */
export const columnNeeds = (noun: NounName, columns: readonly string[]): Needs => ({
  parts: (model) => [frontPart(noun), ...columns.map((key) => columnPart(noun, key)), ...targetParts(model, noun)],
  segments: false,
})

/** The beginning of a list in its saved order needs no column at all. */
export const selectNeeds = (query: SelectQuery): Needs => {
  const { noun, text = '', filter = [], sort = defaultSorts[noun], archived } = query
  if (!isPlain(filter)) return everything
  const asksAll = text === '' && filter.length === 0 && (noun === 'customers' || archived === undefined)
  const inOrder = (model: Model) =>
    orderKey(sort) === orderKey(defaultSorts[noun]) && model.tables[noun].orders.has(orderKey(sort))
  return {
    parts: (model) => (asksAll && inOrder(model) ? [frontPart(noun)] : wholeNoun(model, noun)),
    segments: false,
  }
}
