import { beforeEach, expect, it, vi } from 'vitest'

import { boot } from '../../../../renderer/app/boot.ts'
import { deleteDatabase, openBook, seedBook } from '../../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { AppError, type ErrorCode } from '../../../../shared/app-error.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import { stored, textIn } from '../data/sealed/support.ts'
import { addCustomer } from '../data/support.ts'

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

/** A desktop side with a book that can be locked, in memory. */
const createHost = () => {
  const state = {
    bookId: crypto.randomUUID(),
    log: [] as RecordState[],
    rowKey: undefined as Uint8Array<ArrayBuffer> | undefined,
    failing: undefined as ErrorCode | undefined,
  }
  const check = () => {
    if (state.failing) throw new AppError(state.failing)
  }
  const desktop = fakeDesktop({
    'book.open': async () => {
      check()
      const { bookId, rowKey } = state
      return { bookId, deviceId: 'device', fresh: state.log.length === 0, notices: [], ...(rowKey && { rowKey }) }
    },
    'journal.push': async ({ records }) => {
      check()
      state.log.push(...records)
      return { cursor: String(state.log.length) }
    },
    'journal.pull': async ({ after, limit }) => {
      check()
      const from = Number(after ?? 0)
      const records = state.log.slice(from, from + limit)
      return { records, cursor: String(from + records.length), more: from + records.length < state.log.length }
    },
  })
  const open = () => boot(desktop, () => undefined)
  const databases = async () =>
    (await indexedDB.databases()).flatMap(({ name }) => (name?.includes(state.bookId) ? [name] : []))
  return { state, open, databases }
}

const key = () => new Uint8Array(32).fill(5)

it('makes a sealed copy from the files of a locked book, brings over what they lacked, and drops the plain one', async () => {
  const { state, open, databases } = createHost()
  const plain = await open()
  await addCustomer(plain.book, 'Saved')
  await plain.replicator.flush()
  plain.replicator.stop()
  await addCustomer(plain.book, 'Unsaved')
  plain.book.close()

  state.rowKey = key()
  const sealed = await open()
  const names = (await sealed.book.db.customers.toArray()).map(({ familyName }) => familyName)
  expect(names.sort()).toEqual(['Saved', 'Unsaved'])
  expect(await databases()).toEqual([`fairbook-sealed-${state.bookId}`])
  expect(textIn(await stored(sealed.book.db.name))).not.toMatch(/Saved|Unsaved/)
  await sealed.replicator.flush()
  expect(JSON.stringify(state.log)).toContain('Unsaved')
  sealed.replicator.stop()
  sealed.book.close()
})

it('makes a plain copy once the lock is off, and drops the sealed one', async () => {
  const { state, open, databases } = createHost()
  state.rowKey = key()
  const sealed = await open()
  await addCustomer(sealed.book, 'Saved')
  await sealed.replicator.flush()
  sealed.book.close()
  state.rowKey = undefined
  const plain = await open()
  expect(await plain.book.db.customers.count()).toBe(1)
  expect(await databases()).toEqual([`fairbook-${state.bookId}`])
  plain.book.close()
})

it('makes the copy anew when the book was locked with another key meanwhile', async () => {
  const { state, open } = createHost()
  state.rowKey = key()
  const first = await open()
  await addCustomer(first.book, 'Saved')
  await seedBook(first.book, { currency: 'EUR', language: 'en', country: 'LT' })
  await first.replicator.flush()
  first.book.close()
  state.rowKey = new Uint8Array(32).fill(6)
  const second = await open()
  expect((await second.book.db.customers.toArray()).map(({ familyName }) => familyName)).toEqual(['Saved'])
  second.book.close()
})

it('does not open without its files, where the key lies', async () => {
  const { state, open } = createHost()
  state.rowKey = key()
  const first = await open()
  await addCustomer(first.book, 'Saved')
  await first.replicator.flush()
  first.book.close()
  for (const code of ['locked', 'folderMissing', 'diskFull'] as const) {
    state.failing = code
    await expect(open()).rejects.toMatchObject({ code })
  }
  // Not even when the copy is gone as well: what was written then would stand in the open.
  await deleteDatabase(state.bookId, true)
  await expect(open()).rejects.toMatchObject({ code: 'diskFull' })
})

it('leaves a plain copy where it is while the files can not be opened', async () => {
  const { state, open, databases } = createHost()
  const plain = await open()
  await addCustomer(plain.book, 'Saved')
  plain.replicator.stop()
  plain.book.close()
  state.failing = 'locked'
  await expect(open()).rejects.toMatchObject({ code: 'locked' })
  expect(await databases()).toEqual([`fairbook-${state.bookId}`])
  const again = openBook({ id: state.bookId, device: 'device' })
  expect(await again.db.customers.count()).toBe(1)
  again.close()
})

it('opens a locked book though its former plain copy can not be read any more, and drops that', async () => {
  const { state, open, databases } = createHost()
  const plain = await open()
  await addCustomer(plain.book, 'Saved')
  await plain.replicator.flush()
  plain.replicator.stop()
  plain.book.close()
  state.rowKey = key()
  const { get } = IDBObjectStore.prototype
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, id) {
    if (this.transaction.db.name === plain.book.db.name) throw new DOMException('no block', 'UnknownError')
    return get.call(this, id)
  })
  const sealed = await open().finally(() => vi.restoreAllMocks())
  expect((await sealed.book.db.customers.toArray()).map(({ familyName }) => familyName)).toEqual(['Saved'])
  expect(await databases()).toEqual([`fairbook-sealed-${state.bookId}`])
  sealed.replicator.stop()
  sealed.book.close()
})
