import type { CustomField } from './custom-field.ts'

/** The value a new record begins with, as the record holds it; undefined for none. */
export const defaultOf = ({ type, defaultValue, options }: CustomField): unknown => {
  if (defaultValue === undefined) return undefined
  if (type === 'choices') {
    const ids = Array.isArray(defaultValue) ? defaultValue : [String(defaultValue)]
    const offered = ids.filter((id) => options?.[id]?.retired === false || options?.[id]?.retired === undefined)
    const known = offered.filter((id) => options !== undefined && Object.hasOwn(options, id))
    return known.length > 0 ? Object.fromEntries(known.map((id) => [id, true])) : undefined
  }
  if (type !== 'choice') return defaultValue
  const option = options?.[String(defaultValue)]
  return option && !option.retired ? defaultValue : undefined
}
