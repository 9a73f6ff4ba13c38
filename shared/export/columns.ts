import { type Catalog, type Column, derivedColumns, type Field } from '../domain/index.ts'
import { joinTags, minorDigits } from '../import/index.ts'
import type { ExportColumn, ExportContext, ExportNoun, ExportRecord } from './context.ts'
import { entryColumns } from './entry-columns.ts'

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** Minor units as a plain decimal number with a point. */
const moneyText = (minor: unknown, currency: unknown): string => {
  if (typeof minor !== 'number') return ''
  const digits = minorDigits(typeof currency === 'string' ? currency : 'EUR')
  return (minor / 10 ** digits).toFixed(digits)
}

const choiceText = (noun: ExportNoun, name: string, field: Field, value: unknown, context: ExportContext): string => {
  if (typeof value !== 'string') return ''
  return field.list ? (context.listItem(value) ?? value) : context.option(`${noun}.${name}`, value)
}

const linkColumns = (name: string, target: string): ExportColumn[] => [
  {
    path: `@${name}`,
    read: (record, context) => {
      const id = record[name]
      return typeof id === 'string' ? (context.linkName(target, id) ?? '') : ''
    },
  },
  { path: name, read: (record) => textOf(record[name]) },
]

const stageColumns: readonly ExportColumn[] = [
  {
    path: '@stageId',
    read: (record, context) => context.stageName(textOf(record['pipelineId']), textOf(record['stageId'])) ?? '',
  },
  { path: 'stageId', read: (record) => textOf(record['stageId']) },
]

const fieldColumns = (
  noun: ExportNoun,
  name: string,
  field: Field,
  records: readonly ExportRecord[],
): ExportColumn[] => {
  switch (field.type) {
    case 'data':
    case 'consents':
      return []
    case 'emails':
    case 'phones':
    case 'addresses':
      return entryColumns(field.type, records)
    case 'tags':
      return [{ path: name, read: (record) => joinTags(Object.keys(record[name] ?? {})) }]
    case 'choices':
      return [
        {
          path: name,
          read: (record, context) =>
            joinTags(Object.keys(record[name] ?? {}).map((id) => context.option(`${noun}.${name}`, id))),
        },
      ]
    case 'link':
      return linkColumns(name, field.target ?? '')
    case 'money':
      return [
        {
          path: name,
          read: (record, context) =>
            moneyText(record[name], field.currencyField === undefined ? context.currency : record[field.currencyField]),
        },
      ]
    case 'choice':
      return [{ path: name, read: (record, context) => choiceText(noun, name, field, record[name], context) }]
    default:
      return noun === 'deals' && name === 'stageId'
        ? [...stageColumns]
        : [{ path: name, read: (record) => textOf(record[name]) }]
  }
}

/** Kept by the program, and yet part of what a record says. */
const alsoExported = new Set(['createdAt', 'closedAt'])

const idColumn: ExportColumn = { path: 'id', read: ({ id }) => id }

/** Every column that an import takes back, and names beside the ids of links. */
export const allColumns = (noun: ExportNoun, records: readonly ExportRecord[], catalog: Catalog): ExportColumn[] => [
  idColumn,
  ...Object.entries<Field>(catalog.fields(noun))
    .filter(([name, field]) => !field.system || alsoExported.has(name))
    .flatMap(([name, field]) => fieldColumns(noun, name, field, records)),
]

const computedColumn = (noun: ExportNoun, { key, type, derive: ownDerive }: Column): ExportColumn => ({
  path: `@${key}`,
  read: (record, context) => {
    const derive = ownDerive ?? (derivedColumns[noun][key]?.derive as ((row: unknown) => unknown) | undefined)
    const value = derive ? derive(record) : context.rollup(record.id, key)
    return type === 'money' ? moneyText(value, context.currency) : textOf(value)
  },
})

/** The columns of a list as it is shown, in its order, with the id by which an import knows the records. */
export const listColumns = (
  noun: ExportNoun,
  records: readonly ExportRecord[],
  keys: readonly string[],
  catalog: Catalog,
): ExportColumn[] => {
  const known = new Map(catalog.columns(noun).map((column) => [column.key, column]))
  return [
    idColumn,
    ...keys.flatMap((key) => {
      const column = known.get(key)
      if (!column) return []
      return column.field ? fieldColumns(noun, key, column.field, records) : [computedColumn(noun, column)]
    }),
  ]
}
