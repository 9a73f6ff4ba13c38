import {
  type Address,
  type Catalog,
  type Column,
  type ConsentChannel,
  type ConsentState,
  type CustomField,
  consentSchema,
  consentTable,
  derivedColumns,
  type NounName,
  orderedEntries,
  plainCatalog,
  type Records,
  type TableName,
} from '../../shared/domain/index.ts'
import type { I18n } from '../i18n/index.ts'
import type { Lookups } from './lookups.ts'

/** What a value is shown with. `names` are the names of linked records, and of items of lists that are not saved yet, by id. */
export type FormatContext = { i18n: I18n; lookups: Lookups; names?: ReadonlyMap<string, string> | undefined }

/** A column, or any field of a table, as far as showing it goes. */
export type Shown = Pick<Column, 'key' | 'type' | 'field'>

/** The value of a column that follows from the record alone; nothing for one that other records make. */
export const columnValue = <N extends NounName>(
  noun: N,
  { key, derive }: Pick<Column, 'key' | 'derive'>,
  record: Records[N],
): unknown => {
  if (derive) return derive(record)
  const derived = derivedColumns[noun][key]
  if (derived) return derived.derive(record)
  return (record as Record<string, unknown>)[key]
}

/** A field of any table as a column, for its history or its form. */
export const shownField = (table: TableName, key: string, catalog: Catalog = plainCatalog): Shown | undefined => {
  const field = catalog.field(table, key)
  return field && { key, type: field.type, field }
}

export const itemLabel = ({ i18n, lookups, names }: FormatContext, id: string): string =>
  lookups.items.get(id)?.name ?? names?.get(id) ?? i18n.tx(`list.${id}`, id.slice(id.indexOf(':') + 1))

export const stageLabel = ({ i18n, lookups }: FormatContext, id: string, pipelineId?: string): string => {
  const inside = pipelineId === undefined ? [...lookups.pipelines.values()] : [lookups.pipelines.get(pipelineId)]
  const named = inside.map((pipeline) => pipeline?.stages[id]?.name).find((name) => name !== undefined)
  return named ?? i18n.tx(`stage.${id}`, id)
}

export const pipelineLabel = ({ i18n, lookups }: FormatContext, id: string): string =>
  lookups.pipelines.get(id)?.name ?? i18n.tx(`pipeline.${id}`, id)

const displayNames = new Map<string, Intl.DisplayNames>()

