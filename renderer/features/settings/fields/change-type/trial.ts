import {
  type ConversionContext,
  createConverter,
  type Options,
  valueText,
} from '../../../../../shared/domain/custom-field/convert.ts'
import type { FilterConversion } from '../../../../../shared/domain/custom-field/convert-filter.ts'
import type { ConversionProblem } from '../../../../../shared/domain/custom-field/convert-text.ts'
import { type FieldUse, type SavedLists, usesOf } from './field-uses.ts'

/** One record that holds a value of the field. `currency` is that of its amounts. */
export type Held = { id: string; name: string; value: unknown; currency: string }

/** What would convert and what would not, without anything being changed. */
export type Trial = {
  /** The new value of each record, by id. */
  values: ReadonlyMap<string, unknown>
  /** The choices of the new field. */
  options: Options
  /** How filters are carried over. */
  conversion: FilterConversion
  /** The saved lists that name the field. */
  uses: readonly FieldUse[]
  examples: readonly { name: string; before: string; after: unknown; currency: string }[]
  /** Different values first: one look shows each kind of trouble. */
  failed: readonly { id: string; name: string; before: string; problem: ConversionProblem }[]
}

const EXAMPLES = 6

/**
 * Tries to convert every value of a field, and what saved lists ask of it.
 * @param key the field's name
 * @param currency of the book, ISO 4217
 */
export const tryConversion = (
  held: readonly Held[],
  context: ConversionContext,
  { key, lists, currency: main }: { key: string; lists: SavedLists; currency: string },
): Trial => {
  const converter = createConverter(context)
  const values = new Map<string, unknown>()
  const examples: Trial['examples'][number][] = []
  const shown = new Set<string>()
  const failed: Trial['failed'][number][] = []
  for (const { id, name, value, currency } of held) {
    const reading = converter.convert(value, currency)
    const before = valueText(value, context, currency) ?? ''
    if ('problem' in reading) {
      failed.push({ id, name, before, problem: reading.problem })
      continue
    }
    values.set(id, reading.value)
    if (examples.length >= EXAMPLES || shown.has(before)) continue
    shown.add(before)
    examples.push({ name, before, after: reading.value, currency })
  }
  const conversion = { from: context.from, to: context.to, converter, currency: main }
  const uses = usesOf(lists, key, conversion)
  return { values, options: converter.options(), conversion, uses, examples, failed }
}
