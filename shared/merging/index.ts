export { type MergeRecord, mainOf, saidOf } from './best.ts'
export { isExactGroup } from './exact.ts'
export { fillGaps } from './gaps.ts'
export { type DuplicateGroup, groupPairs, LARGEST_GROUP } from './groups.ts'
export { type MatchSource, matchRecordOf } from './match-record.ts'
export { type MergeChoices, type MergePlan, type MergeRow, planMerge } from './plan.ts'
export type {
  MatchingReply,
  MatchingRequest,
  MatchingResults,
  MatchKind,
  RescanResult,
  ScanResult,
} from './protocol.ts'
