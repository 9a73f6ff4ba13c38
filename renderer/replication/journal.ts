import type { Replica } from '../../shared/change/index.ts'
import type { Desktop } from '../../shared/desktop-api.ts'

/** The journal on the desktop side, as a replica. */
export const journalReplica = (desktop: Desktop, bookId: string): Replica => ({
  identity: () => ({ bookId, target: 'journal' }),
  pull: (after, limit) => desktop.call('journal.pull', { after, limit }),
  push: (records) => desktop.call('journal.push', { records: [...records] }),
  capabilities: { durable: true, shared: false },
})
