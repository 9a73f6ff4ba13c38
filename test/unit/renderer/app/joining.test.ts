import { beforeEach, expect, it, vi } from 'vitest'

import { boot } from '../../../../renderer/app/boot.ts'
import { type Book, openBook, seedBook } from '../../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { createSync, formerBook, rememberFormer } from '../../../../renderer/replication/index.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import type { DesktopHandlers } from '../../../../shared/desktop-api.ts'
import { addCustomer, newBook } from '../data/support.ts'
import { sharedPlace } from '../replication/shared-place.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.stubGlobal('navigator', { storage: { persist: async () => false } })
  return () => vi.unstubAllGlobals()
})

/** The files of a book that was just joined: empty, of the id of the book at the place. */
const filesOf = (bookId: string): Partial<DesktopHandlers> => {
  const log: RecordState[] = []
  return {
    'book.open': async () => ({ bookId, deviceId: 'device', fresh: false, notices: [] }),
    'journal.push': async ({ records }) => {
      log.push(...records)
      return { cursor: String(log.length) }
    },
    'journal.pull': async () => ({ records: log, cursor: String(log.length), more: false }),
  }
}

/** A place with a book of some colleagues, and a computer that had a book of its own. */
const setUp = async () => {
  const place = sharedPlace()
  const theirs = await newBook()
  const known = await addCustomer(theirs, 'Theirs')
  await theirs.write({ key: 'settingsChanged' }, (draft) => draft.update('settings', 'book', { companyName: 'Them' }))
  await createSync(theirs, place.desktop()).syncNow()
  const mine = openBook({ id: `mine-${crypto.randomUUID()}`, device: 'device', user: 'Jonas' })
  await seedBook(mine, { currency: 'USD', language: 'lt', companyName: 'Me' })
  const own = await addCustomer(mine, 'Mine')
  const joinedId = crypto.randomUUID()
  const desktop = place.desktop(filesOf(joinedId))
  return { place, theirs, mine, known, own, desktop, joinedId }
}

const databases = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name)

const nameOf = async ({ db }: Book, id: string) => (await db.customers.get(id))?.familyName

it('fills a joined book before it opens, and brings along what was here', async () => {
  const { mine, known, own, desktop, place } = await setUp()
  mine.close()
  rememberFormer({ bookId: mine.id, bring: true })
  const steps: string[] = []
  const { book, isNew, replicator } = await boot(desktop, (step) => steps.push(step))
  expect(steps).toContain('joining')
  expect(isNew).toBe(false)
  expect([await nameOf(book, known), await nameOf(book, own)]).toEqual(['Theirs', 'Mine'])
  // What is the joined book's own stays as it is there.
  expect(await book.db.settings.get('book')).toMatchObject({ currency: 'EUR', companyName: 'Them' })
  expect(await databases()).not.toContain(mine.db.name)
  expect(formerBook()).toBeUndefined()
  // It goes to the files and to the place.
  await replicator.flush()
  await createSync(book, desktop).syncNow()
  expect(place.records.has(`customers/${own}`)).toBe(true)
  book.close()
})

it('leaves what was here behind when it is not to come along', async () => {
  const { mine, known, own, desktop } = await setUp()
  mine.close()
  rememberFormer({ bookId: mine.id, bring: false })
  const { book } = await boot(desktop, () => undefined)
  expect([await nameOf(book, known), await nameOf(book, own)]).toEqual(['Theirs', undefined])
  expect(await databases()).not.toContain(mine.db.name)
  book.close()
})

it('keeps both as they are while the place is out of reach, and goes on at the next start', async () => {
  const { mine, known, own, desktop, place } = await setUp()
  mine.close()
  rememberFormer({ bookId: mine.id, bring: true })
  place.faults.failing = 'syncUnreachable'
  await expect(boot(desktop, () => undefined)).rejects.toMatchObject({ code: 'syncUnreachable' })
  expect(await databases()).toContain(mine.db.name)
  place.faults.failing = undefined
  const { book } = await boot(desktop, () => undefined)
  expect([await nameOf(book, known), await nameOf(book, own)]).toEqual(['Theirs', 'Mine'])
  book.close()
})

it('opens a filled book at once, whatever the place does', async () => {
  const { desktop, place, mine } = await setUp()
  mine.close()
  const first = await boot(desktop, () => undefined)
  first.book.close()
  place.faults.failing = 'syncUnreachable'
  const { pulls } = place.told
  const again = await boot(desktop, () => undefined)
  expect(place.told.pulls).toBe(pulls)
  expect(again.isNew).toBe(false)
  again.book.close()
})

it('begins a new book whose place is out of reach', async () => {
  const place = sharedPlace()
  place.faults.failing = 'syncUnreachable'
  const { book, isNew } = await boot(place.desktop(filesOf(crypto.randomUUID())), () => undefined)
  expect(isNew).toBe(true)
  book.close()
})

it('does not ask for a place at the start of a book that syncs nowhere', async () => {
  const asked: string[] = []
  const plain = fakeDesktop(filesOf(crypto.randomUUID()))
  const call: typeof plain.call = (name, input) => {
    asked.push(name)
    return plain.call(name, input)
  }
  const { book } = await boot({ ...plain, call }, () => undefined)
  expect(asked.filter((name) => name.startsWith('sync.'))).toEqual(['sync.state'])
  book.close()
})

it('forgets what was to come along when no other book was joined after all', async () => {
  const { mine, own, place } = await setUp()
  mine.close()
  rememberFormer({ bookId: mine.id, bring: true })
  const { book } = await boot(place.desktop(filesOf(mine.id)), () => undefined)
  expect(await nameOf(book, own)).toBe('Mine')
  expect(formerBook()).toBeUndefined()
  book.close()
})
