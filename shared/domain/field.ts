import { z } from 'zod'

import { type Consent, consentSchema } from './consent/consent.ts'
import type { ListName } from './list/list-name.ts'

/** What a field holds. Forms, list columns, filters, search, CSV, import and history all follow from it. */
export type FieldType =
  | 'text'
  | 'longText'
  | 'url'
  | 'choice'
  | 'choices'
  | 'tags'
  | 'boolean'
  | 'day'
  | 'instant'
  | 'number'
  | 'percent'
  | 'money'
  | 'currency'
  | 'language'
  | 'country'
  | 'link'
  | 'email'
  | 'phone'
  | 'emails'
  | 'phones'
  | 'addresses'
  | 'consents'
  | 'data'

/** The part of a form or a record page where a field stands. */
export type FieldGroup = 'identity' | 'reach' | 'profile' | 'business' | 'own' | 'notes' | 'system'

export type FieldOptions = {
  group?: FieldGroup
  /** Part of full-text search. */
  search?: true
  /** A column of lists: shown from the start, or to be chosen. */
  column?: 'default' | 'optional'
  /** Maintained by the program: not in forms, not an import target. */
  system?: true
}

export type Field<S extends z.ZodType = z.ZodType> = FieldOptions & {
  type: FieldType
  schema: S
  /** choice: fixed options, labelled `option.<noun>.<field>.<option>`. */
  options?: readonly string[]
  /** choice: the owner's list whose item ids are the values. */
  list?: ListName
  /** link: the table it points into. */
  target?: 'customers' | 'deals' | 'pipelines'
  /** money: the field of the same record that holds its currency. */
  currencyField?: string
  required?: true
  /** A field of one's own; the catalog knows its definition. */
  custom?: true
  /** Only of records of this kind. */
  kind?: 'person' | 'company'
}

export type Fields = Readonly<Record<string, Field>>

/** Whether a field belongs to a record of this kind (`person` or `company`; anything else has them all). */
export const isFieldOfKind = ({ kind: only }: Pick<Field, 'kind'>, kind: unknown): boolean =>
  only === undefined || typeof kind !== 'string' || only === kind

const make = <S extends z.ZodType>(type: FieldType, schema: S, options: FieldOptions = {}) => ({
  type,
  schema: schema.optional(),
  ...options,
})

/** A field that must be present. */
export const required = <S extends z.ZodType>(
  field: Omit<Field, 'schema'> & { schema: z.ZodOptional<S> },
): Omit<Field, 'schema'> & { schema: S; required: true } => ({
  ...field,
  schema: field.schema.unwrap(),
  required: true,
})

const DAY_PATTERN = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** `YYYY-MM-DD`. */
const daySchema = z.string().regex(DAY_PATTERN)
/** ISO 8601 in UTC with milliseconds, as `Date.toISOString` prints it. */
export const instantSchema = z.iso.datetime()

const SHORT = 500
const LONG = 100_000

/** Why an address is not to be written to any more. */
export const emailTroubles = ['bounced', 'unsubscribed'] as const

export const labels = ['work', 'home', 'mobile', 'other'] as const

/** One e-mail address; the text as typed. */
export const emailSchema = z.object({
  value: z.string().min(1).max(SHORT),
  label: z.enum(labels).optional(),
  primary: z.boolean().optional(),
  trouble: z.enum(emailTroubles).optional(),
})
/** One phone: `value` as typed, `e164` where it could be read as a number. */
export const phoneSchema = z.object({
  value: z.string().min(1).max(SHORT),
  e164: z.string().max(20).optional(),
  label: z.enum(labels).optional(),
  primary: z.boolean().optional(),
})
export const addressKinds = ['billing', 'shipping', 'other'] as const
/** One postal address. `country` is an ISO 3166-1 alpha-2 code where known, else the text as typed. */
export const addressSchema = z.object({
  kind: z.enum(addressKinds),
  street: z.string().max(SHORT).optional(),
  city: z.string().max(SHORT).optional(),
  region: z.string().max(SHORT).optional(),
  postcode: z.string().max(SHORT).optional(),
  country: z.string().max(SHORT).optional(),
})
export type Email = z.infer<typeof emailSchema>
export type Phone = z.infer<typeof phoneSchema>
export type Address = z.infer<typeof addressSchema>

/** A map-like field: entries by their own id, merged one by one. */
const entries = <S extends z.ZodType>(entry: S) => z.record(z.string().min(1).max(SHORT), entry)

/** Constructors of fields, one for each type. */
export const field = {
  text: (options?: FieldOptions) => make('text', z.string().max(SHORT), options),
  longText: (options?: FieldOptions) => make('longText', z.string().max(LONG), options),
  url: (options?: FieldOptions) => make('url', z.string().max(2_000), options),
  boolean: (options?: FieldOptions) => make('boolean', z.boolean(), options),
  day: (options?: FieldOptions) => make('day', daySchema, options),
  instant: (options?: FieldOptions) => make('instant', instantSchema, options),
  number: (options?: FieldOptions) => make('number', z.number(), options),
  /** 0 to 100. */
  percent: (options?: FieldOptions) => make('percent', z.number().min(0).max(100), options),
  /** Integer minor units of the currency in `currencyField`. */
  money: (currencyField: string, options?: FieldOptions) => ({ ...make('money', z.int(), options), currencyField }),
  /** ISO 4217 code. */
  currency: (options?: FieldOptions) => make('currency', z.string().regex(/^[A-Z]{3}$/), options),
  /** BCP 47 tag. */
  language: (options?: FieldOptions) => make('language', z.string().max(35), options),
  country: (options?: FieldOptions) => make('country', z.string().regex(/^[A-Z]{2}$/), options),
  option: <const O extends readonly [string, ...string[]]>(values: O, options?: FieldOptions) => ({
    ...make('choice', z.enum(values), options),
    options: values,
  }),
  choice: (list: ListName, options?: FieldOptions) => ({
    ...make('choice', z.string().min(1).max(SHORT), options),
    list,
  }),
  link: (target: 'customers' | 'deals' | 'pipelines', options?: FieldOptions) => ({
    ...make('link', z.string().min(1).max(200), options),
    target,
  }),
  tags: (options?: FieldOptions) => make('tags', entries(z.literal(true)), options),
  emails: (options?: FieldOptions) => make('emails', entries(emailSchema), options),
  phones: (options?: FieldOptions) => make('phones', entries(phoneSchema), options),
  consents: (options?: FieldOptions) => make('consents', entries<z.ZodType<Consent>>(consentSchema), options),
  addresses: (options?: FieldOptions) => make('addresses', entries(addressSchema), options),
  /** Anything else; `schema` says what. */
  data: <S extends z.ZodType>(schema: S, options?: FieldOptions) => make('data', schema, { system: true, ...options }),
} as const
