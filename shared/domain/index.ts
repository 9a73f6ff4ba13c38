export type { Attachment } from './attachment/attachment.ts'
export { type Column, columnsOf, derivedColumns, rollupColumns } from './columns.ts'
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
  type Field,
  type FieldGroup,
  type FieldType,
  labels,
  type Phone,
  phoneSchema,
} from './field.ts'
export { type Condition, conditionSchema, type Filter } from './filter.ts'
export type { FieldChange, History } from './history/history.ts'

export { directions, type Interaction, interactions } from './interaction/interaction.ts'
export { initialListItems, type ListItem, NOTE_CHANNEL } from './list/list-item.ts'
export { type ListName, listNames } from './list/list-name.ts'

export { type NounName, nouns, type Records, type TableName } from './nouns.ts'
export {
  dealProbability,
  initialPipeline,
  orderedStages,
  type Pipeline,
  type Stage,
} from './pipeline/pipeline.ts'
export { SETTINGS_ID, type Settings, settings } from './settings/settings.ts'
export { type Task, tasks } from './task/task.ts'
export type { View } from './view/view.ts'
export { type WriteKey, writeKeys } from './write-key.ts'
