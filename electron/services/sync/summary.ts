import type { SyncSummary } from '../../../shared/desktop-api.ts'
import type { TargetSummary } from '../replicas/target.ts'

/** What the window is told of a place; the keyring stays here. */
export const summaryOf = ({ head, ...rest }: TargetSummary): SyncSummary => ({
  ...rest,
  ...(head && { book: { bookId: head.bookId, createdAt: head.createdAt, sealed: head.sealed } }),
})
