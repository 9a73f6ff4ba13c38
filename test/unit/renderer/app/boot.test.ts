import { beforeEach, expect, it, vi } from 'vitest'

import { boot } from '../../../../renderer/app/boot.ts'
import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { AppError, type ErrorCode } from '../../../../shared/app-error.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import type { DesktopHandlers, DesktopOutput } from '../../../../shared/desktop-api.ts'
import { addCustomer } from '../data/support.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
  vi.stubGlobal('navigator', { storage: { persist: async () => false } })
  return () => vi.unstubAllGlobals()
})

/** Files of one book, in memory: they can be out of reach, be of another book, or have lost what they held. */
const filesOf = (bookId: string) => {
  const log: RecordState[] = []
  const state = { bookId, fresh: true, failing: undefined as ErrorCode | undefined }
  const ours = (asked: string) => {
    if (state.failing) throw new AppError(state.failing)
    if (asked !== state.bookId) throw new AppError('folderMissing')
  }
  const handlers: Partial<DesktopHandlers> = {
    'book.open': async (): Promise<DesktopOutput<'book.open'>> => {
      if (state.failing) throw new AppError(state.failing)
      return { bookId: state.bookId, deviceId: 'device', fresh: state.fresh, notices: [] }
    },
    'journal.push': async ({ bookId: of, records }) => {
      ours(of)
      log.push(...records)
      state.fresh = false
      return { cursor: String(log.length) }
    },
    'journal.pull': async ({ bookId: of, after, limit }) => {
      ours(of)
      const from = Number(after ?? 0)
      const records = log.slice(from, from + limit)
      return { records, cursor: String(from + records.length), more: from + records.length < log.length }
    },
  }
  return { desktop: fakeDesktop(handlers), log, state }
}

const open = async (desktop: ReturnType<typeof fakeDesktop>) => boot(desktop, () => undefined)

const added: RecordState = {
  table: 'customers',
  id: 'from-files',
  values: { kind: 'person', status: 'lead', createdAt: '2026-01-01T00:00:00.000Z', familyName: 'Elsewhere' },
  stamp: '000000001.0000.other',
}

it('opens without its files, writes them when they are back, and still pulls what they had by then', async () => {
  const files = filesOf(crypto.randomUUID())
  const first = await open(files.desktop)
  await addCustomer(first.book, 'Known')
  await first.replicator.flush()
  first.book.close()
  files.log.push(added)

  files.state.failing = 'diskFull'
  const without = await open(files.desktop)
  expect(without.withoutFiles?.code).toBe('diskFull')
  const id = await addCustomer(without.book, 'Meanwhile')
  files.state.failing = undefined
  await without.replicator.flush()
  expect(files.log.some((record) => record.id === id)).toBe(true)
  without.book.close()

  const again = await open(files.desktop)
  expect((await again.book.db.customers.get('from-files'))?.familyName).toBe('Elsewhere')
  again.book.close()
})

it('does not write a book into the files of another that took their place', async () => {
  const files = filesOf(crypto.randomUUID())
  const first = await open(files.desktop)
  await addCustomer(first.book, 'Ours')
  await first.replicator.flush()
  first.book.close()

  files.state.failing = 'folderMissing'
  const without = await open(files.desktop)
  await addCustomer(without.book, 'Not theirs')
  Object.assign(files.state, { bookId: crypto.randomUUID(), failing: undefined })
  files.log.length = 0
  await expect(without.replicator.flush()).rejects.toMatchObject({ code: 'folderMissing' })
  expect(files.log).toEqual([])
  without.book.close()
})

it('does not wait for the answer to the question for lasting storage', async () => {
  vi.stubGlobal('navigator', { storage: { persist: () => new Promise(() => undefined) } })
  const files = filesOf(crypto.randomUUID())
  const { book, isNew } = await open(files.desktop)
  expect(isNew).toBe(true)
  book.close()
})

it('lets go of its database when it can not be brought together with the files', async () => {
  const files = filesOf(crypto.randomUUID())
  const first = await open(files.desktop)
  await addCustomer(first.book, 'Known')
  await first.replicator.flush()
  first.book.close()
  const { desktop } = filesOf(files.state.bookId)
  const closed = vi.spyOn(Reflect.getPrototypeOf(first.book.db) as { close: () => void }, 'close')
  const call: typeof desktop.call = async (name, input) => {
    if (name === 'journal.pull') throw new AppError('internal')
    return desktop.call(name, input)
  }
  await expect(boot({ ...desktop, call }, () => undefined)).rejects.toMatchObject({ code: 'internal' })
  expect(closed).toHaveBeenCalled()
})
