import { beforeEach, expect, it, vi } from 'vitest'

import { movePosition } from '../../../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../../../renderer/desktop/fake.ts'
import { joinBook } from '../../../../../renderer/features/sync/join/join-actions.ts'
import { createSync, type formerBook } from '../../../../../renderer/replication/index.ts'
import { newBook } from '../../data/support.ts'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  return () => vi.unstubAllGlobals()
})

/** Joins a book at a place; `during` runs while the desktop side does so. */
const join = async (switched: boolean, during: () => void) => {
  const book = await newBook()
  await movePosition(book.db, 'journal', { pushed: Number.MAX_SAFE_INTEGER })
  let backups = 0
  const desktop = fakeDesktop({
    'backups.create': async ({ reason }) => {
      backups += 1
      return {
        backup: { name: '2026-01-01T1000.fairbook', createdAt: '', reason, bookId: book.id, size: 1, counts: {} },
      }
    },
    'sync.join': async () => {
      during()
      return { bookId: switched ? 'other' : book.id, switched }
    },
  })
  const place = { kind: 'folder', path: '/nas' } as const
  const request = { place, hasRecords: true, backedUp: { current: false }, former: 'bring' } as const
  const again = () => joinBook({ desktop, book, sync: createSync(book, desktop) }, request)
  return { isLeaving: await again(), id: book.id, again, backups: () => backups }
}

it('remembers what is to come along before the other book is there, and forgets it when it is the same one', async () => {
  let during: ReturnType<typeof formerBook>
  const { isLeaving, id } = await join(false, () => {
    during = JSON.parse(kept.get('fairbook.former') ?? 'null')
  })
  expect(isLeaving).toBe(false)
  expect(during).toEqual({ bookId: id, bring: true })
  expect(kept.size).toBe(0)
})

it('makes one backup, however often the join is tried', async () => {
  const { again, backups } = await join(false, () => undefined)
  await again()
  expect(backups()).toBe(1)
})
