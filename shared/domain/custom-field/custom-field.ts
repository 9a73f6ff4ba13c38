import { z } from 'zod'

import { field, required } from '../field.ts'
import { defineNoun } from '../noun.ts'
import { roles } from '../role.ts'

/** What a field of one's own may hold. */
export const customFieldTypes = [
  'text',
  'longText',
  'number',
  'money',
  'percent',
  'day',
  'boolean',
  'choice',
  'choices',
  'phone',
  'email',
  'url',
  'link',
] as const
export type CustomFieldType = (typeof customFieldTypes)[number]

export const hasOptions = (type: CustomFieldType): boolean => type === 'choice' || type === 'choices'
/** Of texts, whose limits are lengths and which a pattern may describe. */
export const hasLengths = (type: CustomFieldType): boolean =>
  type === 'text' || type === 'longText' || type === 'phone' || type === 'email' || type === 'url'
/** Of numbers, whose limits are values. */
export const hasAmounts = (type: CustomFieldType): boolean =>
  type === 'number' || type === 'percent' || type === 'money'

/** The records it belongs to. `customers` are people and companies alike. */
export const customFieldScopes = ['customers', 'people', 'companies', 'deals'] as const
export type CustomFieldScope = (typeof customFieldScopes)[number]

/** When it must be filled: never, always, or from a status (customers) or stage (deals) on, named by `requiredFrom`. */
export const requirements = ['never', 'always', 'from'] as const

const MAX_NAME = 200
const MAX_PATTERN = 500
/** A text for each language, by its tag. */
const texts = () => field.data(z.record(z.string().max(35), z.string().max(1_000)))
const byRole = () => field.data(z.record(z.enum(roles), z.literal(true)).or(z.record(z.string(), z.literal(true))))

/** One choice of a field of one's own. */
const customOptionSchema = z.object({
  name: z.string().min(1).max(MAX_NAME),
  /** Fractional key. */
  order: z.string().min(1).max(MAX_NAME),
  retired: z.boolean().optional(),
})

/**
 * The definition of a field of one's own. Its id is the name of the field in the records: a value is a field of the
 * record like any other, and is merged, recorded and synced like any other.
 */
export const customFields = defineNoun('customFields', {
  scope: required(field.option(customFieldScopes)),
  type: required(field.option(customFieldTypes)),
  /** The label in each language; where the reader's is missing, another one is shown. */
  names: texts(),
  help: texts(),
  /** Fractional key. */
  order: required(field.text()),
  required: field.option(requirements),
  /** A customer's status or the id of a stage. */
  requiredFrom: field.text(),
  /** As the record would hold it; ids of choices as a list. */
  defaultValue: field.data(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** Of numbers, percents and money (minor units) the value; of texts the length. */
  min: field.number(),
  max: field.number(),
  earliest: field.day(),
  latest: field.day(),
  /** A regular expression (ECMAScript, `u`) that the whole text must match. */
  pattern: field.data(z.string().max(MAX_PATTERN)),
  /** What to tell who typed something else, by language. */
  patternMessage: texts(),
  /** No two records may hold the same value. */
  unique: field.boolean(),
  /** Roles that don't see it, and roles that see it but may not change it. */
  hiddenFrom: byRole(),
  lockedFor: byRole(),
  /** Not to be changed after the record was made. */
  fixed: field.boolean(),
  /** Its changes are not kept in the history. */
  unrecorded: field.boolean(),
  /** Of a choice: by option id, which is what the records hold. */
  options: field.data(z.record(z.string().min(1).max(100), customOptionSchema)),
  /** Out of forms, lists and imports; its values stay. */
  retired: field.boolean(),
})

export type CustomField = z.infer<typeof customFields.schema>
export type CustomOption = z.infer<typeof customOptionSchema>

const PREFIX = 'custom_'
/** The id of a new field, which is also its name in the records. */
export const customFieldId = (id: string): string => `${PREFIX}${id}`
export const isCustomFieldId = (key: string): boolean => key.startsWith(PREFIX)