/** The name of a region, language or currency in the reader's language; the code itself where it is none. */
export const codeName = (locale: string, type: 'region' | 'language' | 'currency', code: string): string => {
  const key = `${locale}/${type}`
  const names = displayNames.get(key) ?? new Intl.DisplayNames(locale, { type })
  displayNames.set(key, names)
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

const COUNTRY_CODE = /^[A-Z]{2}$/
const countryName = (locale: string, text: string): string =>
  COUNTRY_CODE.test(text) ? codeName(locale, 'region', text) : text

export const addressLines = (locale: string, address: Address): string[] => {
  const town = [address.postcode, address.city].filter(Boolean).join(' ')
  const country = address.country && countryName(locale, address.country)
  return [address.street, town, address.region, country].filter((line) => line !== undefined && line !== '') as string[]
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const entryText = (locale: string, value: unknown): string => {
  if (!isMap(value)) return String(value ?? '')
  if ('value' in value) return String(value['value'])
  return addressLines(locale, value as Address).join(', ')
}

/** A text that its owner wrote in some languages: in the reader's, else in any. */
export const ownText = (texts: Readonly<Record<string, string>> | undefined, language: string): string | undefined =>
  texts?.[language] ?? Object.values(texts ?? {})[0]

/** What a field is called, in the reader's language. */
export const fieldLabel = (
  i18n: Pick<I18n, 'tx' | 'language'>,
  catalog: Catalog,
  table: TableName,
  key: string,
): string => {
  const definition = catalog.definition(key)
  return definition ? (ownText(definition.names, i18n.language) ?? key) : i18n.tx(`field.${table}.${key}`, key)
}

const optionName = (definition: CustomField | undefined, value: string): string | undefined =>
  definition?.options?.[value]?.name

const choiceLabel = (
  context: FormatContext,
  noun: TableName,
  { key, field }: Pick<Shown, 'key' | 'field'>,
  value: string,
): string => {
  if (field?.list) return itemLabel(context, value)
  const { i18n, lookups } = context
  return optionName(lookups.catalog.definition(key), value) ?? i18n.tx(`option.${noun}.${key}.${value}`, value)
}

const textOf = (
  context: FormatContext,
  noun: TableName,
  key: string,
  value: string,
  record: object | undefined,
): string => {
  if (noun === 'deals' && key === 'stageId') {
    const pipelineId = record && 'pipelineId' in record ? String(record.pipelineId) : undefined
    return stageLabel(context, value, pipelineId)
  }
  return key === 'country' ? countryName(context.i18n.locale, value) : value
}

/** The longest amount that a list cell shows whole: a cut one would read as another amount. */
const LONGEST_AMOUNT = 14

const amount = ({ format }: FormatContext['i18n'], value: number, currency: string, short: boolean): string => {
  const full = format.money(value, currency)
  return short && full.length > LONGEST_AMOUNT ? format.money(value, currency, 'compact') : full
}

const numberOf = (
  context: FormatContext,
  noun: TableName,
  shown: Shown,
  value: number,
  { record, short = false }: FormatOptions,
): string => {
  const { format } = context.i18n
  if (shown.type === 'percent') return format.percent(value / 100)
  if (noun === 'interactions' && shown.key === 'duration') return format.duration(value)
  if (shown.type !== 'money') return format.number(value)
  const own = record && shown.field?.currencyField ? Reflect.get(record, shown.field.currencyField) : undefined
  const currency = typeof own === 'string' ? own : (context.lookups.settings?.currency ?? 'EUR')
  return amount(context.i18n, value, currency, short)
}

export type FormatOptions = {
  /** The record it belongs to: for its currency and pipeline. */
  record?: object | undefined
  /** One short line for a list: the first of several with `+2`, days as people say them. */
  short?: boolean
}

const several = (texts: readonly string[], { i18n }: FormatContext, short: boolean): string => {
  if (!short) return texts.join('\n')
  const more = texts.length - 1
  return more > 0 ? `${texts[0]} +${i18n.format.number(more)}` : (texts[0] ?? '')
}

/** A statement as it is read: “Offers, e-mail: agreed”. */
export const consentText = (
  context: FormatContext,
  { purpose, channel, state }: { purpose: string; channel: ConsentChannel; state: ConsentState },
): string =>
  context.i18n.t('privacy.value', {
    purpose: itemLabel(context, purpose),
    channel: context.i18n.t(`privacy.channel.${channel}`),
    state: context.i18n.t(`privacy.state.${state}`),
  })

/** What holds for each purpose and channel. */
const consentTexts = (context: FormatContext, value: Record<string, unknown>): string[] => {
  const known = Object.entries(value).flatMap(([id, entry]) => {
    const { data } = consentSchema.safeParse(entry)
    return data === undefined ? [] : [[id, data] as const]
  })
  return consentTable({ consents: Object.fromEntries(known) }).map((consent) => consentText(context, consent))
}

/** Any value of any field as text in the reader's language; '' where there is none. */
export const formatValue = (
  context: FormatContext,
  noun: TableName,
  shown: Shown,
  value: unknown,
  { record, short = false }: FormatOptions = {},
): string => {
  const { format, locale, t } = context.i18n
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return t(value ? 'customers.yes' : 'customers.no')
  if (shown.type === 'boolean' && typeof value === 'number') return t(value === 0 ? 'customers.no' : 'customers.yes')
  if (typeof value === 'number') return numberOf(context, noun, shown, value, { record, short })
  if (isMap(value)) {
    if (shown.type === 'tags') return format.list(Object.keys(value).sort(context.i18n.compare))
    if (shown.type === 'consents') return several(consentTexts(context, value), context, short)
    if (shown.type === 'choices')
      return format.list(
        Object.keys(value)
          .map((id) => choiceLabel(context, noun, shown, id))
          .sort(context.i18n.compare),
      )
    return several(
      orderedEntries(value as Record<string, object>).map((entry) => entryText(locale, entry)),
      context,
      short,
    )
  }
  const text = String(value)
  switch (shown.type) {
    case 'choice':
      return choiceLabel(context, noun, shown, text)
    case 'day':
      return format.day(text, short ? 'relative' : 'medium')
    case 'instant':
      return format.instant(text, short ? 'relative' : 'dateTime')
    case 'country':
      return countryName(locale, text)
    case 'language':
      return codeName(locale, 'language', text)
    case 'currency':
      return codeName(locale, 'currency', text)
    case 'link':
      return shown.field?.target === 'pipelines' ? pipelineLabel(context, text) : (context.names?.get(text) ?? '')
    default:
      return textOf(context, noun, shown.key, text, record)
  }
}

/** The value at a path of a history row: a plain field's, or one entry's of a map-like field. */
export const formatAtPath = (
  context: FormatContext,
  table: TableName,
  path: string,
  value: unknown,
  record?: object,
): string => {
  const slash = path.indexOf('/')
  const shown = shownField(table, slash < 0 ? path : path.slice(0, slash), context.lookups.catalog)
  if (value === undefined || value === null) return ''
  if (slash < 0)
    return shown ? formatValue(context, table, shown, value, { record }) : entryText(context.i18n.locale, value)
  if (shown?.type === 'consents') return formatValue(context, table, shown, { [path.slice(slash + 1)]: value })
  if (shown?.type === 'choices') return choiceLabel(context, table, shown, path.slice(slash + 1))
  return shown?.type === 'tags' ? path.slice(slash + 1) : entryText(context.i18n.locale, value)
}
