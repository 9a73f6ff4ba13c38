import { today } from './calendar.ts'
import { createEngine, type Engine } from './engine.ts'
import { createLabels, type Labels } from './labels.ts'
import { createTables, type Tables } from './noun-table.ts'
import { createQuestions, type Questions } from './questions.ts'
import { createSorter, type Sorter } from './sorting.ts'

/** Everything in memory about one book, up to the line `seq` of its outbox. */
export type Model = {
  seq: number
  readonly tables: Tables
  readonly labels: Labels
  readonly sorter: Sorter
  readonly engine: Engine
  readonly questions: Questions
}

export const createModel = (locale: string, now: () => Date): Model => {
  const tables = createTables()
  const labels = createLabels()
  const sorter = createSorter(tables, labels, locale)
  const engine = createEngine(tables, labels, sorter)
  return {
    seq: 0,
    tables,
    labels,
    sorter,
    engine,
    questions: createQuestions(tables, labels, sorter, () => today(now())),
  }
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
