import { type CustomField, customIssues } from '../../shared/domain/index.ts'
import { type FormatContext, formatValue, ownText } from './format.ts'

type Issue = { message?: string | undefined; types?: Readonly<Record<string, unknown>> | undefined }

const limitOf = (definition: CustomField, message: string): unknown => {
  switch (message) {
    case customIssues.tooSmall:
    case customIssues.tooShort:
      return definition.min
    case customIssues.tooLarge:
    case customIssues.tooLong:
      return definition.max
    case customIssues.tooEarly:
      return definition.earliest
    case customIssues.tooLate:
      return definition.latest
    default:
      return undefined
  }
}

/**
 * What is wrong with a field of a form, in the reader's language: of a field of one's own with its limit, its owner's
 * words for its pattern, or who holds the same value.
 */
export const issueText = (
  context: FormatContext,
  definition: CustomField | undefined,
  { message = '', types }: Issue,
  record?: object,
): string => {
  const { tx, format, language } = context.i18n
  if (definition === undefined) return tx(message, message)
  if (message === customIssues.pattern && definition.patternMessage)
    return ownText(definition.patternMessage, language) ?? tx(message, message)
  const limit = limitOf(definition, message)
  const isLength = message === customIssues.tooShort || message === customIssues.tooLong
  const key = definition.id
  const shown = { key, type: definition.type, ...fieldOf(context, definition) }
  const text = () =>
    isLength ? format.number(Number(limit)) : formatValue(context, tableOf(definition), shown, limit, { record })
  return tx(message, message, {
    ...(limit !== undefined && { limit: text(), count: Number(limit) || 0 }),
    by: String(types?.['by'] ?? ''),
  })
}

const tableOf = ({ scope }: CustomField): 'customers' | 'deals' => (scope === 'deals' ? 'deals' : 'customers')
const fieldOf = ({ lookups }: FormatContext, definition: CustomField) => {
  const field = lookups.catalog.field(tableOf(definition), definition.id)
  return field === undefined ? {} : { field }
}
