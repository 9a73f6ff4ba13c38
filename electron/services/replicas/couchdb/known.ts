import type { RecordState } from '../../../../shared/change/index.ts'

/** What stands at the server of a record, as far as is known: its revision and what that says. */
type Known = { rev: string; state: RecordState }

/** The last few of those, so that an edit of a record that came or went lately needs no question. */
export type KnownRecords = {
  get: (id: string) => Known | undefined
  set: (id: string, known: Known) => void
  forget: (id: string) => void
}

/** A few megabytes. */
const MOST = 4_000

export const createKnown = (most = MOST): KnownRecords => {
  const held = new Map<string, Known>()
  return {
    get: (id) => held.get(id),
    set: (id, known) => {
      held.delete(id)
      held.set(id, known)
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
    },
    forget: (id) => {
      held.delete(id)
    },
  }
}
