export { createChoices } from './choices.ts'
export { createConverter } from './convert.ts'
export { delimiters } from './delimiter.ts'
export { type Decode, encodings } from './encoding.ts'
export { type ColumnMapping, fileIdsOf, knowsHeader, type Mapping, proposeMapping } from './mapping.ts'
export { matchKeyOf } from './match.ts'
export { mendFile } from './mend.ts'
export { entryPath, type FieldPath, isAddressKind, isEntryLabel, targetsOf } from './paths.ts'
export {
  type BookRow,
  createPlanner,
  type Lookup,
  type Outcome,
  type Planned,
  type Planner,
} from './plan.ts'
export { type Problem, type ProblemCode, problemCodes } from './problem.ts'
export { readTable, type Table, type TableOptions } from './table.ts'
export type { DateOrder } from './values/date.ts'
export { joinTags } from './values/multi.ts'
export { minorDigits } from './values/number.ts'
export { ADDRESS_KIND_OPTIONS, idHeaders, LABEL_OPTIONS, type Vocabulary } from './vocabulary.ts'
