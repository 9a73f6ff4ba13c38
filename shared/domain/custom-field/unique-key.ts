import type { CustomFieldType } from './custom-field.ts'

/** The types whose values can be said to be no two alike. */
export const uniqueTypes: ReadonlySet<CustomFieldType> = new Set(['text', 'number', 'phone', 'email', 'url'])

const BLANKS = /[\s\u200b-\u200f\u2060\ufeff]+/gu

/**
 * What two values have in common when they are the same to a person: letters' case, blanks and the form of digits do
 * not count; of phones the number does, of web addresses neither the protocol nor a slash at the end.
 * @param phoneNumber reads a phone as E.164 where it can
 */
export const uniqueKey = (
  type: CustomFieldType,
  value: unknown,
  phoneNumber: (typed: string) => string | undefined = () => undefined,
): string => {
  const text = String(value ?? '')
  if (type === 'phone') {
    const number = phoneNumber(text)
    if (number !== undefined) return number
  }
  const plain = text.normalize('NFKC').replace(BLANKS, '').toLowerCase()
  if (type === 'phone') return plain.replace(/[-().]/g, '')
  if (type === 'email') return plain.replace(/^mailto:/, '')
  return type === 'url' ? plain.replace(/^https?:\/\/(www\.)?/, '').replace(/\/+$/, '') : plain
}
