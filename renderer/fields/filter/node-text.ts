import { useCallback, useMemo } from 'react'

import {
  displayName,
  type Filter,
  type FilterNode,
  isCondition,
  type NounName,
  type Related,
} from '../../../shared/domain/index.ts'
import { useAll, useRecords } from '../../data/index.ts'
import { type FormatContext, fieldLabel, formatValue, itemLabel } from '../format.ts'
import { useCatalog } from '../lookups.ts'
import { useFormatContext } from '../use-format.ts'
import { conditionText, pickedText, rangeText } from './condition-text.ts'
import { linkedIds, modeOf, type Reach, type RelatedChoice, readReach } from './node-model.ts'

/** What the parts of a filter are told with. */
export type FilterWords = FormatContext & { segments: ReadonlyMap<string, string> }

/** A part of a filter in words: what it is about, and what must hold of it. */
export type NodeText = { column: string; text: string }

/** What linked records are called beside a record of a noun: its deals, a company's people, a deal's customer. */
export const relatedName = (context: FormatContext, noun: NounName, { noun: other, by }: RelatedChoice): string => {
  const { t } = context.i18n
  const own = noun === 'customers' ? 'segments.related.people' : 'segments.related.customers'
  const name = t(other === 'customers' ? own : `noun.${other}.title`)
  if (by === undefined) return name
  return t('segments.related.by', { name, link: fieldLabel(context.i18n, context.lookups.catalog, other, by) })
}

/** The column that says when it happened: need not be named. */
const WHEN: Partial<Record<NounName, string>> = { interactions: 'at' }

/** A measure in words: “at least one”, “Value in total: from €1,000”. */
const measureText = (words: FilterWords, node: Related): string => {
  const { t } = words.i18n
  const mode = modeOf(node)
  if (mode === 'some' || mode === 'none') return t(`segments.mode.${mode}`)
  if (mode === 'count') {
    const number = { key: '', type: 'number', shown: 'hidden' } as const
    return t('segments.measure.count', { range: rangeText(words, node.noun, number, node) })
  }
  const column = words.lookups.catalog.columns(node.noun).find(({ key }) => key === node.column)
  const name = fieldLabel(words.i18n, words.lookups.catalog, node.noun, node.column ?? '')
  if (mode === 'sum')
    return t('segments.measure.sum', { column: name, range: column ? rangeText(words, node.noun, column, node) : '' })
  const when =
    node.before === undefined
      ? t('customers.filter.withinDays', { days: node.within ?? 0 })
      : t('customers.filter.beforeDays', { days: node.before })
  return node.column === WHEN[node.noun]
    ? t('segments.measure.lastOne', { when })
    : t('segments.measure.last', { column: name, when })
}

/** What was measured of one record, in words. */
export const measuredText = (words: FilterWords, node: Related, value: string | number | null): string => {
  const { t, format } = words.i18n
  if (node.measure === 'last') return value === null ? t('segments.never') : dayText(words, String(value))
  if (node.measure === 'count') return format.number(Number(value ?? 0))
  const column = words.lookups.catalog.columns(node.noun).find(({ key }) => key === node.column)
  return column ? formatValue(words, node.noun, column, value ?? 0) : format.number(Number(value ?? 0))
}

/** The value of a column as the read model tells it, in words; '' for none. */
export const cellText = (words: FilterWords, noun: NounName, key: string, value: string | number | null): string => {
  const column = words.lookups.catalog.columns(noun).find((one) => one.key === key)
  if (column === undefined || value === null) return ''
  if (column.type === 'instant') return dayText(words, String(value))
  if (typeof value === 'number')
    return column.type === 'boolean'
      ? pickedText(words, noun, column, String(value))
      : formatValue(words, noun, column, value)
  const parts = SEVERAL.has(column.type) ? value.split(', ') : [value]
  return words.i18n.format.list(parts.map((part) => pickedText(words, noun, column, part)))
}

/** What the read model tells with commas between. */
const SEVERAL = new Set(['choices', 'consents', 'tags'])

/** An instant or a day as its day. */
const dayText = ({ i18n: { format } }: FilterWords, value: string): string =>
  value.length > 'YYYY-MM-DD'.length ? format.instant(value, 'date') : format.day(value)

const reachText = (words: FilterWords, { purpose, channel }: Reach): NodeText => {
  const { t } = words.i18n
  const by = t(`segments.by.${channel}`)
  return {
    column: t('segments.reach'),
    text:
      purpose === undefined
        ? t('segments.reach.any', { channel: by })
        : t('segments.reach.for', { purpose: itemLabel(words, purpose), channel: by }),
  }
}

const whole = ({ column, text }: NodeText): string => [column, text].filter((part) => part !== '').join(' ')

/** Several parts in one line; one that is made of several stands in brackets. */
const joined = (words: FilterWords, noun: NounName, filter: Filter): string =>
  filter
    .map((node) => {
      const text = whole(nodeText(words, noun, node))
      return 'of' in node && readReach(node) === undefined ? `(${text})` : text
    })
    .join('; ')

/** A part of a filter as words. */
export const nodeText = (words: FilterWords, noun: NounName, node: FilterNode): NodeText => {
  const { t } = words.i18n
  if (isCondition(node)) {
    const column = words.lookups.catalog.columns(noun).find(({ key }) => key === node.column)
    return {
      column: fieldLabel(words.i18n, words.lookups.catalog, noun, node.column),
      text: column ? conditionText(words, noun, column, node) : t('segments.noField'),
    }
  }
  if (node.op === 'related') {
    const only = joined(words, node.noun, node.filter)
    const text = [measureText(words, node), only].filter((part) => part !== '').join(' · ')
    return { column: relatedName(words, noun, node), text }
  }
  if ('of' in node) {
    const reach = readReach(node)
    return reach
      ? reachText(words, reach)
      : { column: t(`segments.group.${node.op}`), text: joined(words, noun, node.of) }
  }
  return { column: t(`segments.${node.op}`), text: words.segments.get(node.segment) ?? t('segments.gone') }
}

/** What the parts of a filter of a noun are told with, the names of what it compares with among them, live. */
export const useFilterWords = (noun: NounName, filter: Filter): FilterWords => {
  const catalog = useCatalog()
  const ids = useMemo(() => [...new Set(linkedIds(catalog, noun, filter))], [catalog, noun, filter])
  const customers = useRecords('customers', ids)
  const deals = useRecords('deals', ids)
  const imports = useRecords('imports', ids)
  const all = useAll('segments')
  const names = useMemo(
    () =>
      new Map([
        ...[...imports].map(([id, { fileName }]) => [id, fileName] as const),
        ...[...deals].map(([id, { title }]) => [id, title] as const),
        ...[...customers].map(([id, row]) => [id, displayName(row)] as const),
      ]),
    [customers, deals, imports],
  )
  const context = useFormatContext(names)
  return useMemo(
    () => ({ ...context, segments: new Map((all ?? []).map(({ id, name }) => [id, name])) }),
    [context, all],
  )
}

/** Turns the parts of a filter into words. */
export const useNodeText = (noun: NounName, filter: Filter): ((node: FilterNode) => NodeText) => {
  const words = useFilterWords(noun, filter)
  return useCallback((node) => nodeText(words, noun, node), [words, noun])
}
