import { addressKinds, type Catalog, type Field, labels, type NounName } from '../domain/index.ts'

/**
 * Where a column goes. A field's name; or, for customers, `fullName`, `middleName`, `email`, `phone`, and with a slot
 * that keeps columns of one entry together: `email.2`, `email.2.label`, `phone.work`, `address.billing.city`,
 * `address.1.kind`. `id` is Fairbook's own, `sourceId` that of the program the file is from; `link.company.name` finds
 * a record to link to. '' leaves the column out.
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

/** What a record can point to, and by what it is found. `any` is a customer or a deal. */
const linkTargets = ['customer', 'company', 'deal', 'any'] as const
export const linkKeys = ['sourceId', 'email', 'phone', 'name'] as const
export type LinkPath = { to: (typeof linkTargets)[number]; by: (typeof linkKeys)[number] }

/** The parts of a path to a linked record. */
export const linkPath = (path: FieldPath): LinkPath | undefined => {
  if (!path.startsWith('link.')) return undefined
  const [, target, key] = path.split('.')
  const to = linkTargets.find((known) => known === target)
  const by = linkKeys.find((known) => known === key)
  return to && by && { to, by }
}

export const addressParts = ['street', 'city', 'region', 'postcode', 'country'] as const

const unimportable = new Set(['tags', 'emails', 'phones', 'addresses', 'data', 'consents'])
/** Kept by the program, and yet told by other programs. */
const alsoImported: Readonly<Record<NounName, readonly string[]>> = {
  customers: [],
  deals: ['createdAt', 'closedAt'],
  interactions: [],
  tasks: [],
}

const plainFields = (noun: NounName, catalog: Catalog): string[] =>
  Object.entries<Field>(catalog.fields(noun))
    .filter(([name, field]) => (!field.system || alsoImported[noun].includes(name)) && !unimportable.has(field.type))
    .map(([name]) => name)

const reach: readonly FieldPath[] = [
  'email',
  ...labels.map((label) => `email.${label}`),
  'phone',
  ...labels.map((label) => `phone.${label}`),
  ...addressKinds.flatMap((kind) => addressParts.map((part) => `address.${kind}.${part}`)),
]

const linksTo = (targets: readonly LinkPath['to'][]): FieldPath[] =>
  targets.flatMap((to) =>
    linkKeys.filter((by) => to !== 'deal' || by === 'sourceId' || by === 'name').map((by) => `link.${to}.${by}`),
  )

const more: Readonly<Record<NounName, readonly FieldPath[]>> = {
  customers: ['tags', ...reach, 'sourceId', 'link.company.sourceId'],
  deals: ['closeDate', 'sourceId', ...linksTo(['customer', 'company'])],
  interactions: ['time', 'done', 'sourceId', ...linksTo(['customer', 'company', 'deal'])],
  tasks: ['done', 'sourceId', ...linksTo(['customer', 'company', 'deal'])],
}

/** The paths a column may be sent to by hand, in the order of the form. */
export const targetsOf = (noun: NounName, catalog: Catalog): FieldPath[] => [
  ...(noun === 'customers' ? ['fullName', 'middleName'] : []),
  ...plainFields(noun, catalog),
  ...more[noun],
]

/** Whether several columns may go to one path; for other paths the first wins. */
export const isRepeatable = (path: FieldPath): boolean =>
  path === 'tags' ||
  path === 'notes' ||
  path === 'text' ||
  path === 'middleName' ||
  path === 'closedAt' ||
  linkPath(path) !== undefined ||
  (entryPath(path)?.part === 'value' && !/\.\d+$/.test(path)) ||
  entryPath(path)?.part === 'street'

export const isEntryLabel = (slot: string): boolean => labels.some((label) => label === slot)
export const isAddressKind = (slot: string): boolean => addressKinds.some((kind) => kind === slot)
