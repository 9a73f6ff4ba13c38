import type {
  AggregateQuery,
  AggregateRow,
  Archived,
  GroupBy,
  Measure,
  SelectQuery,
  SelectResult,
} from '../../../../renderer/read-model/api.ts'
import type { Row } from '../../../../shared/change/index.ts'
import {
  type Catalog,
  type Column,
  type Condition,
  type CustomField,
  consentValues,
  createCatalog,
  type Deal,
  dealProbability,
  derivedColumns,
  type Filter,
  type FilterNode,
  isCondition,
  type NounName,
  type Pipeline,
  type Related,
  rollupColumns,
  type Segment,
} from '../../../../shared/domain/index.ts'
import { digitsOf, matchesText, normalize, parseTextQuery } from '../../../../shared/search/index.ts'
import type { MemorySource } from './memory-source.ts'

/** The answers by the plainest means: every row read, filtered, sorted and counted anew. Dates are UTC: TZ must be. */
export const createOracle = (source: MemorySource, today: string) => {
  const catalog: Catalog = createCatalog(source.rowsOf('customFields') as unknown as CustomField[], {
    pipelines: source.rowsOf('pipelines') as unknown as Pipeline[],
  })
  const columnsOf = (noun: NounName) => catalog.columns(noun)
  const collator = new Intl.Collator('en', { numeric: true })
  const find = (table: string, id: unknown) =>
    source.rowsOf(table).find((row) => row.id === id && row['erasedAt'] === undefined)
  const entries = (map: unknown) =>
    Object.entries((map ?? {}) as Record<string, { value: string; e164?: string; primary?: boolean }>)
      .sort(([a, x], [b, y]) => Number(y.primary ?? false) - Number(x.primary ?? false) || (a < b ? -1 : 1))
      .map(([, entry]) => entry)

  const rollup = (noun: NounName, key: string, row: Row): number | undefined => {
    const rule = rollupColumns[noun][key]
    if (rule === undefined) return undefined
    const values = source.rowsOf(rule.from).flatMap((from) => {
      if (from['deletedAt'] !== undefined || from['erasedAt'] !== undefined) return []
      if (!rule.by.some((by) => from[by] === row.id)) return []
      if (rule.where && String(value(rule.from, rule.where.column, from)[0] ?? '') !== rule.where.is) return []
      if (rule.measure === 'sum' && from['currency'] !== find('settings', 'book')?.['currency']) return []
      return rule.measured === undefined ? [1] : value(rule.from, rule.measured, from).map(Number)
    })
    if (rule.orOwn !== undefined && typeof row[rule.orOwn] === 'string')
      values.push(Date.parse(String(row[rule.orOwn])))
    if (rule.measure === 'count') return values.length
    if (values.length === 0) return undefined
    return rule.measure === 'max' ? Math.max(...values) : values.reduce((a, b) => a + b, 0)
  }
  /** The values of a cell: instants as milliseconds, days as text. */
  const value = (noun: NounName, key: string, row: Row): (string | number)[] => {
    const column = columnsOf(noun).find((one) => one.key === key)
    if (column === undefined) return []
    const rolled = rollup(noun, key, row)
    if (Object.hasOwn(rollupColumns[noun], key)) return rolled === undefined ? [] : [rolled]
    const derived = (derivedColumns[noun] as Record<string, { derive: (row: never) => unknown }>)[key]
    const own = derived && column.field === undefined ? derived.derive(row as never) : row[key]
    const raw = column.derive ? column.derive(row) : own
    if (raw === undefined || raw === '') return []
    if (column.type === 'consents') return consentValues(row as object).sort()
    if (column.type === 'tags' || column.type === 'choices') return Object.keys(raw as object).sort()
    if (column.type === 'emails' || column.type === 'phones') return entries(raw).map((entry) => entry.value)
    if (column.type === 'instant' && typeof raw === 'string') return [Date.parse(raw)]
    if (column.type === 'boolean') return [Number(raw)]
    return typeof raw === 'number' ? [raw] : [String(raw)]
  }
  const columnOf = (noun: NounName, key: string): Column | undefined => columnsOf(noun).find((one) => one.key === key)
  const linkName = (column: Column, id: unknown): string => {
    const target = column.field?.target ?? ''
    const row = find(target, id)
    return row === undefined
      ? ''
      : String(value(target as NounName, target === 'customers' ? 'name' : 'title', row)[0] ?? '')
  }
  const isLink = (column: Column | undefined): boolean =>
    column?.field?.target === 'customers' || column?.field?.target === 'deals'

  const dayDistance = (cell: string | number): number => {
    const day = typeof cell === 'number' ? new Date(cell).toISOString().slice(0, 10) : cell
    return (Date.parse(day) - Date.parse(today)) / 86_400_000
  }
  const fits = (noun: NounName, condition: Condition, row: Row): boolean => {
    const column = columnOf(noun, condition.column)
    const cells = value(noun, condition.column, row)
    const timed = column?.type === 'instant'
    const asNumber = (bound: string | number) => (timed ? Date.parse(String(bound)) : bound)
    switch (condition.op) {
      case 'empty':
        return cells.length === 0
      case 'notEmpty':
        return cells.length > 0
      case 'is':
      case 'isNot': {
        const texts = cells.length === 0 ? [''] : cells.map(String)
        return texts.some((text) => condition.values.includes(text)) === (condition.op === 'is')
      }
      case 'contains': {
        const names =
          column && isLink(column)
            ? cells.map((id) => linkName(column, id)).filter((name) => name !== '')
            : cells.map(String)
        return names.some((name) => normalize(name).includes(normalize(condition.text)))
      }
      case 'range':
        return cells.some(
          (cell) =>
            (condition.from === undefined || cell >= asNumber(condition.from)) &&
            (condition.to === undefined || cell <= asNumber(condition.to)),
        )
      case 'before':
        return cells.length === 0 || dayDistance(cells[0] ?? '') < -condition.days
      case 'within':
        return cells.some((cell) => dayDistance(cell) <= 0 && dayDistance(cell) >= -condition.days)
      case 'next':
        return cells.some((cell) => dayDistance(cell) >= 0 && dayDistance(cell) <= condition.days)
    }
  }
  const linksOf = (noun: NounName, target: NounName, by: string | undefined): string[] =>
    columnsOf(noun).flatMap(({ key, field }) =>
      field?.target === target && (by === undefined ? field.custom !== true : key === by) ? [key] : [],
    )
  const linkedWith = (noun: NounName, row: Row, other: NounName, by?: string): Row[] => {
    const towards = linksOf(other, noun, by)
    if (towards.length > 0) return source.rowsOf(other).filter((one) => towards.some((key) => one[key] === row.id))
    const ids = new Set(linksOf(noun, other, by).map((key) => row[key]))
    return source.rowsOf(other).filter(({ id }) => ids.has(id))
  }
  const isPresent = (row: Row) => row['erasedAt'] === undefined && row['deletedAt'] === undefined
  const segmentOf = (id: string) => source.rowsOf('segments').find((row) => row.id === id) as Segment | undefined
  const ruleOf = (segment: Segment): Filter => (segment.kind === 'live' ? (segment.filter ?? []) : [])
  const fitsRelated = (noun: NounName, node: Related, row: Row): boolean => {
    const rows = linkedWith(noun, row, node.noun, node.by).filter(
      (one) =>
        isPresent(one) && one['archivedAt'] === undefined && node.filter.every((part) => holds(node.noun, part, one)),
    )
    const named = columnOf(node.noun, node.column ?? '')
    const timed = named?.type === 'day' || named?.type === 'instant'
    const column = timed === (node.measure === 'last') ? named : undefined
    const book = find('settings', 'book')?.['currency']
    const counted = rows.filter(
      (one) => node.measure !== 'sum' || !column?.field?.currencyField || one[column.field.currencyField] === book,
    )
    if (node.measure !== 'last') {
      const cells = (one: Row) => (column ? value(node.noun, column.key, one).map(Number) : [])
      const sum = node.measure === 'count' ? rows.length : counted.flatMap(cells).reduce((a, b) => a + b, 0)
      return sum >= (node.from ?? -Infinity) && sum <= (node.to ?? Infinity)
    }
    const days = rows.flatMap((one) => (column ? value(node.noun, column.key, one) : [])).map(dayDistance)
    const last = Math.max(...days)
    if (days.length === 0) return node.before !== undefined && node.within === undefined
    return (
      (node.before === undefined || last < -node.before) &&
      (node.within === undefined || (last >= -node.within && last <= 0))
    )
  }
  /** One part for itself, whatever else the filter depends on. */
  const holds = (noun: NounName, node: FilterNode, row: Row): boolean => {
    if (isCondition(node)) return fits(noun, node, row)
    if (node.op === 'related') return fitsRelated(noun, node, row)
    if ('of' in node) {
      if (node.op === 'all') return node.of.every((part) => holds(noun, part, row))
      return node.of.some((part) => holds(noun, part, row)) === (node.op === 'any')
    }
    const segment = segmentOf(node.segment)
    if (segment === undefined) return false
    const isIn = (one: Row) =>
      segment.kind === 'fixed'
        ? segment.members?.[one.id] === true
        : ruleOf(segment).every((part) => holds(segment.noun, part, one))
    const inside =
      segment.noun === noun ? isIn(row) : linkedWith(noun, row, segment.noun).some((one) => isPresent(one) && isIn(one))
    return inside === (node.op === 'in')
  }
  const isBroken = (filter: Filter, path: readonly string[] = []): boolean =>
    filter.some((node) => {
      if (isCondition(node)) return false
      if (node.op === 'related') return isBroken(node.filter, path)
      if ('of' in node) return isBroken(node.of, path)
      const segment = segmentOf(node.segment)
      return segment === undefined || path.includes(node.segment) || isBroken(ruleOf(segment), [...path, node.segment])
    })
  const fitsAll = (noun: NounName, filter: Filter, row: Row): boolean =>
    !isBroken(filter) && filter.every((node) => holds(noun, node, row))

  const speaksOf = (filter: Filter, column: string): boolean =>
    filter.some((node) => {
      if (isCondition(node)) return node.column === column
      if (node.op === 'related') return false
      const segment = 'segment' in node ? segmentOf(node.segment) : undefined
      return speaksOf('of' in node ? node.of : segment ? ruleOf(segment) : [], column)
    })
  const archivedByDefault = (noun: NounName, filter: Filter): Archived =>
    noun === 'customers' && (isBroken(filter) || !speaksOf(filter, 'archivedAt')) ? 'out' : 'with'
  const isShown = (noun: NounName, row: Row, archived: Archived): boolean => {
    if (archived === 'with') return true
    const away = (one: Row | undefined) =>
      one !== undefined && one['deletedAt'] === undefined && one['archivedAt'] !== undefined
    const linked = linksOf(noun, 'customers', undefined).flatMap((key) => (row[key] === undefined ? [] : [row[key]]))
    const out =
      noun === 'customers' ? away(row) : linked.length > 0 && linked.every((id) => away(find('customers', id)))
    return out === (archived === 'only')
  }

  const searchText = (noun: NounName, row: Row): string =>
    [
      ...Object.entries(catalog.fields(noun)).flatMap(([key, field]) => {
        if (!field.search) return []
        if (field.type === 'emails' || field.type === 'phones') return entries(row[key]).map((entry) => entry.value)
        return field.type === 'tags' ? Object.keys((row[key] ?? {}) as object) : [String(row[key] ?? '')]
      }),
      ...columnsOf(noun).flatMap((column) =>
        column.field?.target === 'customers' ? [linkName(column, row[column.key])] : [],
      ),
    ]
      .map(normalize)
      .join(' ')
  const phoneText = (noun: NounName, row: Row) =>
    Object.entries(catalog.fields(noun))
      .filter(([, { search }]) => search)
      .flatMap(([key, { type }]) => {
        if (type === 'phones') return entries(row[key]).flatMap((entry) => [entry.value, entry.e164 ?? ''])
        return type === 'phone' ? [String(row[key] ?? '')] : []
      })
      .map(digitsOf)
      .join(' ')

  const fitting = ({
    noun,
    text = '',
    filter = [],
    trash = false,
    archived,
  }: SelectQuery | (AggregateQuery & { trash?: boolean })): Row[] => {
    const query = parseTextQuery(text)
    return source
      .rowsOf(noun)
      .filter((row) => row['erasedAt'] === undefined && (row['deletedAt'] !== undefined) === trash)
      .filter((row) => matchesText(query, searchText(noun, row), phoneText(noun, row)))
      .filter((row) => trash || isShown(noun, row, archived ?? archivedByDefault(noun, filter)))
      .filter((row) => fitsAll(noun, filter, row))
  }
  const sortValue = (noun: NounName, key: string, row: Row): string | number | undefined => {
    const column = columnOf(noun, key)
    const [cell] = value(noun, key, row)
    if (cell === undefined || column === undefined) return undefined
    if (isLink(column)) return linkName(column, cell) || undefined
    const place = column.field?.options?.indexOf(String(cell))
    if (place !== undefined) return place
    return column.field?.list === undefined ? cell : String(cell).replace(/^[^:]*:/, '')
  }
  const compare = (a: string | number | undefined, b: string | number | undefined, sign: number): number => {
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
  }
  return {
    select: (query: SelectQuery & { sort: NonNullable<SelectQuery['sort']> }): SelectResult => {
      const { noun, sort, offset, limit } = query
      const rows = fitting(query).map((row) => ({
        row,
        key: sortValue(noun, sort.column, row),
        name: sortValue(noun, 'name', row),
      }))
      rows.sort(
        (a, b) =>
          compare(a.key, b.key, sort.descending ? -1 : 1) ||
          compare(a.name, b.name, 1) ||
          (a.row.id < b.row.id ? -1 : 1),
      )
      return { ids: rows.slice(offset, offset + limit).map(({ row }) => row.id), count: rows.length }
    },
    aggregate: (query: AggregateQuery): AggregateRow[] => {
      const { noun, groupBy, measures } = query
      const keysOf = ({ column, unit }: GroupBy, row: Row): string[] => {
        const cells = value(noun, column, row)
        if (cells.length === 0) return ['']
        if (unit === undefined) {
          const instant = columnOf(noun, column)?.type === 'instant'
          return cells.map((cell) => (instant ? new Date(cell).toISOString() : String(cell)))
        }
        const day = new Date(cells[0] ?? 0).toISOString().slice(0, 10)
        return [
          unit === 'day' ? day : unit === 'month' ? day.slice(0, 7) : unit === 'year' ? day.slice(0, 4) : isoWeek(day),
        ]
      }
      const pipelines = source.rowsOf('pipelines') as unknown as Pipeline[]
      const measureOf = (measure: Measure, row: Row): number => {
        if (measure.kind === 'count') return 1
        if (measure.kind === 'sum') return Number(value(noun, measure.column, row)[0] ?? 0)
        const deal = row as unknown as Deal
        const percent = dealProbability(
          deal,
          pipelines.find(({ id }) => id === deal.pipelineId),
        )
        return ((deal.value ?? 0) * percent) / 100
      }
      const groups = new Map<string, AggregateRow>()
      for (const row of fitting(query)) {
        const combinations = groupBy.reduce<string[][]>(
          (sets, by) => sets.flatMap((keys) => keysOf(by, row).map((key) => [...keys, key])),
          [[]],
        )
        for (const keys of combinations) {
          const group = groups.get(JSON.stringify(keys)) ?? { keys, values: measures.map(() => 0) }
          group.values = group.values.map((sum, index) => sum + measureOf(measures[index] ?? { kind: 'count' }, row))
          groups.set(JSON.stringify(keys), group)
        }
      }
      return [...groups.values()]
        .map(({ keys, values }) => ({
          keys,
          values: values.map((sum, index) => (measures[index]?.kind === 'weighted' ? Math.round(sum) : sum)),
        }))
        .sort((a, b) => (a.keys.join('\u0000') < b.keys.join('\u0000') ? -1 : 1))
    },
    value,
    catalog,
    fits: fitsAll,
  }
}

/** ISO 8601 week by counting Thursdays, as the standard defines it. */
const isoWeek = (day: string): string => {
  const date = new Date(day)
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000)
  let week = 0
  for (
    let at = new Date(thursday);
    at.getUTCFullYear() === thursday.getUTCFullYear();
    at = new Date(at.getTime() - 7 * 86_400_000)
  )
    week += 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}
