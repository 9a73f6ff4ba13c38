import type { RecordState } from './record.ts'

/** Where a reader stands in a replica. Opaque: only the replica that gave it can read it. */
export type Cursor = string

export type Page = {
  records: RecordState[]
  /** Covers all of `records`: pull again after it for the rest. */
  cursor: Cursor
  /** Whether there is more to pull now. */
  more: boolean
}

/** One copy of the book. The journal on disk is the first; folders and servers are others. */
export type Replica = {
  /** Which target this is, for the place it is remembered under. */
  identity: () => { bookId: string; target: string }
  /** Record states after `after` (from the start for null), at most `limit`. A cursor no longer known starts over. */
  pull: (after: Cursor | null, limit: number) => Promise<Page>
  /** Resolves with a cursor past these records when they are durable there. Pushing twice does no harm. */
  push: (records: readonly RecordState[]) => Promise<{ cursor: Cursor }>
  capabilities: { readonly durable: boolean; readonly shared: boolean }
}
