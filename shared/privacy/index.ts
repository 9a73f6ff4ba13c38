export { type BlockHash, type BlockKind, type BlockSubject, blockedBy, blockHashes, blockSubject } from './blocklist.ts'
export { type DealFate, type ErasePlan, erasePlan } from './erase-plan.ts'
export { isAbout, type PersonRecords, personIds, withoutOthers } from './person-records.ts'
