import { splitPath } from '../../../../shared/change/index.ts'
import { consentHistory, displayName, type History, type TableName } from '../../../../shared/domain/index.ts'
import type { PersonRecords } from '../../../../shared/privacy/index.ts'
import { type FormatContext, fieldLabel, formatAtPath, formatValue, shownField } from '../../../fields/index.ts'

/** A field of a record as it is read, with its raw value. */
export type ReadField = { key: string; label: string; text: string; value: unknown }
/** A record with its heading and its fields that hold something, in their order. */
export type ReadRecord = { title: string; fields: readonly ReadField[] }
/** A part of the document: records one under the other, or one table. */
export type Section =
  | { title: string; records: readonly ReadRecord[] }
  | { title: string; head: readonly string[]; rows: readonly (readonly string[])[] }

type AnyRecord = Readonly<Record<string, unknown>> & { id: string }

/** Bookkeeping that says nothing about the person. */
const inner = new Set(['order', 'stageEnteredAt', 'importId', 'dismissed', 'mergedInto', 'sha256'])

/** The fields of a record, those of one's own that were retired or that a role does not see too: all means all. */
const keysOf = ({ lookups: { catalog } }: FormatContext, table: TableName, record: AnyRecord): string[] => [
  ...new Set([
    ...Object.keys(catalog.fields(table)),
    ...Object.keys(record).filter((key) => catalog.definition(key) !== undefined),
  ]),
]

/** The fields of a record that hold something. */
export const readFields = (context: FormatContext, table: TableName, record: AnyRecord): ReadField[] =>
  keysOf(context, table, record).flatMap((key): ReadField[] => {
    const value = record[key]
    const shown = shownField(table, key, context.lookups.catalog)
    if (value === undefined || shown === undefined || inner.has(key)) return []
    const text =
      shown.type === 'data'
        ? Object.keys(value ?? {}).join(', ')
        : formatValue(context, table, shown, value, { record }) || String(value)
    return [{ key, label: fieldLabel(context.i18n, context.lookups.catalog, table, key), text, value }]
  })

/** One change of a field as it is read. */
const changeRows = (context: FormatContext, { recordTable, changes }: History): string[][] => {
  // History only knows tables of this version by name; another one's fields are shown by their raw names.
  const table = recordTable as TableName
  return changes
    .filter(({ path }) => !inner.has(splitPath(path)[0]))
    .map(({ path, before, after }) => [
      fieldLabel(context.i18n, context.lookups.catalog, table, splitPath(path)[0]),
      formatAtPath(context, table, path, before),
      formatAtPath(context, table, path, after),
    ])
}

/** Everything about a person, in the order a reader wants it: who, what they agreed to, what happened. */
export const personSections = (context: FormatContext, records: PersonRecords): Section[] => {
  const { t, format } = context.i18n
  const section = (
    title: string,
    table: TableName,
    list: readonly AnyRecord[],
    nameOf: (row: AnyRecord) => string,
  ) => ({
    title,
    records: list.map((row) => ({
      title: [nameOf(row), row['deletedAt'] !== undefined && t('privacy.doc.inTrash')].filter(Boolean).join(' · '),
      fields: readFields(context, table, row).filter(({ key }) => key !== 'consents'),
    })),
  })
  const text = (key: string) => (row: AnyRecord) => String(row[key] ?? '')
  const people = [records.customer, ...records.merged]
  const consents = people.flatMap(consentHistory)
  const purposeText = (id: string) => context.lookups.items.get(id)?.name ?? context.i18n.tx(`list.${id}`, id)
  return [
    section(t('privacy.doc.record'), 'customers', [records.customer], (row) => displayName(row as never)),
    ...(records.merged.length > 0
      ? [section(t('privacy.doc.merged'), 'customers', records.merged, (row) => displayName(row as never))]
      : []),
    {
      title: t('privacy.doc.consents'),
      head: [
        t('privacy.at'),
        t('privacy.purpose'),
        t('privacy.channels'),
        t('privacy.doc.state'),
        t('privacy.basis'),
        t('privacy.how'),
        t('privacy.evidence'),
      ],
      rows: consents.map(({ at, purpose: about, channel, state, basis, how = '', evidence = '' }) => [
        format.instant(at, 'dateTime'),
        purposeText(about),
        t(`privacy.channel.${channel}`),
        t(`privacy.state.${state}`),
        t(`privacy.basis.${basis}`),
        how,
        evidence,
      ]),
    },
    section(t('privacy.doc.deals'), 'deals', records.deals, text('title')),
    section(t('privacy.doc.interactions'), 'interactions', records.interactions, (row) =>
      [format.instant(String(row['at']), 'dateTime'), row['subject']].filter(Boolean).join(' · '),
    ),
    section(t('privacy.doc.tasks'), 'tasks', records.tasks, text('title')),
    section(t('privacy.doc.attachments'), 'attachments', records.attachments, text('name')),
    {
      title: t('privacy.doc.history'),
      head: [
        t('privacy.at'),
        t('privacy.doc.by'),
        t('privacy.doc.field'),
        t('privacy.doc.before'),
        t('privacy.doc.after'),
      ],
      rows: records.history.flatMap((row) =>
        changeRows(context, row).map((cells) => [
          format.instant(row.createdAt, 'dateTime'),
          row.createdBy ?? '',
          ...cells,
        ]),
      ),
    },
  ]
}
