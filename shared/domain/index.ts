export type { Attachment } from './attachment/attachment.ts'
export type { Blocked } from './blocklist/blocklist.ts'
export { type Catalog, createCatalog, plainCatalog } from './catalog.ts'
export { type Column, derivedColumns, rollupColumns } from './columns.ts'
export { completeness } from './completeness.ts'
export { type ConflictDecision, conflictDecisionId, settledKey } from './conflict-decision/conflict-decision.ts'
export {
  type Consent,
  type ConsentChannel,
  consentChannels,
  consentSchema,
  type LawfulBasis,
  lawfulBases,
} from './consent/consent.ts'
export {
  basesFor,
  type ConsentState,
  consentHistory,
  consentTable,
  consentValue,
  consentValues,
  mayContact,
  mayContactAtAll,
  outreachColumns,
  outreachFilter,
  readConsentValue,
} from './consent/rules.ts'
export {
  type CustomField,
  type CustomFieldScope,
  type CustomFieldType,
  type CustomOption,
  customFieldId,
  customFieldScopes,
  customFieldTypes,
  hasAmounts,
  hasLengths,
  hasOptions,
  isCustomFieldId,
  requirements,
} from './custom-field/custom-field.ts'
export { defaultOf } from './custom-field/default-values.ts'
export { statusPath } from './custom-field/requirement.ts'
export { uniqueKey, uniqueTypes } from './custom-field/unique-key.ts'
export { customIssueOf, customIssues, patternOf } from './custom-field/value-schema.ts'
export {
  type Customer,
  type CustomerKind,
  type CustomerStatus,
  customerKinds,
  customerStatuses,
} from './customer/customer.ts'
export {
  displayName,
  initials,
  mainAddress,
  missingName,
  orderedEntries,
  primaryEmail,
  primaryPhone,
} from './customer/rules.ts'
export { type Deal, type DealStatus, deals } from './deal/deal.ts'
export {
  type Address,
  addressKinds,
  addressSchema,
  type Email,
  emailSchema,
  emailTroubles,
  type Field,
  type FieldGroup,
  type FieldType,
  isFieldOfKind,
  labels,
  type Phone,
  phoneSchema,
} from './field.ts'
export {
  type Condition,
  type Filter,
  type FilterNode,
  filterSchema,
  type Group,
  type InSegment,
  isCondition,
  type Related,
  segmentsOf,
} from './filter.ts'
export type { FieldChange, History } from './history/history.ts'

export { directions, type Interaction, interactions } from './interaction/interaction.ts'
export {
  initialListItems,
  type ListItem,
  NOTE_CHANNEL,
  type SourceKind,
  sourceKindOf,
  sourceKinds,
} from './list/list-item.ts'
export { type ListName, listNames } from './list/list-name.ts'

export { notSameId } from './not-same/not-same.ts'
export { type NounName, nouns, type Records, type TableName } from './nouns.ts'
export {
  dealProbability,
  initialPipeline,
  orderedStages,
  type Pipeline,
  type Stage,
} from './pipeline/pipeline.ts'
export { type Role, roles } from './role.ts'
export type { Segment } from './segment/segment.ts'
export { SETTINGS_ID, type Settings, settings } from './settings/settings.ts'
export { type Task, tasks } from './task/task.ts'
export type { View } from './view/view.ts'
export { type WriteKey, writeKeys } from './write-key.ts'
