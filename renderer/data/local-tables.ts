import type { ErrorCode, ErrorParams } from '../../shared/app-error.ts'
import type { Aside } from '../../shared/change/index.ts'

/** A record that may have conflicts. What they are is worked out when they are asked for. */
export type Suspect = { key: string; table: string; id: string }
/** A record of which only its tombstone is left: what comes in about it goes as well. */
export type Erasure = { key: string; table: string; id: string }
/** Something of a replica that could not be taken, until it can be or someone puts it away. */
export type AsideEntry = Aside & {
  target: string
  direction: 'in' | 'out'
  /** Unix milliseconds when it was first met. */
  at: number
}
/** One exchange with a shared replica. */
export type SyncLogEntry = {
  id?: number
  /** Unix milliseconds. */
  at: number
  duration: number
  /** Records that came in and changed something here, and that went out. */
  in: number
  out: number
  aside: number
  error?: { code: ErrorCode; params: ErrorParams }
  /** What is worth knowing though it went well: `syncClock` with its minutes. */
  notice?: { code: ErrorCode; params: ErrorParams }
}
