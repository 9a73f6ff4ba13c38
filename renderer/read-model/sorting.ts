import type { NounName } from '../../shared/domain/index.ts'
import type { Sort } from './api.ts'
import type { HeldColumn, LinkColumn, TextColumn } from './held-column.ts'
import { VALUE_SEPARATOR } from './held-column.ts'
import type { Labels } from './labels.ts'
import { ABSENT, type NounTable, type Tables } from './noun-table.ts'
import {
  type Compare,
  type Order,
  rankNumbers,
  rankThings,
  repairOrder,
  reversedRanks,
  sortByRank,
  worthResorting,
} from './order.ts'

/** How lists stand when nobody asked: people by name, deals by what is new, interactions by when, tasks by due day. */
export const defaultSorts = {
  customers: { column: 'name' },
  deals: { column: 'createdAt', descending: true },
  interactions: { column: 'at', descending: true },
  tasks: { column: 'due' },
} as const satisfies Record<NounName, Sort>

export const orderKey = ({ column, descending }: Sort): string => `${descending === true ? '-' : ''}${column}`

/** Keeps the orders of every noun. Values that are equal stand by name among customers, else by id. */
export type Sorter = {
  /** The slots of all records that are not absent, in order. Ones without a value come last in both directions. */
  order: (noun: NounName, sort: Sort) => Uint32Array
  setLocale: (locale: string) => void
  readonly locale: string
  /** After labels or linked names changed: forgets the orders that depend on them. */
  forgetLinked: () => void
}

export const createSorter = (tables: Tables, labels: Labels, initialLocale: string): Sorter => {
  let locale = initialLocale
  let collator = new Intl.Collator(locale, { numeric: true })

  const nameColumn = (target: LinkColumn['target']): TextColumn | undefined => {
    const column = tables[target].columns.get(target === 'customers' ? 'name' : 'title')
    return column?.kind === 'text' ? column : undefined
  }
  const textKey = (column: TextColumn, code: number): string => {
    const text = column.dictionary.textAt(code)
    const end = column.several ? text.indexOf(VALUE_SEPARATOR) : -1
    return labels.sortKey(column, end < 0 ? text : text.slice(0, end))
  }
  const compareCodes =
    (column: TextColumn): Compare =>
    (a, b) =>
      a === b ? 0 : collator.compare(textKey(column, a), textKey(column, b))

  /** Compares slots by a column's values alone. */
  const comparing = (column: HeldColumn | undefined, descending: boolean): Compare => {
    const sign = descending ? -1 : 1
    if (column === undefined || column.kind === 'long') return () => 0
    if (column.kind === 'number')
      return (a, b) => {
        const [left, right] = [column.values[a] ?? Number.NaN, column.values[b] ?? Number.NaN]
        if (Number.isNaN(left) || Number.isNaN(right)) return !Number.isNaN(left) ? -1 : !Number.isNaN(right) ? 1 : 0
        return sign * (left - right)
      }
    const names = column.kind === 'text' ? column : nameColumn(column.target)
    if (names === undefined) return () => 0
    const codes = compareCodes(names)
    const codeOf =
      column.kind === 'text'
        ? (slot: number) => column.codes[slot] ?? 0
        : (slot: number) => names.codes[(column.links[slot] ?? 0) - 1] ?? 0
    return (a, b) => {
      const [left, right] = [codeOf(a), codeOf(b)]
      if (left === 0 || right === 0) return left !== 0 ? -1 : right !== 0 ? 1 : 0
      return sign * codes(left, right)
    }
  }
  /** Ranks slots by a column's values: one comparison sort of the distinct values at most. */
  const ranking = (column: HeldColumn | undefined, size: number): { rank: Uint32Array; ranks: number } => {
    if (column === undefined || column.kind === 'long') return { rank: new Uint32Array(size), ranks: 1 }
    if (column.kind === 'number') return rankNumbers(column.values.subarray(0, size))
    const names = column.kind === 'text' ? column : nameColumn(column.target)
    if (names === undefined) return { rank: new Uint32Array(size), ranks: 1 }
    const { rank, ranks } = rankThings(names.dictionary.size, (code) => code !== 0, compareCodes(names))
    const own = column.kind === 'text' ? column.codes : column.links.map((link) => names.codes[link - 1] ?? 0)
    return { rank: own.subarray(0, size).map((code) => rank[code] ?? 0), ranks }
  }
  const byId = (table: NounTable): Uint32Array => {
    const slots = new Uint32Array(table.ids.size)
    let count = 0
    let sorted = true
    for (let slot = 0; slot < slots.length; slot += 1) {
      if (table.state[slot] === ABSENT) continue
      if (count > 0 && table.ids.compare(slots[count - 1] ?? 0, slot) > 0) sorted = false
      slots[count] = slot
      count += 1
    }
    const present = slots.slice(0, count)
    return sorted ? present : present.sort(table.ids.compare)
  }
  const tieColumn = (table: NounTable, { column }: Sort): HeldColumn | undefined =>
    table.noun === 'customers' && column !== 'name' ? table.columns.get('name') : undefined

  const sortAnew = (table: NounTable, sort: Sort): Uint32Array => {
    const base = tieColumn(table, sort) ? order(table.noun, { column: 'name' }) : byId(table)
    const ranks = ranking(table.columns.get(sort.column), table.ids.size)
    const directed = sort.descending === true ? reversedRanks(ranks) : ranks
    return sortByRank(base, directed.rank, directed.ranks)
  }
  const order = (noun: NounName, sort: Sort): Uint32Array => {
    const table = tables[noun]
    const key = orderKey(sort)
    const held = table.orders.get(key)
    if (held === undefined || worthResorting(held)) {
      const made: Order = { slots: sortAnew(table, sort), dirty: new Set(), version: (held?.version ?? 0) + 1 }
      table.orders.set(key, made)
      return made.slots
    }
    if (held.dirty.size === 0) return held.slots
    const own = comparing(table.columns.get(sort.column), sort.descending === true)
    const tie = comparing(tieColumn(table, sort), false)
    repairOrder(
      held,
      (slot) => table.state[slot] !== ABSENT,
      (a, b) => own(a, b) || tie(a, b) || table.ids.compare(a, b),
    )
    return held.slots
  }
  return {
    order,
    get locale() {
      return locale
    },
    setLocale: (next) => {
      if (next === locale) return
      locale = next
      collator = new Intl.Collator(locale, { numeric: true })
      for (const table of Object.values(tables)) table.orders.clear()
    },
    forgetLinked: () => {
      for (const table of Object.values(tables))
        for (const column of table.columns.values())
          if (column.kind === 'link' || column.domain.type === 'choice' || labels.labelled(column))
            for (const key of [column.key, `-${column.key}`]) table.orders.delete(key)
    },
  }
}
