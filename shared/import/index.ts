export { createChoices } from './choices.ts'
export { suggestField } from './content.ts'
export { createConverter, tablesOf } from './convert.ts'
export { delimiters } from './delimiter.ts'
export { type Decode, encodings } from './encoding.ts'
export { detectFormat, type FileFormat, refuseFormat } from './format.ts'
export type { Incoming } from './incoming.ts'
export {
  type ColumnMapping,
  fileIdsOf,
  knowsHeader,
  type Mapping,
  openQuestions,
  proposeMapping,
  valuesOf,
} from './mapping.ts'
export { mendFile } from './mend.ts'
export { importOrder } from './order.ts'
export { entryPath, type FieldPath, isAddressKind, isEntryLabel, linkPath, targetsOf } from './paths.ts'
export { createPlanner } from './plan.ts'
export { type BookRow, type Lookup, type Outcome, outcomes, type Planned, type Planner } from './plan-types.ts'
export { isHint, type Problem, type ProblemCode, problemCodes } from './problem.ts'
export { applyRemembered, packRules, signatureOf, unpackRules } from './remember.ts'
export { createEarlierRows, createRowIds } from './row-ids.ts'
export { defaultRules, type ImportRules, type WordChoice } from './rules.ts'
export { readTable, type Table, type TableOptions } from './table.ts'
export type { DateOrder } from './values/date.ts'
export { joinTags } from './values/multi.ts'
export { minorDigits } from './values/number.ts'
export { type CardTable, type Photo, readCardFile } from './vcard/index.ts'
export { ADDRESS_KIND_OPTIONS, idHeaders, LABEL_OPTIONS, type Vocabulary } from './vocabulary.ts'
export { wordsOf } from './word-choices.ts'
export { readSheet, type SheetInfo } from './xlsx/index.ts'
