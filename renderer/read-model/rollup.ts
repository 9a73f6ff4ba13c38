import { type NounName, rollupColumns } from '../../shared/domain/index.ts'
import { type HeldColumn, type LinkColumn, setCell } from './held-column.ts'
import { eachLinked, linksTo } from './links.ts'
import { ALIVE, type NounTable, type Tables } from './noun-table.ts'
import { currencyColumn } from './related.ts'

type Rule = (typeof rollupColumns)[NounName][string]

/** One rolled-up column: where its sums go, and the columns they are made of. */
export type Rollup = {
  readonly target: NounTable
  readonly key: string
  readonly from: NounTable
  readonly rule: Rule
  readonly links: readonly LinkColumn[]
  /** The records whose sum is to be computed anew. */
  readonly dirty: Set<number>
  all: boolean
}

export const createRollups = (tables: Tables): Rollup[] =>
  Object.values(tables).flatMap((target) =>
    Object.entries<Rule>(rollupColumns[target.noun]).map(([key, rule]) => {
      const from = tables[rule.from]
      return {
        target,
        key,
        from,
        rule,
        links: linksTo(from, target.noun, rule.by),
        dirty: new Set<number>(),
        all: false,
      }
    }),
  )

const readText = (column: HeldColumn, slot: number): string => {
  if (column.kind === 'text') return column.dictionary.textAt(column.codes[slot] ?? 0)
  const value = column.kind === 'number' ? (column.values[slot] ?? Number.NaN) : Number.NaN
  return !Number.isNaN(value) ? String(value) : ''
}

const counted = ({ from, rule: { where } }: Rollup): ((slot: number) => boolean) => {
  const column = where && from.columns.get(where.column)
  if (where === undefined || column === undefined) return (slot) => from.state[slot] === ALIVE
  return (slot) => {
    if (from.state[slot] !== ALIVE) return false
    const value = readText(column, slot)
    return where.is === undefined ? value !== where.isNot : value === where.is
  }
}

/** Above this many records, one pass over everything is cheaper than marking them. */
const ALL_ABOVE = 5_000

/** Computes the sums that are dirty, in one pass over the linked records; `moved` hears of each that changed. */
export const updateRollup = (rollup: Rollup, bookCurrency: string | undefined, moved: (slot: number) => void): void => {
  const { target, from, rule, links, dirty } = rollup
  const column = target.columns.get(rollup.key)
  if ((!rollup.all && dirty.size === 0) || column?.kind !== 'number') return
  const everyone = rollup.all || dirty.size > ALL_ABOVE
  const size = target.ids.size
  const asked = new Uint8Array(size)
  if (everyone) asked.fill(1)
  else for (const slot of dirty) asked[slot] = 1
  const sums = new Float64Array(size).fill(rule.measure === 'count' ? 0 : Number.NaN)
  const measured = rule.measured === undefined ? undefined : from.columns.get(rule.measured)
  const values = measured?.kind === 'number' ? measured.values : undefined
  const currency = rule.measure === 'sum' ? currencyColumn(from, measured) : undefined
  const counts = counted(rollup)
  const add = (slot: number, source: number) => {
    const held = sums[slot] ?? Number.NaN
    if (rule.measure === 'count') {
      sums[slot] = held + 1
      return
    }
    const value = values?.[source] ?? Number.NaN
    if (Number.isNaN(value)) return
    if (Number.isNaN(held)) sums[slot] = value
    else sums[slot] = rule.measure === 'sum' ? held + value : Math.max(held, value)
  }
  for (let source = 0; source < from.ids.size; source += 1) {
    let wanted = false
    for (const { links: to } of links) if (asked[(to[source] ?? 0) - 1] === 1) wanted = true
    if (!wanted || !counts(source)) continue
    if (currency !== undefined && currency.dictionary.textAt(currency.codes[source] ?? 0) !== bookCurrency) continue
    eachLinked(links, source, (slot) => {
      if (asked[slot] === 1) add(slot, source)
    })
  }
  const own = rule.orOwn === undefined ? undefined : target.columns.get(rule.orOwn)
  const finish = (slot: number) => {
    const alone = own?.kind === 'number' ? (own.values[slot] ?? Number.NaN) : Number.NaN
    const sum = sums[slot] ?? Number.NaN
    const value = !Number.isNaN(alone) && !(sum > alone) ? alone : sum
    if (setCell(column, slot, value)) moved(slot)
  }
  if (everyone) for (let slot = 0; slot < size; slot += 1) finish(slot)
  else for (const slot of dirty) finish(slot)
  dirty.clear()
  rollup.all = false
}
