export { type Attachment, attachments } from './attachment/attachment.ts'
export { type Column, columnsOf, derivedColumns, rollupColumns } from './columns.ts'
export {
  type Customer,
  type CustomerKind,
  type CustomerStatus,
  customerKinds,
  customerStatuses,
  customers,
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
export { type Deal, type DealStatus, dealStatuses, deals } from './deal/deal.ts'
export {
  type Address,
  addressKinds,
  addressSchema,
  daySchema,
  type Email,
  emailSchema,
  type Field,
  type FieldGroup,
  type Fields,
  type FieldType,
  instantSchema,
  labels,
  type Phone,
  phoneSchema,
} from './field.ts'
export { type Condition, conditionSchema, type Filter } from './filter.ts'
export { type FieldChange, type History, history } from './history/history.ts'
export { type ImportBatch, imports } from './import-batch/import-batch.ts'
export { directions, type Interaction, interactions } from './interaction/interaction.ts'
export { initialListItems, type ListItem, listItems, NOTE_CHANNEL } from './list/list-item.ts'
export { type ListName, listNames } from './list/list-name.ts'
export type { Noun } from './noun.ts'
export { type NounName, nouns, type Records, type TableName } from './nouns.ts'
export {
  dealProbability,
  initialPipeline,
  orderedStages,
  type Pipeline,
  pipelines,
  type Stage,
} from './pipeline/pipeline.ts'
export { SETTINGS_ID, type Settings, settings } from './settings/settings.ts'
export { type Task, tasks } from './task/task.ts'
export { type View, views } from './view/view.ts'
export { type WriteKey, writeKeys } from './write-key.ts'
