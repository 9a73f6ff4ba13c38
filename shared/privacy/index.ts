export { type BlockSubject, blockSubject } from './block-subject.ts'
export type { BlockHash, BlockKind } from './blocklist.ts'
export { type DealFate, type ErasePlan, erasePlan, staysOfDeal } from './erase-plan.ts'
export { isAbout, type PersonRecords, personIds, withoutOthers } from './person-records.ts'
