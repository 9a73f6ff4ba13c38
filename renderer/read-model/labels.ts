import type { Row } from '../../shared/change/index.ts'
import { SETTINGS_ID } from '../../shared/domain/index.ts'
import type { HeldColumn } from './held-column.ts'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The small tables that questions need: what ids are called, how stages follow each other, the book's currency. */
const LABEL_TABLES = ['pipelines', 'listItems', 'settings'] as const
export type LabelTable = (typeof LABEL_TABLES)[number]
export const isLabelTable = (table: string): table is LabelTable => (LABEL_TABLES as readonly string[]).includes(table)

export type Labels = {
  put: (table: LabelTable, id: string, row: Row | undefined) => void
  /** The text that a value of a column sorts by: options and stages by their place, items by their name. */
  sortKey: (column: HeldColumn, value: string) => string
  /** Whether a column's values are ids of labelled things. */
  labelled: (column: HeldColumn) => boolean
  /** Percent; 0 for a stage that is not known. */
  stageProbability: (pipelineId: string, stageId: string) => number
  currency: () => string | undefined
  /** The rows that were put in, to be saved and put in again. */
  rows: () => [table: LabelTable, id: string, row: Row][]
}

/** A fractional key, which sorts by its character codes, in letters that every collation sorts the same way. */
const spelled = (key: string): string =>
  Array.from(key, (letter) => {
    const code = letter.charCodeAt(0)
    return String.fromCharCode(97 + ((code >> 4) & 15), 97 + (code & 15))
  }).join('')

const LIST_PREFIX = /^[^:]*:/

export const createLabels = (): Labels => {
  const names = new Map<string, string>()
  const stages = new Map<string, Map<string, { order: string; probability: number }>>()
  const places = new Map<string, string>()
  const rows = new Map<string, [table: LabelTable, id: string, row: Row]>()
  let currency: string | undefined

  const putPipeline = (id: string, row: Row | undefined) => {
    for (const stage of stages.get(id)?.keys() ?? []) places.delete(stage)
    stages.delete(id)
    if (row === undefined || !isObject(row['stages'])) return
    const held = new Map<string, { order: string; probability: number }>()
    for (const [stage, data] of Object.entries(row['stages'])) {
      if (!isObject(data)) continue
      const probability = typeof data['probability'] === 'number' ? data['probability'] : 0
      held.set(stage, { order: String(data['order']), probability })
      places.set(stage, `${spelled(String(row['order']))} ${spelled(String(data['order']))}`)
    }
    stages.set(id, held)
  }
  return {
    rows: () => [...rows.values()],
    put: (table, id, row) => {
      if (row === undefined) rows.delete(`${table}/${id}`)
      else rows.set(`${table}/${id}`, [table, id, row])
      if (table === 'settings') {
        if (id === SETTINGS_ID) currency = typeof row?.['currency'] === 'string' ? row['currency'] : undefined
        return
      }
      if (table === 'pipelines') putPipeline(id, row)
      const name = row?.['name']
      if (typeof name === 'string') names.set(id, name)
      else names.delete(id)
    },
    labelled: ({ domain: { key, field } }) => key === 'stageId' || field?.target === 'pipelines',
    sortKey: ({ domain: { key, field } }, value) => {
      if (field?.options !== undefined) {
        const place = field.options.indexOf(value)
        return place < 0 ? `~${value}` : String(place)
      }
      if (key === 'stageId') return places.get(value) ?? `~${value}`
      if (field?.list !== undefined || field?.target === 'pipelines')
        return names.get(value) ?? value.replace(LIST_PREFIX, '')
      return value
    },
    stageProbability: (pipelineId, stageId) => stages.get(pipelineId)?.get(stageId)?.probability ?? 0,
    currency: () => currency,
  }
}
