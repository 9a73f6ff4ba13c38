export { type Clock, createClock, type Stamp, stampMillis, type WallClock } from './hlc.ts'
export { canonical, merge, packState, sameState } from './merge.ts'
export {
  ERASED,
  flatten,
  isMap,
  type Json,
  jsonSchema,
  type RecordState,
  type Row,
  recordStateSchema,
  splitPath,
  stampOf,
  toRow,
  toState,
  unflatten,
} from './record.ts'
export type { Aside, Cursor, Page, Replica } from './replica.ts'
