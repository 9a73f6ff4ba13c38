import {
  type Catalog,
  type Column,
  type Condition,
  type ConsentChannel,
  type Filter,
  type FilterNode,
  type Group,
  isCondition,
  type NounName,
  outreachColumns,
  outreachFilter,
  type Related,
  readConsentValue,
  type Segment,
  segmentsOf,
} from '../../../shared/domain/index.ts'
import { isComplete } from './condition-model.ts'

/** As deep as groups and linked records may stand in one another while being edited. */
export const DEEPEST = 3

const NOUNS = ['customers', 'deals', 'interactions', 'tasks'] as const

/** Something that may be linked with a record: by Fairbook's own links, or by one field of one's own. */
export type RelatedChoice = Pick<Related, 'noun' | 'by'>

const links = (catalog: Catalog, from: NounName, to: NounName, own: boolean): string[] =>
  catalog
    .columns(from)
    .flatMap(({ key, field }) => (field?.target === to && (field.custom === true) === own ? [key] : []))

/** What a filter of a noun may ask about linked records. */
export const relatedChoices = (catalog: Catalog, noun: NounName): RelatedChoice[] =>
  NOUNS.flatMap((other) => {
    const standard = links(catalog, other, noun, false).length > 0 || links(catalog, noun, other, false).length > 0
    const own = links(catalog, other, noun, true).map((by) => ({ noun: other, by }))
    return [...(standard ? [{ noun: other }] : []), ...own]
  }).sort((a, b) => Number(a.noun === noun) - Number(b.noun === noun))

/** How a condition on linked records measures them, as it is offered. */
export const relatedModes = ['some', 'none', 'count', 'sum', 'before', 'within'] as const
export type RelatedMode = (typeof relatedModes)[number]

export const modeOf = (node: Related): RelatedMode => {
  if (node.measure === 'sum') return 'sum'
  if (node.measure === 'last') return node.before === undefined ? 'within' : 'before'
  if (node.to === 0 && node.from === undefined) return 'none'
  return node.from === 1 && node.to === undefined ? 'some' : 'count'
}

const MANY_DAYS = 90

/** The node in another mode, its filter and, where it still fits, its column kept. */
export const inMode = (
  node: Related,
  mode: RelatedMode,
  columns: Readonly<Record<'sum' | 'last', string>>,
): Related => {
  const { op, noun, by, filter } = node
  const base = { op, noun, filter, ...(by !== undefined && { by }) }
  const column = (measure: 'sum' | 'last') => (node.measure === measure && node.column) || columns[measure]
  switch (mode) {
    case 'some':
      return { ...base, measure: 'count', from: 1 }
    case 'none':
      return { ...base, measure: 'count', to: 0 }
    case 'count':
      return { ...base, measure: 'count', from: 2 }
    case 'sum':
      return { ...base, measure: 'sum', column: column('sum') }
    case 'before':
      return { ...base, measure: 'last', column: column('last'), before: node.within ?? MANY_DAYS }
    case 'within':
      return { ...base, measure: 'last', column: column('last'), within: node.before ?? MANY_DAYS }
  }
}

/** What a condition on linked records starts with: the question that is asked most of each. */
export const startRelated = ({ noun, by }: RelatedChoice): Related => {
  const base = { op: 'related' as const, noun, ...(by !== undefined && { by }) }
  const is = (column: string, value: string): Condition => ({ column, op: 'is', values: [value] })
  if (noun === 'interactions') return { ...base, filter: [], measure: 'last', column: 'at', before: MANY_DAYS }
  if (noun === 'tasks') return { ...base, filter: [is('state', 'open')], measure: 'count', to: 0 }
  return { ...base, filter: noun === 'deals' ? [is('status', 'won')] : [], measure: 'count', from: 1 }
}

/** The columns that a measure can be taken of, amounts and the likeliest days first. */
export const measuredColumns = (catalog: Catalog, noun: NounName, measure: 'sum' | 'last'): Column[] => {
  const types = measure === 'sum' ? ['money', 'number'] : ['instant', 'day']
  const first = ['value', 'at', 'doneAt', 'closedAt']
  return catalog
    .columns(noun)
    .filter(({ type, shown, field }) => types.includes(type) && (shown !== 'hidden' || field?.system !== true))
    .sort((a, b) => Number(first.includes(b.key)) - Number(first.includes(a.key)))
}

const isUsable = (node: FilterNode): boolean => {
  if (isCondition(node)) return isComplete(node)
  if ('of' in node) return node.of.length > 0
  if (node.op !== 'related') return node.segment !== ''
  if (node.measure !== 'count' && node.column === undefined) return false
  return node.measure === 'last' || node.from !== undefined || node.to !== undefined
}

/** The parts of a filter that say enough to filter by: what is half written or empty is left out. */
export const usable = (filter: Filter): FilterNode[] =>
  filter.flatMap((node): FilterNode[] => {
    const inner: FilterNode =
      'of' in node
        ? { ...node, of: usable(node.of) }
        : node.op === 'related'
          ? { ...node, filter: usable(node.filter) }
          : node
    return isUsable(inner) ? [inner] : []
  })

/** Who may be written to, as an editor asks it. Nothing as the purpose: for any. */
export type Reach = { channel: ConsentChannel; purpose?: string | undefined }

export const reachGroup = ({ purpose, channel }: Reach): Group => ({
  op: 'all',
  of: outreachFilter(purpose, channel),
})

const channelOf = (column: string): ConsentChannel | undefined =>
  (['email', 'phone', 'message', 'post'] as const).find((channel) => outreachColumns[channel] === column)

/** What `reachGroup` made, read back; undefined for any other node. */
export const readReach = (node: FilterNode): Reach | undefined => {
  if (!('of' in node) || node.op !== 'all') return undefined
  const [may, agreed] = node.of
  const channel = may && isCondition(may) ? channelOf(may.column) : undefined
  if (channel === undefined) return undefined
  const value = agreed && isCondition(agreed) && agreed.op === 'is' ? agreed.values[0] : undefined
  const purpose = value === undefined ? undefined : readConsentValue(value)?.purpose
  const same = JSON.stringify(node) === JSON.stringify(reachGroup({ purpose, channel }))
  return same ? { channel, purpose } : undefined
}

/** The ids of records that a filter compares with, of any noun: for their names. */
export const linkedIds = (catalog: Catalog, noun: NounName, filter: Filter): string[] =>
  filter.flatMap((node): string[] => {
    if (isCondition(node)) {
      const isLink = node.column === 'importId' || catalog.field(noun, node.column)?.type === 'link'
      return isLink && 'values' in node ? node.values : []
    }
    if ('of' in node) return linkedIds(catalog, noun, node.of)
    return node.op === 'related' ? linkedIds(catalog, node.noun, node.filter) : []
  })

/** The segments that a segment is made of; a fixed one is made of none. */
export const madeOf = ({ kind, filter }: Segment): string[] => (kind === 'live' ? segmentsOf(filter ?? []) : [])

/** Whether a segment is made of another, at any depth, or is that one itself. */
export const dependsOn = (segments: readonly Segment[], id: string, other: string): boolean => {
  const seen = new Set<string>()
  const reaches = (at: string): boolean => {
    if (at === other) return true
    if (seen.has(at)) return false
    seen.add(at)
    const found = segments.find((segment) => segment.id === at)
    return found !== undefined && madeOf(found).some(reaches)
  }
  return reaches(id)
}
