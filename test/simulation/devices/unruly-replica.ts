import type { SharedReplica } from '../../../electron/services/replicas/target.ts'
import { AppError } from '../../../shared/app-error.ts'
import type { Cursor } from '../../../shared/change/index.ts'
import type { Random } from './random.ts'

/** What a network does to those who rely on it, as long as `isUnruly`: answers lost, again, in another order, in small parts. */
export const unruly = (replica: SharedReplica, random: Random, isUnruly: () => boolean): SharedReplica => {
  const earlier: Cursor[] = []
  const maybe = (probability: number): boolean => isUnruly() && random.chance(probability)
  const lose = (probability: number): void => {
    if (maybe(probability)) throw new AppError('syncUnreachable', { place: 'here', why: 'timeout' })
  }
  return {
    ...replica,
    pull: async (after, limit) => {
      lose(0.03)
      // Back to where it was before, never on: what came between was perhaps never kept.
      const passed = after === null ? [] : earlier.slice(0, earlier.lastIndexOf(after) + 1)
      const from = after !== null && maybe(0.08) ? (random.oneOf(passed) ?? after) : after
      const page = await replica.pull(from, isUnruly() ? Math.min(limit, 1 + random.below(60)) : limit)
      lose(0.03)
      earlier.push(page.cursor)
      if (!isUnruly()) return page
      const again = page.records.filter(() => random.chance(0.1))
      return { ...page, records: random.shuffled([...page.records, ...again]) }
    },
    push: async (records) => {
      lose(0.03)
      if (maybe(0.1)) await replica.push(random.shuffled(records).slice(0, random.below(records.length + 1)))
      const result = await replica.push(maybe(0.3) ? random.shuffled(records) : records)
      lose(0.05)
      return result
    },
    forget: async () => {
      lose(0.1)
      await replica.forget()
      lose(0.1)
    },
  }
}
