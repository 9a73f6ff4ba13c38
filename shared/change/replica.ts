import type { RecordState } from './record.ts'

/** Where a reader stands in a replica. Opaque: only the replica that gave it can read it. */
export type Cursor = string

/** One thing of a replica that could not be taken, in or out: shown to the user while all the rest goes on. */
export type Aside = {
  /** Names it at the replica: an opaque id, a file and its line, or `table/id` of a record that did not go out. */
  key: string
  /**
   * `damaged`: not what was written there. `otherKey`: sealed with a key this device has not. `newer`: of a later
   * version. `tooLarge`: the replica does not take a record of this size. `odd`: well made, but not what may come here.
   */
  reason: 'damaged' | 'otherKey' | 'newer' | 'tooLarge' | 'odd'
}

export type Page = {
  records: RecordState[]
  /** Covers all of `records` and `aside`: pull again after it for the rest. */
  cursor: Cursor
  /** Whether there is more to pull now. */
  more: boolean
  aside?: Aside[] | undefined
}

/** One copy of the book. The journal on disk is the first; folders and servers are others. */
export type Replica = {
  /** Which target this is, for the place it is remembered under. */
  identity: () => { bookId: string; target: string }
  /** Record states after `after` (from the start for null), at most `limit`. A cursor no longer known starts over. */
  pull: (after: Cursor | null, limit: number) => Promise<Page>
  /**
   * Resolves when the records are durable there, with a cursor past them where nobody else writes (`shared` false);
   * where others do, what they wrote may stand before them, so there is none. Pushing twice does no harm.
   */
  push: (records: readonly RecordState[]) => Promise<{ cursor?: Cursor | undefined; aside?: Aside[] | undefined }>
  capabilities: { readonly durable: boolean; readonly shared: boolean }
}
