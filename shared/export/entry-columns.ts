import { type Address, type Email, orderedEntries, type Phone } from '../domain/index.ts'
import { ADDRESS_KIND_OPTIONS, LABEL_OPTIONS } from '../import/index.ts'
import type { ExportColumn, ExportContext, ExportRecord } from './context.ts'

const entriesOf = <E extends object>(record: ExportRecord, field: string): (E & { id: string })[] =>
  orderedEntries<E>((record[field] ?? {}) as Record<string, E>)

const most = (records: readonly ExportRecord[], field: string): number => {
  let count = 1
  for (const record of records) count = Math.max(count, Object.keys(record[field] ?? {}).length)
  return count
}

/** A star before the label tells the first choice, as in Google's files. */
const labelText = (entry: Email | Phone | undefined, context: ExportContext): string => {
  const label = entry?.label === undefined ? '' : context.option(LABEL_OPTIONS, entry.label)
  return entry?.primary === true ? `* ${label}`.trim() : label
}

const labelled = (field: 'emails' | 'phones', name: string, count: number): ExportColumn[] =>
  Array.from({ length: count }, (_, at) => [
    {
      path: `${name}.${at + 1}`,
      read: (record: ExportRecord) => entriesOf<Email | Phone>(record, field)[at]?.value ?? '',
    },
    {
      path: `${name}.${at + 1}.label`,
      read: (record: ExportRecord, context: ExportContext) =>
        labelText(entriesOf<Email | Phone>(record, field)[at], context),
    },
  ]).flat()

const parts = ['street', 'city', 'region', 'postcode', 'country'] as const

const addresses = (count: number): ExportColumn[] =>
  Array.from({ length: count }, (_, at) => [
    {
      path: `address.${at + 1}.kind`,
      read: (record: ExportRecord, context: ExportContext) => {
        const kind = entriesOf<Address>(record, 'addresses')[at]?.kind
        return kind === undefined ? '' : context.option(ADDRESS_KIND_OPTIONS, kind)
      },
    },
    ...parts.map((part) => ({
      path: `address.${at + 1}.${part}`,
      read: (record: ExportRecord) => entriesOf<Address>(record, 'addresses')[at]?.[part] ?? '',
    })),
  ]).flat()

/** The columns of e-mails, phones or addresses: as many as the record with the most has. */
export const entryColumns = (
  type: 'emails' | 'phones' | 'addresses',
  records: readonly ExportRecord[],
): ExportColumn[] => {
  const count = most(records, type)
  if (type === 'addresses') return addresses(count)
  return labelled(type, type === 'emails' ? 'email' : 'phone', count)
}
