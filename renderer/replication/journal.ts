import type { Replica } from '../../shared/change/index.ts'
import type { Desktop } from '../../shared/desktop-api.ts'
import { sendInParts } from './send.ts'

/** The journal on the desktop side, as a replica. */
export const journalReplica = (desktop: Desktop, bookId: string): Replica => ({
  identity: () => ({ bookId, target: 'journal' }),
  pull: (after, limit) => desktop.call('journal.pull', { bookId, after, limit }),
  push: (records) => sendInParts(records, (part) => desktop.call('journal.push', { bookId, records: part })),
  capabilities: { durable: true, shared: false },
})
