import type { Row } from '../../shared/change/index.ts'
import type { NounName } from '../../shared/domain/index.ts'
import type { TextColumn } from './held-column.ts'
import { isLabelTable, type Labels, type LabelTable } from './labels.ts'
import { fitTable, NOUNS, type NounTable, putRow, relinkText, type Tables } from './noun-table.ts'
import { createRollups, updateRollup } from './rollup.ts'
import type { Sorter } from './sorting.ts'

/** Takes the book's rows into the columns. */
export type Engine = {
  /** Puts present rows in; `undefined` for one that is gone. Nothing may be asked before `finish`. */
  put: (table: NounName | LabelTable, id: string, row: Row | undefined) => void
  /** Brings what depends on other records up to date: linked names, roll-ups, places in orders. */
  finish: () => void
}

/** Whether rows of a table are part of the columns or of what they are called. */
export const isFollowed = (table: string): table is NounName | LabelTable =>
  isLabelTable(table) || (NOUNS as readonly string[]).includes(table)

const nameColumn = (tables: Tables): TextColumn => {
  const column = tables.customers.columns.get('name')
  if (column?.kind !== 'text') throw new TypeError('customers have no name column')
  return column
}

export const createEngine = (tables: Tables, labels: Labels, sorter: Sorter): Engine => {
  const names = nameColumn(tables)
  const rollups = createRollups(tables)
  const renamed = new Set<number>()
  let relabelled = false

  /** Marks the orders whose place for this record may be another now. */
  const touch = (table: NounTable, slot: number, changed: readonly string[], turned: boolean) => {
    const everywhere = turned || (table.noun === 'customers' && changed.includes(names.key))
    for (const [key, order] of table.orders)
      if (everywhere || changed.includes(key.replace('-', ''))) order.dirty.add(slot)
  }
  const markTargets = (from: NounTable, slot: number) => {
    for (const rollup of rollups)
      if (rollup.from === from)
        for (const { links } of rollup.links) {
          const link = links[slot] ?? 0
          if (link !== 0) rollup.dirty.add(link - 1)
        }
  }
  const relink = (table: NounTable) => {
    for (const { links } of table.customerLinks)
      for (let slot = 0; slot < table.ids.size; slot += 1) {
        const link = links[slot] ?? 0
        if (link !== 0 && renamed.has(link - 1)) relinkText(table, slot, names)
      }
  }
  const putLabel = (table: LabelTable, id: string, row: Row | undefined) => {
    const currency = labels.currency()
    labels.put(table, id, row)
    if (currency !== labels.currency())
      for (const rollup of rollups) if (rollup.rule.measure === 'sum') rollup.all = true
    relabelled = true
  }
  return {
    put: (name, id, row) => {
      if (isLabelTable(name)) {
        putLabel(name, id, row)
        return
      }
      const table = tables[name]
      const slot = table.ids.slot(id)
      fitTable(table)
      markTargets(table, slot)
      const { changed, turned } = putRow(table, slot, row, names)
      if (changed.length > 0 || turned) markTargets(table, slot)
      if (table.noun === 'customers' && changed.includes(names.key)) renamed.add(slot)
      for (const rollup of rollups)
        if (rollup.target === table && (turned || changed.includes(rollup.rule.orOwn ?? ''))) rollup.dirty.add(slot)
      touch(table, slot, changed, turned)
    },
    finish: () => {
      for (const table of Object.values(tables)) {
        fitTable(table)
        if (renamed.size > 0) relink(table)
      }
      for (const rollup of rollups)
        updateRollup(rollup, labels.currency(), (slot) => {
          for (const key of [rollup.key, `-${rollup.key}`]) rollup.target.orders.get(key)?.dirty.add(slot)
        })
      if (relabelled || renamed.size > 0) sorter.forgetLinked()
      relabelled = false
      renamed.clear()
    },
  }
}
