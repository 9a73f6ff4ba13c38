const isEntry = (value: unknown): value is { value: string; e164?: string } =>
  typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string'

/**
 * Changed paths with the E.164 form beside each phone in them. The reader of numbers is loaded when the first is saved.
 * @param country ISO 3166-1 alpha-2: where a number without a country code is from
 */
export const withPhoneNumbers = async (
  paths: Readonly<Record<string, unknown>>,
  country: string | undefined,
): Promise<Record<string, unknown>> => {
  const next = { ...paths }
  for (const [path, value] of Object.entries(paths)) {
    if (!path.startsWith('phones/') || !isEntry(value)) continue
    const { readPhone } = await import('../../shared/phone/index.ts')
    const { e164: _old, ...rest } = value
    next[path] = { ...rest, ...readPhone(value.value, country) }
  }
  return next
}
