export { useArchive } from './archive.ts'
export { useBulk } from './bulk/use-bulk.tsx'
export { type CalendarPart, type Days, isWithin, monthLater, nextWeek, partAround, weekOf } from './calendar.ts'
export { channelIcon } from './channel-icon.ts'
export { codeChoices, useChoices } from './choices.ts'
export { ColumnChooser } from './column-chooser.tsx'
export { CompletenessMark } from './completeness-mark.tsx'
export {
  BlockedNotice,
  BulkConsent,
  ConsentSection,
  ConsentSummary,
  StandConsent,
  type StandConsentValue,
  standEntries,
  usePurposes,
} from './consent/index.ts'
export { splitName } from './create-customer.ts'
export { useCustomerSearch } from './customer-picker.tsx'
export { FieldInput } from './field-input.tsx'
export { FieldValue, useCell } from './field-value.tsx'
export { AddCondition } from './filter/add-condition.tsx'
export { FilterChips } from './filter/filter-chips.tsx'
export { FilterEditor } from './filter/filter-editor.tsx'
export { FilterTree } from './filter/filter-tree.tsx'
export { dependsOn, madeOf, readReach, usable } from './filter/node-model.ts'
export { cellText, type FilterWords, measuredText, nodeText, useFilterWords, useNodeText } from './filter/node-text.ts'
export { EditedSegmentProvider } from './filter/segment-editor.tsx'
export { type FormValues, formFields } from './form-model.ts'
export {
  codeName,
  columnValue,
  type FormatContext,
  fieldLabel,
  formatAtPath,
  formatValue,
  shownField,
} from './format.ts'
export { beforeAfter, changeText } from './history/change-text.ts'
export { useHistoryNames } from './history/history-names.ts'
export { HistoryDisclosure, RecordHistory } from './history/record-history.tsx'
export { DealInput } from './input/deal-input.tsx'
export { InstantInput } from './input/instant-input.tsx'
export { dayAfter, instantAt, localDay } from './instants.ts'
export { type BuiltInView, type ListState, openView, showList, useColumnWidths, useListState } from './list-state.ts'
export { useCatalog, useLookups } from './lookups.ts'
export { useOpenOutside, useTellError } from './open-outside.tsx'
export { issueText } from './own-issue.ts'
export {
  escaped,
  type Fact,
  factHtml,
  fileName,
  isolated,
  type PrintPage,
  pageWords,
  printFonts,
  printPage,
} from './print/index.ts'
export { mailUrl, mapUrl, telUrl, webUrl } from './reach.ts'
export { FormField, RecordFields } from './record-form.tsx'
export { CustomerLink, DealLink } from './record-link.tsx'
export { SavedViews } from './saved-views.tsx'
export {
  isPassphraseReady,
  KeyInput,
  type KeyInputValue,
  keySourceOf,
  NewPassphrase,
  type NewPassphraseValue,
  noKey,
  noPassphrase,
  RecoveryKey,
} from './secrets/index.ts'
export { SaveAsSegment } from './segments/save-as-segment.tsx'
export { SegmentDialog } from './segments/segment-dialog.tsx'
export { SegmentMenu } from './segments/segment-menu.tsx'
export { type Refreshment, useSegmentWrites } from './segments/segment-writes.ts'
export { useAddTyped } from './similar/add-typed.ts'
export { matchingOf } from './similar/matching-client.ts'
export { Reasons } from './similar/reason-text.tsx'
export { SimilarCustomers } from './similar/similar-customers.tsx'
export { type Similar, withCustomers } from './similar/use-similar.ts'
export { statusTone } from './status-tone.ts'
export { useTaskActions } from './task-actions.ts'
export { useColumnLabel, useFormatContext, useLabels } from './use-format.ts'
export { useLinkedNames } from './use-names.ts'
export { useOwnOwner } from './use-own-owner.ts'
export { type RecordForm, useRecordForm } from './use-record-form.ts'
export { useToday } from './use-today.ts'
export { ViewNameDialog } from './view-name-dialog.tsx'
