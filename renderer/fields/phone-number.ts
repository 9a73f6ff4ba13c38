/**
 * The E.164 form of a phone number as typed, where it can be read as one; `country` (ISO 3166-1 alpha-2) says where a
 * number without a country code is from. The reader is loaded when the first number is saved.
 */
const toE164 = async (text: string, country: string | undefined): Promise<string | undefined> => {
  const { default: parsePhoneNumber } = await import('libphonenumber-js/min')
  const known = country as Parameters<typeof parsePhoneNumber>[1]
  const number = parsePhoneNumber(text, known)
  return number?.isPossible() ? number.number : undefined
}

const isEntry = (value: unknown): value is { value: string } =>
  typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string'

/** Changed paths with the E.164 form beside each phone in them. */
export const withPhoneNumbers = async (
  paths: Readonly<Record<string, unknown>>,
  country: string | undefined,
): Promise<Record<string, unknown>> => {
  const next = { ...paths }
  for (const [path, value] of Object.entries(paths)) {
    if (!path.startsWith('phones/') || !isEntry(value)) continue
    const e164 = await toE164(value.value, country)
    const { e164: _old, ...rest } = value as { value: string; e164?: string }
    next[path] = e164 ? { ...rest, e164 } : rest
  }
  return next
}
