import { type ReactNode, useMemo } from 'react'

import {
  type Address,
  addressSchema,
  type Column,
  emailSchema,
  type NounName,
  orderedEntries,
  phoneSchema,
} from '../../shared/domain/index.ts'
import { useI18n } from '../i18n/index.ts'
import { Badge } from '../ui/index.ts'
import { addressLines, type FormatContext, formatValue, type Shown } from './format.ts'
import { OutsideLink } from './open-outside.tsx'
import { mailUrl, mapUrl, telUrl, webUrl } from './reach.ts'
import { CustomerLink, DealLink } from './record-link.tsx'
import { statusTone } from './status-tone.ts'
import { useFormatContext } from './use-format.ts'

const entriesIn = (value: unknown): (object & { id: string })[] =>
  typeof value === 'object' && value !== null ? orderedEntries(value as Record<string, object>) : []

const EntryLabel = ({ label }: { label: string | undefined }) => {
  const { tx } = useI18n()
  return label === undefined ? null : (
    <span className="ms-1.5 text-ink-faint text-xs">{tx(`option.entry.label.${label}`, label)}</span>
  )
}

const Contacts = ({ type, value }: { type: 'emails' | 'phones'; value: unknown }) => {
  const { t } = useI18n()
  const schema = type === 'emails' ? emailSchema : phoneSchema
  return (
    <ul className="flex flex-col gap-0.5">
      {entriesIn(value).map(({ id, ...entry }) => {
        const parsed = schema.safeParse(entry)
        if (!parsed.success) return null
        const text = parsed.data.value
        const url = type === 'emails' ? mailUrl(text) : telUrl(parsed.data)
        return (
          <li key={id}>
            <OutsideLink url={url} label={t(type === 'emails' ? 'customers.mailTo' : 'customers.callTo', { text })}>
              <bdi dir="ltr">{text}</bdi>
            </OutsideLink>
            <EntryLabel label={parsed.data.label} />
            {'trouble' in parsed.data && parsed.data.trouble && (
              <Badge tone="bad" className="ms-1.5">
                {t(`privacy.email.${parsed.data.trouble}`)}
              </Badge>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Addresses = ({ value }: { value: unknown }) => {
  const { t, tx, locale } = useI18n()
  const known = entriesIn(value).flatMap(({ id, ...entry }): (Address & { id: string })[] => {
    const parsed = addressSchema.safeParse(entry)
    return parsed.success ? [{ ...parsed.data, id }] : []
  })
  return (
    <ul className="flex flex-col gap-1">
      {known.map((address) => {
        const text = addressLines(locale, address).join(', ')
        return (
          <li key={address.id} className="flex flex-wrap items-baseline gap-x-1.5">
            <OutsideLink url={mapUrl(address)} label={t('customers.showOnMap', { text })}>
              <bdi>{text}</bdi>
            </OutsideLink>
            <span className="text-ink-faint text-xs">{tx(`option.address.kind.${address.kind}`, address.kind)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** Tags as pills, in the order of the language. */
const TagPills = ({ tags }: { tags: Readonly<Record<string, unknown>> }) => {
  const { compare } = useI18n()
  return (
    <span className="flex min-w-0 flex-wrap gap-1">
      {Object.keys(tags)
        .sort(compare)
        .map((tag) => (
          <Badge key={tag}>
            <bdi>{tag}</bdi>
          </Badge>
        ))}
    </span>
  )
}

const richOf = (noun: NounName, column: Shown, value: unknown, text: string): ReactNode => {
  if (column.key === 'status') return <Badge tone={statusTone(String(value))}>{text}</Badge>
  if (column.type === 'emails' || column.type === 'phones') return <Contacts type={column.type} value={value} />
  if (column.type === 'addresses') return <Addresses value={value} />
  if (column.type === 'tags' && typeof value === 'object' && value !== null) return <TagPills tags={{ ...value }} />
  if (column.type === 'email' || column.type === 'phone')
    return (
      <OutsideLink url={column.type === 'email' ? mailUrl(text) : telUrl({ value: text })} label={text}>
        <bdi dir="ltr">{text}</bdi>
      </OutsideLink>
    )
  if (column.type === 'url')
    return (
      <OutsideLink url={webUrl(text)} label={text}>
        <bdi dir="ltr">{text}</bdi>
      </OutsideLink>
    )
  if (column.type === 'link' && column.field?.target === 'customers') return <CustomerLink id={String(value)} />
  if (column.type === 'link' && column.field?.target === 'deals') return <DealLink id={String(value)} />
  if (column.type === 'longText') return <p className="whitespace-pre-wrap">{text}</p>
  return noun === 'customers' && column.key === 'phone' ? <bdi dir="ltr">{text}</bdi> : <bdi>{text}</bdi>
}

/** The value of a field for reading, with what can be done with it: call, write, open, go to. Nothing for no value. */
export const FieldValue = ({
  noun,
  column,
  value,
  record,
}: {
  noun: NounName
  column: Shown | Column
  value: unknown
  /** The record it belongs to: for its currency and pipeline. */
  record?: object
}) => {
  const context = useFormatContext()
  if (value === undefined || value === null || value === '') return null
  const text = formatValue(context, noun, column, value, { record })
  return <>{richOf(noun, column, value, text)}</>
}

const cellOf = (column: Shown, value: unknown, text: string): ReactNode => {
  if (text === '') return <span className="text-ink-faint">—</span>
  if (column.key === 'status') return <Badge tone={statusTone(String(value))}>{text}</Badge>
  if (column.type === 'phones' || column.key === 'phone') return <bdi dir="ltr">{text}</bdi>
  if (column.type === 'tags' && typeof value === 'object' && value !== null)
    return Object.keys(value).map((tag) => (
      <Badge key={tag} className="me-1">
        <bdi>{tag}</bdi>
      </Badge>
    ))
  if (column.type === 'instant' || column.type === 'day') return <span className="text-ink-muted">{text}</span>
  return <bdi>{text}</bdi>
}

/** Draws list cells: one short line each, nothing to press. Take it once for a whole list. */
export const useCell = (noun: NounName, names?: ReadonlyMap<string, string>) => {
  const context: FormatContext = useFormatContext(names)
  return useMemo(
    () => (column: Shown | Column, value: unknown, record?: object) => {
      const none = column.type === 'money' && column.field === undefined && value === 0
      return cellOf(column, value, none ? '' : formatValue(context, noun, column, value, { record, short: true }))
    },
    [context, noun],
  )
}
