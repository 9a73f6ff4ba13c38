import { type FilterConversion, turnedNumber } from './convert-filter.ts'
import { type CustomField, hasLengths, hasOptions } from './custom-field.ts'
import { uniqueTypes } from './unique-key.ts'
import { customIssueOf } from './value-schema.ts'

const limitsOf = (before: CustomField, conversion: FilterConversion): Pick<CustomField, 'min' | 'max'> => {
  const turned = (bound: number | undefined): number | undefined => {
    if (bound === undefined || (hasLengths(before.type) && hasLengths(conversion.to))) return bound
    return turnedNumber(conversion, bound)
  }
  const [min, max] = [turned(before.min), turned(before.max)]
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** The default as a new record would hold it; nothing where it does not convert. */
const turnedDefault = ({ type, defaultValue }: CustomField, { converter, currency }: FilterConversion) => {
  if (defaultValue === undefined) return undefined
  const ids = Array.isArray(defaultValue) ? defaultValue : [String(defaultValue)]
  const held = type === 'choices' ? Object.fromEntries(ids.map((id) => [id, true])) : defaultValue
  const reading = converter.convert(held, currency)
  return 'value' in reading ? reading.value : undefined
}

const asDefault = (value: unknown): CustomField['defaultValue'] => {
  if (typeof value === 'object' && value !== null) return Object.keys(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}

/**
 * The definition of a field after its change of type, without an id: what makes sense for the new type is carried
 * over, limits and the default as the values are.
 */
export const convertDefinition = (
  before: CustomField,
  conversion: FilterConversion,
): Omit<CustomField, 'id' | 'createdAt'> => {
  const { to: type, converter } = conversion
  const { scope, names, help, order, required, requiredFrom, unique, hiddenFrom, lockedFor, fixed, unrecorded } = before
  const { pattern, patternMessage } = before
  const standard = turnedDefault(before, conversion)
  const turned = {
    scope,
    type,
    order,
    ...(names && { names }),
    ...(help && { help }),
    ...(required && { required }),
    ...(requiredFrom && { requiredFrom }),
    ...(unique && uniqueTypes.has(type) && { unique }),
    ...(hiddenFrom && { hiddenFrom }),
    ...(lockedFor && { lockedFor }),
    ...(fixed && { fixed }),
    ...(unrecorded && { unrecorded }),
    ...limitsOf(before, conversion),
    ...(hasLengths(before.type) &&
      hasLengths(type) && { ...(pattern && { pattern }), ...(patternMessage && { patternMessage }) }),
    ...(hasOptions(type) && { options: converter.options() }),
  }
  const fits = standard !== undefined && customIssueOf({ id: '', createdAt: '', ...turned }, standard) === undefined
  return { ...turned, ...(fits && { defaultValue: asDefault(standard) }) }
}
