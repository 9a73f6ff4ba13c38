import { normalize } from '../../search/index.ts'
import { type Condition, type Filter, type FilterNode, isCondition, type Related } from '../filter.ts'
import type { Converter } from './convert.ts'
import { type CustomFieldType, hasAmounts, hasLengths, hasOptions } from './custom-field.ts'

/** What a filter is carried over with. The converter is the one of the values: it collects choices of filters too. */
export type FilterConversion = {
  from: CustomFieldType
  to: CustomFieldType
  converter: Converter
  /** ISO 4217: of the amounts that a filter names. */
  currency: string
}

/** A value that a filter names, as a record holds it. */
const heldAs = (type: CustomFieldType, value: string): unknown => {
  if (type === 'boolean') return value === '1' || value === 'true'
  if (hasAmounts(type)) return Number(value)
  return type === 'choices' ? { [value]: true } : value
}

/** A value of a record, as filters name it: several choices are several. */
const namedAs = (value: unknown): string[] => {
  if (typeof value === 'boolean') return [value ? '1' : '0']
  return typeof value === 'object' && value !== null ? Object.keys(value) : [String(value)]
}

/** What a value becomes in the new field, as filters name it; `''` stays: no value. */
const turnedValue = ({ from, converter, currency }: FilterConversion, value: string): string[] => {
  if (value === '') return [value]
  const reading = converter.convert(heldAs(from, value), currency)
  return 'value' in reading ? namedAs(reading.value) : []
}

/** A number of the old field as one of the new one; nothing where it is none. */
export const turnedNumber = (conversion: FilterConversion, value: number): number | undefined => {
  if (!hasAmounts(conversion.from) || !hasAmounts(conversion.to)) return undefined
  const reading = conversion.converter.convert(value, conversion.currency)
  return 'value' in reading && typeof reading.value === 'number' ? reading.value : undefined
}

const turnedIs = (
  conversion: FilterConversion,
  condition: Extract<Condition, { op: 'is' | 'isNot' }>,
): FilterNode | undefined => {
  const { column, op } = condition
  const values = [...new Set(condition.values.flatMap((value) => turnedValue(conversion, value)))]
  if (values.length === 0 && condition.values.length > 0) return undefined
  if (conversion.from !== 'choices' || !hasLengths(conversion.to)) return { column, op, values }
  // A text names all the choices that were picked: each is looked for in it.
  const of = values.map((text): Condition => (text === '' ? { column, op: 'empty' } : { column, op: 'contains', text }))
  return { op: op === 'is' ? 'any' : 'none', of }
}

const turnedContains = (
  { from, to, converter }: FilterConversion,
  condition: Extract<Condition, { op: 'contains' }>,
): Condition | undefined => {
  if (!hasLengths(from) && from !== 'link') return undefined
  if (hasLengths(to) || to === 'link') return condition
  if (!hasOptions(to)) return undefined
  const looked = normalize(condition.text)
  const values = Object.entries(converter.options()).flatMap(([id, { name }]) =>
    normalize(name).includes(looked) ? [id] : [],
  )
  return values.length === 0 ? undefined : { column: condition.column, op: 'is', values }
}

const turnedRange = (
  conversion: FilterConversion,
  condition: Extract<Condition, { op: 'range' }>,
): Condition | undefined => {
  const { from, to } = conversion
  // Days stand in texts as they sort.
  if (hasLengths(to)) return hasLengths(from) || from === 'day' ? condition : undefined
  const turned = { ...condition }
  for (const end of ['from', 'to'] as const) {
    if (condition[end] === undefined) continue
    const bound = turnedNumber(conversion, Number(condition[end]))
    if (bound === undefined) return undefined
    turned[end] = bound
  }
  return turned
}

const turnedCondition = (conversion: FilterConversion, condition: Condition): FilterNode | undefined => {
  switch (condition.op) {
    case 'empty':
    case 'notEmpty':
      return condition
    case 'is':
    case 'isNot':
      return turnedIs(conversion, condition)
    case 'contains':
      return turnedContains(conversion, condition)
    case 'range':
      return turnedRange(conversion, condition)
    default:
      return undefined
  }
}

/** A measure of the field itself; nothing where the new one has no such measure, or no such link. */
const turnedMeasure = (conversion: FilterConversion, node: Related, key: string): Related | undefined => {
  if (node.by === key) return undefined
  if (node.column !== key || node.measure === 'count') return node
  if (node.measure !== 'sum') return undefined
  const turned = { ...node }
  for (const end of ['from', 'to'] as const) {
    if (node[end] === undefined) continue
    const bound = turnedNumber(conversion, node[end])
    if (bound === undefined) return undefined
    turned[end] = bound
  }
  return hasAmounts(conversion.to) ? turned : undefined
}

/**
 * A filter as it asks of the field after its change of type, at any depth: what is asked for is turned as the values
 * are, and a condition that makes no sense any more is left out. The field keeps its name.
 * @param key the field's name
 * @returns `lost`: how many conditions are left out
 */
export const convertFilter = (
  filter: Filter,
  key: string,
  conversion: FilterConversion,
): { filter: FilterNode[]; lost: number } => {
  let lost = 0
  const orLost = <T>(turned: T | undefined): T[] => {
    if (turned !== undefined) return [turned]
    lost += 1
    return []
  }
  const turnAll = (nodes: Filter): FilterNode[] =>
    nodes.flatMap((node): FilterNode[] => {
      if (isCondition(node)) return node.column === key ? orLost(turnedCondition(conversion, node)) : [node]
      if ('segment' in node) return [node]
      if (node.op === 'related')
        return orLost(turnedMeasure(conversion, node, key)).map((turned) => ({
          ...turned,
          filter: turnAll(node.filter),
        }))
      const of = turnAll(node.of)
      // A group of nothing would fit everybody, or nobody.
      return of.length === 0 && node.of.length > 0 ? [] : [{ ...node, of }]
    })
  return { filter: turnAll(filter), lost }
}
