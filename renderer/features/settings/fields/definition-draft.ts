import { v7 as uuid } from 'uuid'

import {
  type CustomField,
  type CustomFieldScope,
  type CustomFieldType,
  type CustomOption,
  customFieldId,
  hasAmounts,
  hasLengths,
  hasOptions,
  patternOf,
  type Role,
  roles,
} from '../../../../shared/domain/index.ts'
import { orderAfter } from '../../../../shared/order.ts'
import type { Language } from '../../../i18n/index.ts'

export type OwnTexts = Readonly<Record<string, string>>

/** A definition while it is edited: every property is there or undefined, and may be wrong. */
export type FieldDraft = {
  id: string
  scope: CustomFieldScope
  type: CustomFieldType
  names: OwnTexts
  help: OwnTexts
  required: NonNullable<CustomField['required']>
  requiredFrom: string | undefined
  defaultValue: CustomField['defaultValue']
  min: number | undefined
  max: number | undefined
  earliest: string | undefined
  latest: string | undefined
  pattern: string
  patternMessage: OwnTexts
  unique: boolean
  hiddenFrom: readonly Role[]
  lockedFor: readonly Role[]
  fixed: boolean
  unrecorded: boolean
  options: Readonly<Record<string, CustomOption>>
}

const rolesIn = (held: Readonly<Record<string, unknown>> | undefined): Role[] =>
  roles.filter((role) => held?.[role] === true)

export const newDraft = (scope: CustomFieldScope): FieldDraft => ({
  id: customFieldId(uuid()),
  scope,
  type: 'text',
  names: {},
  help: {},
  required: 'never',
  requiredFrom: undefined,
  defaultValue: undefined,
  min: undefined,
  max: undefined,
  earliest: undefined,
  latest: undefined,
  pattern: '',
  patternMessage: {},
  unique: false,
  hiddenFrom: [],
  lockedFor: [],
  fixed: false,
  unrecorded: false,
  options: {},
})

export const draftOf = (definition: CustomField): FieldDraft => ({
  ...newDraft(definition.scope),
  id: definition.id,
  type: definition.type,
  names: definition.names ?? {},
  help: definition.help ?? {},
  required: definition.required ?? 'never',
  requiredFrom: definition.requiredFrom,
  defaultValue: definition.defaultValue,
  min: definition.min,
  max: definition.max,
  earliest: definition.earliest,
  latest: definition.latest,
  pattern: definition.pattern ?? '',
  patternMessage: definition.patternMessage ?? {},
  unique: definition.unique ?? false,
  hiddenFrom: rolesIn(definition.hiddenFrom),
  lockedFor: rolesIn(definition.lockedFor),
  fixed: definition.fixed ?? false,
  unrecorded: definition.unrecorded ?? false,
  options: definition.options ?? {},
})

/** What keeps a definition from being saved; labelled `ownFields.wrong.<code>`. */
export type DraftProblem = 'noName' | 'noStage' | 'noOptions' | 'emptyOption' | 'sameOption' | 'range' | 'badPattern'

/** Everything that is wrong with a definition. */
export const problemsOf = (draft: FieldDraft): ReadonlySet<DraftProblem> => {
  const found = new Set<DraftProblem>()
  const { min, max, earliest, latest, type, pattern } = draft
  if (Object.values(draft.names).every((name) => name.trim() === '')) found.add('noName')
  if (draft.required === 'from' && draft.requiredFrom === undefined) found.add('noStage')
  if (hasOptions(type)) {
    const names = Object.values(draft.options).map(({ name }) => name.trim().toLocaleLowerCase())
    if (Object.values(draft.options).every(({ retired }) => retired)) found.add('noOptions')
    if (names.includes('')) found.add('emptyOption')
    if (new Set(names).size < names.length) found.add('sameOption')
  }
  const limited = hasLengths(type) || hasAmounts(type)
  if (limited && min !== undefined && max !== undefined && min > max) found.add('range')
  if (type === 'day' && earliest !== undefined && latest !== undefined && earliest > latest) found.add('range')
  if (hasLengths(type) && pattern !== '' && patternOf(pattern) === undefined) found.add('badPattern')
  return found
}

const filled = (texts: OwnTexts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) => (text.trim() === '' ? [] : [[language, text.trim()]])),
  )
const asMap = (held: readonly Role[]): Record<string, true> => Object.fromEntries(held.map((role) => [role, true]))
const orNone = <V extends object>(map: V): V | undefined => (Object.keys(map).length > 0 ? map : undefined)

/** What the draft means as a definition: nothing of what does not belong to its type. `undefined` for no value. */
export const definitionOf = (draft: FieldDraft) => {
  const { type } = draft
  const limited = hasLengths(type) || hasAmounts(type)
  const hidden = draft.hiddenFrom
  return {
    scope: draft.scope,
    type,
    names: orNone(filled(draft.names)),
    help: orNone(filled(draft.help)),
    required: draft.required === 'never' ? undefined : draft.required,
    requiredFrom: draft.required === 'from' ? draft.requiredFrom : undefined,
    defaultValue: draft.defaultValue,
    min: limited ? draft.min : undefined,
    max: limited ? draft.max : undefined,
    earliest: type === 'day' ? draft.earliest : undefined,
    latest: type === 'day' ? draft.latest : undefined,
    pattern: hasLengths(type) && draft.pattern !== '' ? draft.pattern : undefined,
    patternMessage: hasLengths(type) && draft.pattern !== '' ? orNone(filled(draft.patternMessage)) : undefined,
    unique: draft.unique || undefined,
    hiddenFrom: orNone(asMap(hidden)),
    lockedFor: orNone(asMap(draft.lockedFor.filter((role) => !hidden.includes(role)))),
    fixed: draft.fixed || undefined,
    unrecorded: draft.unrecorded || undefined,
    options: hasOptions(type)
      ? Object.fromEntries(
          Object.entries(draft.options).map(([id, { name, order, retired }]) => [
            id,
            { name: name.trim(), order, ...(retired && { retired }) },
          ]),
        )
      : undefined,
  }
}

/** One more choice at the end. */
export const withOption = (options: FieldDraft['options'], name: string): FieldDraft['options'] => {
  const others = Object.entries(options).map(([id, { order }]) => ({ id, order }))
  return { ...options, [uuid()]: { name, order: orderAfter(others) } }
}

/** The text in the reader's language, else in any. */
export const nameIn = (names: OwnTexts, language: Language): string =>
  names[language]?.trim() || Object.values(names).find((name) => name.trim() !== '') || ''
