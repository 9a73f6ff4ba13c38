import { expect, it, vi } from 'vitest'

import { fakeDesktop } from '../../../../../../renderer/desktop/fake.ts'
import { disableLock } from '../../../../../../renderer/features/settings/security/lock-work.ts'
import { createReplicator } from '../../../../../../renderer/replication/index.ts'
import type { Replica } from '../../../../../../shared/change/index.ts'
import { addCustomer, newBook } from '../../../data/support.ts'

it('begins anew only when the files have what another window wrote while the lock came off', async () => {
  const book = await newBook()
  const pushed: string[] = []
  const journal: Replica = {
    identity: () => ({ bookId: book.id, target: 'journal' }),
    capabilities: { durable: true, shared: false },
    pull: async () => ({ records: [], cursor: '0', more: false }),
    push: async (records) => {
      pushed.push(...records.map(({ id }) => id))
      return {}
    },
  }
  const replicator = createReplicator(book.db, journal)
  await replicator.flush()
  let late = ''
  const desktop = fakeDesktop({
    'lock.state': async () => ({ enabled: late === '', locked: false, minutes: 0, wait: 0 }),
    'lock.disable': async () => {
      late = await addCustomer(book, 'Late')
      return {}
    },
  })
  let there = false
  const reload = vi.fn(() => {
    there = pushed.includes(late)
  })
  vi.stubGlobal('location', { reload })
  const done = disableLock(desktop, book, 'secret')
  await vi.waitFor(() => expect(late).not.toBe(''))
  await replicator.flush()
  await done
  expect(reload).toHaveBeenCalledOnce()
  expect(there).toBe(true)
  vi.unstubAllGlobals()
})
