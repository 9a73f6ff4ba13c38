import type { DuplicatePair, MatchRecord, SimilarRecord } from '../matching/types.ts'

/** Of what kind a typed record is: people and companies are never taken for each other. */
export type MatchKind = 'person' | 'company'

/** What the window asks the worker that knows the book's customers. */
export type MatchingRequest =
  | { id: number; ask: 'similar'; record: MatchRecord; kind: MatchKind; limit: number }
  | { id: number; ask: 'similarTo'; customerId: string; limit: number }
  | { id: number; ask: 'scan' }
  | { id: number; ask: 'rescan'; seq: number }

/** All pairs of the book, and the line of the outbox that they cover. */
export type ScanResult = { pairs: DuplicatePair[]; seq: number }
/** What changed since a scan: pairs of `changed` records, in place of all earlier ones. `undefined`: scan anew. */
export type RescanResult = (ScanResult & { changed: string[] }) | undefined

export type MatchingResults = {
  similar: SimilarRecord[]
  similarTo: SimilarRecord[]
  scan: ScanResult
  rescan: RescanResult
}

export type MatchingReply =
  | { id: number; result: MatchingResults[keyof MatchingResults] }
  | { id: number; error: string }
  | { progress: { done: number; total: number } }
