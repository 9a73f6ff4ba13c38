import { expect, it, vi } from 'vitest'

import { leavePlace } from '../../../../../renderer/features/sync/pause.ts'
import { createSync } from '../../../../../renderer/replication/index.ts'
import { setSyncPaused, useSyncPaused } from '../../../../../renderer/view-state/index.ts'
import { addCustomer, newBook } from '../../data/support.ts'
import { sharedPlace } from '../../replication/shared-place.ts'

it('syncs with the next place though syncing was stopped when the one before was left', async () => {
  const place = sharedPlace()
  const { place: first } = place.config
  const desktop = place.desktop({
    'sync.leave': async () => {
      place.config.place = null
      return {}
    },
  })
  const book = await newBook()
  const sync = createSync(book, desktop)
  sync.start()
  await sync.reload()
  sync.stop()
  setSyncPaused(true)
  await leavePlace(desktop, sync)
  expect(useSyncPaused.getState().isPaused).toBe(false)
  place.config.place = first
  const id = await addCustomer(book, 'Soon')
  await sync.reload()
  await vi.waitFor(() => expect(place.records.has(`customers/${id}`)).toBe(true), 5_000)
  sync.stop()
})
