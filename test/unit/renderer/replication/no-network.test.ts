import { afterEach, describe, expect, it, vi } from 'vitest'

import { createSync } from '../../../../renderer/replication/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import { newBook } from '../data/support.ts'
import { sharedPlace } from './shared-place.ts'

afterEach(() => vi.unstubAllGlobals())

/** Why an exchange says that it came to nothing, and what its log says, on a computer with or without a network. */
const whyOf = async (why: string, onLine: boolean) => {
  vi.stubGlobal('navigator', { onLine })
  const book = await newBook()
  const desktop = sharedPlace().desktop({
    'sync.pull': () => Promise.reject(new AppError('syncUnreachable', { place: 'couch.example.com', why })),
  })
  const sync = createSync(book, desktop)
  await sync.syncNow()
  const logged = await book.db.syncLog.orderBy('id').last()
  return [sync.status().error?.params['why'], logged?.error?.params['why']]
}

describe('a server whose name is not found', () => {
  it('is told as a missing network where this computer has none', async () => {
    expect(await whyOf('name', false)).toEqual(['network', 'network'])
  })

  it('is told as that where there is a network; so is all else', async () => {
    expect(await whyOf('name', true)).toEqual(['name', 'name'])
    expect(await whyOf('refused', false)).toEqual(['refused', 'refused'])
  })
})
