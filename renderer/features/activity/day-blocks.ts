import type { AggregateRow } from '../../read-model/api.ts'

/** Heights in px. */
export const HEAD_HEIGHT = 37
export const ROW_HEIGHT = 48

/** All of one day. `firsts` and `counts` are by source: where its records of this day begin among all, how many. */
export type DayBlock = {
  /** `YYYY-MM-DD`; '' for what has no day. */
  day: string
  top: number
  height: number
  count: number
  firsts: readonly number[]
  counts: readonly number[]
}

/**
 * Lays out days under each other from the counts of each source by day: the last day first, before it what has no day,
 * which a source itself has at its end. So the place of every record is known without reading one.
 */
export const layDays = (sources: readonly (readonly AggregateRow[])[]): DayBlock[] => {
  const byDay = new Map<string, number[]>()
  const none = sources.map(() => 0)
  for (const [source, rows] of sources.entries())
    for (const { keys, values } of rows) {
      const day = keys[0] ?? ''
      const counts = byDay.get(day) ?? [...none]
      counts[source] = values[0] ?? 0
      byDay.set(day, counts)
    }
  const days = [...byDay.keys()].sort((a, b) => (a === '' ? -1 : b === '' ? 1 : a < b ? 1 : -1))
  const next = [...none]
  const dated = sources.map((rows) =>
    rows.reduce((sum, { keys, values }) => sum + (keys[0] === '' ? 0 : (values[0] ?? 0)), 0),
  )
  let top = 0
  return days.map((day) => {
    const counts = byDay.get(day) ?? none
    const firsts = day === '' ? dated : [...next]
    if (day !== '') for (const [source, own] of counts.entries()) next[source] = (next[source] ?? 0) + own
    const count = counts.reduce((sum, own) => sum + own, 0)
    const block = { day, top, height: HEAD_HEIGHT + count * ROW_HEIGHT, count, firsts, counts }
    top += block.height
    return block
  })
}

/** The index of the first block that ends below `top`. */
const blockAt = (blocks: readonly DayBlock[], top: number): number => {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block && block.top + block.height <= top) low = middle + 1
    else high = middle
  }
  return low
}

/** A record's place: in which source it is the how-manieth, and its line in its day. */
export type Place = { source: number; offset: number; line: number }
export type VisibleDay = { block: DayBlock; places: readonly Place[] }

const placesIn = ({ top, count, firsts, counts }: DayBlock, from: number, to: number): Place[] => {
  const first = Math.max(0, Math.floor((from - top - HEAD_HEIGHT) / ROW_HEIGHT))
  const last = Math.min(count, Math.ceil((to - top - HEAD_HEIGHT) / ROW_HEIGHT))
  const places: Place[] = []
  let begun = 0
  for (const [source, own] of counts.entries()) {
    const start = Math.max(first, begun)
    for (let line = start; line < Math.min(last, begun + own); line += 1)
      places.push({ source, offset: (firsts[source] ?? 0) + line - begun, line })
    begun += own
  }
  return places
}

/** What is between two heights, in px from the start of the list. */
export const visibleDays = (blocks: readonly DayBlock[], from: number, to: number): VisibleDay[] => {
  const days: VisibleDay[] = []
  for (let index = blockAt(blocks, from); index < blocks.length; index += 1) {
    const block = blocks[index]
    if (!block || block.top >= to) break
    days.push({ block, places: placesIn(block, from, to) })
  }
  return days
}

const STEP = 50

/** The page of a source that holds all of its visible records, in steps so that it rarely changes. */
export const pageOf = (days: readonly VisibleDay[], source: number): { offset: number; limit: number } | undefined => {
  const offsets = days.flatMap(({ places }) => places.filter((place) => place.source === source))
  if (offsets.length === 0) return undefined
  const [least, most] = offsets.reduce(
    ([low, high], { offset }) => [Math.min(low, offset), Math.max(high, offset)],
    [Number.POSITIVE_INFINITY, 0],
  )
  const offset = Math.floor(least / STEP) * STEP
  return { offset, limit: Math.ceil((most + 1 - offset) / STEP) * STEP }
}

/** Where the list opens: at today, or at the last day before; what is ahead lies above. */
export const openingTop = (blocks: readonly DayBlock[], today: string): number =>
  blocks.find(({ day }) => day !== '' && day <= today)?.top ?? 0
