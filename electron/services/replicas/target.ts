import type { Replica } from '../../../shared/change/index.ts'
import type { TargetHead } from '../../../shared/sync/index.ts'
import type { RecordCodec } from './codec.ts'

/** Attachments at a target, by the SHA-256 of what they hold. */
export type Blobs = {
  has: (sha256: string) => Promise<boolean>
  /** Putting twice does no harm. */
  put: (sha256: string, bytes: Uint8Array) => Promise<void>
  /** Undefined where there is none or it is damaged. */
  get: (sha256: string) => Promise<Uint8Array | undefined>
  /** For one that belonged to nobody but someone erased. */
  remove: (sha256: string) => Promise<void>
}

/** One message of a web form. */
export type IntakeItem = { id: string; rev: string; body: unknown }

/** What web forms leave at a target. */
export type Intake = {
  list: (limit: number) => Promise<IntakeItem[]>
  /** Takes items away; one that is odd stays, marked, and is not listed again. One changed since is left alone. */
  done: (items: readonly { id: string; rev: string; odd: boolean }[]) => Promise<void>
}

/** The book at a target, once its head is known and there is a way to read it. */
export type SharedReplica = Replica & {
  blobs: Blobs
  /** Where the target can take messages of web forms. */
  intake?: Intake | undefined
  /** Rewrites what still holds earlier states of records erased since, where this device may. */
  forget: () => Promise<void>
}

/** What can be told of a target before it is joined. `records` counts everything that stands there. */
export type TargetSummary = {
  head: TargetHead | undefined
  records: number
  /** Bytes, where the target says. */
  bytes?: number | undefined
  /** Devices that wrote there, where the target knows. */
  devices?: number | undefined
  /** Last write there, ISO 8601, where the target knows. */
  lastAt?: string | undefined
  /** The target's clock minus this computer's, in milliseconds, where it has one. */
  clockOffset?: number | undefined
  /** Whether what goes there can be read on the way (`http:` beyond this computer). */
  readableOnTheWay: boolean
  /** Whether this login may write; for an empty place: whether it may make the book there. */
  writable: boolean
}

/** A place where copies of the book meet. Every method fails with an `AppError` that says exactly what is wrong. */
export type SyncTarget = {
  /** Looks, and writes nothing that stays. */
  inspect: () => Promise<TargetSummary>
  /** Makes the place ready for a book (creating and securing it where the login may), or fails when one is there. */
  create: (head: TargetHead) => Promise<void>
  /** Puts a newer keyring in the place of the one that is there. */
  replaceKeyring: (head: TargetHead) => Promise<void>
  /** @throws AppError `syncTargetChanged`, `syncWrongBook` from its methods when another book or life is found there */
  open: (head: TargetHead, codec: RecordCodec) => SharedReplica
}
