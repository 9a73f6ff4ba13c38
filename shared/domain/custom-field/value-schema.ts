import { z } from 'zod'

import { field } from '../field.ts'
import type { CustomField, CustomFieldType } from './custom-field.ts'
import { isRunawayPattern } from './runaway-pattern.ts'

/** The key of the text that says what is wrong with a value of a field of one's own. */
export const customIssues = {
  pattern: 'fields.issue.pattern',
  tooShort: 'fields.issue.tooShort',
  tooLong: 'fields.issue.tooLong',
  tooSmall: 'fields.issue.tooSmall',
  tooLarge: 'fields.issue.tooLarge',
  tooEarly: 'fields.issue.tooEarly',
  tooLate: 'fields.issue.tooLate',
  notOne: 'fields.issue.notOne',
} as const
export type CustomIssue = (typeof customIssues)[keyof typeof customIssues]

/** Anchored, so that the whole text must match; undefined for a pattern that is none, or that could take for ever. */
export const patternOf = (pattern: string | undefined): RegExp | undefined => {
  if (pattern === undefined || pattern === '') return undefined
  try {
    const expression = new RegExp(`^(?:${pattern})$`, 'u')
    return isRunawayPattern(pattern) ? undefined : expression
  } catch {
    return undefined
  }
}

const plain: Record<CustomFieldType, z.ZodType> = {
  text: field.text().schema.unwrap(),
  longText: field.longText().schema.unwrap(),
  number: z.number(),
  money: z.int(),
  percent: z.number(),
  day: field.day().schema.unwrap(),
  boolean: z.boolean(),
  choice: z.string().min(1).max(100),
  choices: z.record(z.string().min(1).max(100), z.literal(true)),
  phone: field.text().schema.unwrap(),
  email: field.text().schema.unwrap(),
  url: field.url().schema.unwrap(),
  link: z.string().min(1).max(200),
}

/** What is wrong with a value that has the right type: the limits and the pattern of its definition. */
export const customIssueOf = (definition: CustomField, value: unknown): CustomIssue | undefined => {
  const { min, max, earliest, latest, options } = definition
  if (typeof value === 'number') {
    if (min !== undefined && value < min) return customIssues.tooSmall
    return max !== undefined && value > max ? customIssues.tooLarge : undefined
  }
  if (definition.type === 'choice' || definition.type === 'choices') {
    const ids = typeof value === 'string' ? [value] : Object.keys(value ?? {})
    return ids.every((id) => options !== undefined && Object.hasOwn(options, id)) ? undefined : customIssues.notOne
  }
  if (typeof value !== 'string') return undefined
  if (definition.type === 'day') {
    if (earliest !== undefined && value < earliest) return customIssues.tooEarly
    return latest !== undefined && value > latest ? customIssues.tooLate : undefined
  }
  if (definition.type === 'link') return undefined
  if (min !== undefined && value.length < min) return customIssues.tooShort
  if (max !== undefined && value.length > max) return customIssues.tooLong
  return patternOf(definition.pattern)?.test(value) === false ? customIssues.pattern : undefined
}

/** The schema of the values of a field of one's own. Its messages are keys of texts (`CustomIssue`). */
export const customValueSchema = (definition: CustomField): z.ZodOptional<z.ZodType> =>
  plain[definition.type]
    .superRefine((value, context) => {
      const message = customIssueOf(definition, value)
      if (message) context.addIssue({ code: 'custom', message })
    })
    .optional()
