import { addressKinds, type Field, labels, type NounName, nouns } from '../domain/index.ts'

/**
 * Where a column goes. A field's name; or, for customers, `fullName`, `middleName`, `email`, `phone`, and with a slot
 * that keeps columns of one entry together: `email.2`, `email.2.label`, `phone.work`, `address.billing.city`,
 * `address.1.kind`. `id` is Fairbook's own. '' leaves the column out.
 */
export type FieldPath = string

export type EntryPath = { entry: 'email' | 'phone' | 'address'; slot: string; part: string }

const ENTRY = /^(email|phone|address)(?:\.([^.]+))?(?:\.([^.]+))?$/
const isEntry = (text: string | undefined): text is EntryPath['entry'] =>
  text === 'email' || text === 'phone' || text === 'address'

/** The parts of a path into e-mails, phones or addresses. Without a slot every cell is an entry of its own. */
export const entryPath = (path: FieldPath): EntryPath | undefined => {
  const match = ENTRY.exec(path)
  const entry = match?.[1]
  if (!match || !isEntry(entry)) return undefined
  return { entry, slot: match[2] ?? '', part: match[3] ?? 'value' }
}

export const addressParts = ['street', 'city', 'region', 'postcode', 'country'] as const

const unimportable = new Set(['tags', 'emails', 'phones', 'addresses', 'data'])
const plainFields = (noun: NounName): string[] =>
  Object.entries<Field>(nouns[noun].fields)
    .filter(([, field]) => !field.system && !unimportable.has(field.type))
    .map(([name]) => name)

const reach: readonly FieldPath[] = [
  'email',
  ...labels.map((label) => `email.${label}`),
  'phone',
  ...labels.map((label) => `phone.${label}`),
  ...addressKinds.flatMap((kind) => addressParts.map((part) => `address.${kind}.${part}`)),
]

/** The paths a column may be sent to by hand, in the order of the form. */
export const targetsOf = (noun: NounName): FieldPath[] =>
  noun === 'customers' ? ['fullName', 'middleName', ...plainFields(noun), 'tags', ...reach] : plainFields(noun)

/** Whether several columns may go to one path; for other paths the first wins. */
export const isRepeatable = (path: FieldPath): boolean =>
  path === 'tags' ||
  path === 'notes' ||
  path === 'middleName' ||
  (entryPath(path)?.part === 'value' && !/\.\d+$/.test(path)) ||
  entryPath(path)?.part === 'street'

export const isEntryLabel = (slot: string): boolean => labels.some((label) => label === slot)
export const isAddressKind = (slot: string): boolean => addressKinds.some((kind) => kind === slot)
