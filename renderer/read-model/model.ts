import type { Catalog } from '../../shared/domain/index.ts'
import { today } from './calendar.ts'
import { createEngine, type Engine } from './engine.ts'
import { createLabels, type Labels } from './labels.ts'
import { createTables, NOUNS, type Tables } from './noun-table.ts'
import { createQuestions, type Questions } from './questions.ts'
import { createSegments, type Segments } from './segments.ts'
import { createSorter, type Sorter } from './sorting.ts'

/** Everything in memory about one book, up to the line `seq` of its outbox. */
export type Model = {
  seq: number
  readonly catalog: Catalog
  readonly tables: Tables
  readonly labels: Labels
  readonly segments: Segments
  readonly sorter: Sorter
  readonly engine: Engine
  readonly questions: Questions
}

export const createModel = (catalog: Catalog, locale: string, now: () => Date): Model => {
  const tables = createTables(catalog)
  const labels = createLabels()
  const segments = createSegments()
  const sorter = createSorter(tables, labels, locale)
  const engine = createEngine(tables, labels, sorter)
  return {
    seq: 0,
    catalog,
    tables,
    labels,
    segments,
    sorter,
    engine,
    questions: createQuestions({ tables, labels, segments }, sorter, () => today(now())),
  }
}

/** Takes over a catalog of the same shape: what fields are called and which choices they have. */
export const relabel = ({ tables, sorter }: Model, catalog: Catalog): void => {
  for (const noun of NOUNS)
    for (const domain of catalog.columns(noun)) {
      const column = tables[noun].columns.get(domain.key)
      if (column !== undefined) column.domain = domain
    }
  sorter.forgetLinked()
}

/** The tables that are read whole when the model is built, names before what links to them. */
export const BUILD_ORDER = [
  'settings',
  'pipelines',
  'listItems',
  'customers',
  'deals',
  'tasks',
  'interactions',
] as const
