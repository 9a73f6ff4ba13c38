import type { Row } from '../../shared/change/index.ts'
import { type Filter, type FilterNode, isCondition, nouns, type Segment } from '../../shared/domain/index.ts'

/** A segment as questions need it. */
export type HeldSegment = Pick<Segment, 'noun' | 'kind'> & { filter: Filter; members: readonly string[] }

type Broken = 'missing' | 'cycle'

/** The segments of the book, read when a question first needs them and followed from then on. */
export type Segments = {
  get: (id: string) => HeldSegment | undefined
  put: (id: string, row: Row | undefined) => void
  /** Reads all of them, once. */
  load: (read: () => Promise<Row[]>) => Promise<void>
  /** Why a filter can't be answered: it depends on a segment that is not there, or on one that comes back to itself. */
  broken: (filter: Filter) => Broken | undefined
  /** Whether a filter, or a segment that it depends on, compares a column of the record itself. */
  mentions: (filter: Filter, column: string) => boolean
}

const heldOf = (row: Row | undefined): HeldSegment | undefined => {
  if (row === undefined || row['erasedAt'] !== undefined || row['deletedAt'] !== undefined) return undefined
  const { data } = nouns.segments.schema.safeParse(row)
  return (
    data && { noun: data.noun, kind: data.kind, filter: data.filter ?? [], members: Object.keys(data.members ?? {}) }
  )
}

/** The parts of a filter node that are filters themselves. */
const partsOf = (node: FilterNode): Filter => {
  if (isCondition(node)) return []
  if ('of' in node) return node.of
  return node.op === 'related' ? node.filter : []
}

export const createSegments = (): Segments => {
  const held = new Map<string, HeldSegment | undefined>()
  const verdicts = new Map<string, Broken | undefined>()
  let loading: Promise<void> | undefined

  const get = (id: string) => held.get(id)
  const brokenBy = (filter: Filter, path: ReadonlySet<string>): Broken | undefined => {
    for (const node of filter) {
      const found = 'segment' in node ? segmentBroken(node.segment, path) : brokenBy(partsOf(node), path)
      if (found !== undefined) return found
    }
    return undefined
  }
  const segmentBroken = (id: string, path: ReadonlySet<string>): Broken | undefined => {
    if (path.has(id)) return 'cycle'
    if (verdicts.has(id)) return verdicts.get(id)
    const segment = held.get(id)
    const found = segment === undefined ? 'missing' : brokenBy(ruleOf(segment), new Set(path).add(id))
    verdicts.set(id, found)
    return found
  }
  const mentions = (filter: Filter, column: string): boolean =>
    filter.some((node) => {
      if (isCondition(node)) return node.column === column
      if (node.op === 'related') return false
      if ('of' in node) return mentions(node.of, column)
      const segment = held.get(node.segment)
      return segment !== undefined && mentions(ruleOf(segment), column)
    })
  return {
    get,
    put: (id, row) => {
      held.set(id, heldOf(row))
      verdicts.clear()
    },
    load: (read) => {
      loading ??= read().then(
        (rows) => {
          // What was put meanwhile is newer.
          for (const row of rows) if (!held.has(row.id)) held.set(row.id, heldOf(row))
          verdicts.clear()
        },
        (error: unknown) => {
          loading = undefined
          throw error
        },
      )
      return loading
    },
    broken: (filter) => brokenBy(filter, new Set()),
    mentions: (filter, column) => brokenBy(filter, new Set()) === undefined && mentions(filter, column),
  }
}

/** What decides who is in a segment; nothing for a fixed one, whose members are named. */
export const ruleOf = ({ kind, filter }: HeldSegment): Filter => (kind === 'live' ? filter : [])
