import type { NounName } from '../../shared/domain/index.ts'
import type { SelectQuery } from './api.ts'
import type { Model } from './model.ts'
import { NOUNS } from './noun-table.ts'
import { defaultSorts, orderKey } from './sorting.ts'
import { columnPart, frontPart, nounParts } from './store.ts'

/** The saved parts that a question needs in memory. */
export type Needs = (model: Model) => readonly string[]

export const everything: Needs = (model) => NOUNS.flatMap((noun) => nounParts(model, noun))

/** The ids and names of what a noun's links point at. */
const targetParts = (model: Model, noun: NounName): string[] =>
  [...model.tables[noun].columns.values()].flatMap((column) =>
    column.kind === 'link'
      ? [frontPart(column.target), columnPart(column.target, column.target === 'customers' ? 'name' : 'title')]
      : [],
  )

/** All of one noun. */
export const nounNeeds =
  (noun: NounName): Needs =>
  (model) => [...nounParts(model, noun), ...targetParts(model, noun)]

/** Some columns of one noun. */
export const columnNeeds =
  (noun: NounName, columns: readonly string[]): Needs =>
  (model) => [frontPart(noun), ...columns.map((key) => columnPart(noun, key)), ...targetParts(model, noun)]

/** The beginning of a list in its saved order needs no column at all. */
export const selectNeeds =
  ({ noun, text = '', filter = [], sort = defaultSorts[noun] }: SelectQuery): Needs =>
  (model) => {
    const front = [frontPart(noun)]
    const inOrder = orderKey(sort) === orderKey(defaultSorts[noun]) && model.tables[noun].orders.has(orderKey(sort))
    return inOrder && text === '' && filter.length === 0 ? front : nounNeeds(noun)(model)
  }
