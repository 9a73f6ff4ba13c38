import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { type Disk, realDisk } from '../../../electron/services/disk/disk.ts'
import { openServices } from '../../../electron/services/index.ts'
import { faultyDisk, systemError } from '../services/faulty-disk.ts'
import { openBook, pullAll } from '../services/open-book.ts'
import { bookOf, someRecords, textOf } from '../services/replica-conformance.ts'
import { temporaryFolder } from '../services/temporary-folder.ts'
import { CHEAP, customers, filesOf, fillBook, findTexts, known, lockBook, openLocked, PASSPHRASE } from './support.ts'

test('no file of a locked book holds what is known of its customers, in any form', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  expect(new Set((await findTexts(root)).map((found) => found.split('/')[0]))).toEqual(
    new Set(['journal', 'snapshot', 'attachments', 'backups', 'quarantine', 'scratch', 'carried']),
  )
  await lockBook(root)
  expect(await findTexts(root)).toEqual([])
  const book = await openLocked(root)
  await book.push({ records: customers })
  await book.handlers['backups.create']({ reason: 'manual' })
  await book.handlers['attachments.put']({ bytes: Buffer.from(`another ${known[0]}`) })
  expect(await findTexts(root)).toEqual([])
  // A sync file that is not sealed goes with the book that made it.
  const { carried } = folderPaths(root)
  await mkdir(carried)
  await writeFile(join(carried, 'in.fairbook-sync'), known.join('\n'))
  await book.handlers['lock.close']({})
  expect(await findTexts(root)).toEqual([])
  await book.close()
}, 60_000)

test('a locked book opens by its passphrase with all it had, and has a key for the window’s rows', async () => {
  const root = await temporaryFolder()
  const { bookId, sha256 } = await fillBook(root)
  const before = await openBook(root)
  expect(before.opened.rowKey).toBeUndefined()
  const expected = textOf(bookOf(await pullAll(before)))
  await before.close()
  await lockBook(root)

  const services = await openServices({ dataFolder: root, dailyAfter: 3_600_000 })
  const { handlers } = services
  expect(await handlers['lock.state']({})).toEqual({ enabled: true, locked: true, minutes: 15, wait: 0 })
  const calls = [
    handlers['book.open']({ known: [] }),
    handlers['journal.pull']({ bookId, after: null, limit: 10 }),
    handlers['journal.push']({ bookId, records: someRecords(1) }),
    handlers['attachments.get']({ sha256 }),
    handlers['backups.list']({}),
    handlers['lock.minutes']({ minutes: 3 }),
  ]
  await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject({ code: 'locked' })))
  await expect(handlers['lock.open']({ key: { passphrase: 'another horse' } })).rejects.toMatchObject({
    code: 'wrongPassphrase',
  })
  await handlers['lock.open']({ key: { passphrase: PASSPHRASE } })
  const opened = await handlers['book.open']({ known: [] })
  expect(opened).toMatchObject({ bookId, fresh: false, notices: [] })
  expect(opened.rowKey).toHaveLength(32)
  const pull = (input: { after: string | null; limit: number }) => handlers['journal.pull']({ bookId, ...input })
  expect(textOf(bookOf(await pullAll({ pull })))).toBe(expected)
  expect(Buffer.from((await handlers['attachments.get']({ sha256 })).bytes).toString()).toBe(known.join('\n'))
  const { backups } = await handlers['backups.list']({})
  expect(backups.map(({ reason, sealed }) => [reason, sealed]).sort()).toEqual([
    ['import', true],
    ['manual', true],
  ])
  for (const { name } of backups)
    expect(textOf(bookOf((await handlers['backups.read']({ name, after: null, limit: 100 })).records))).toBe(expected)
  await services.close()
}, 60_000)

test('a window that locks itself gets nothing more until the passphrase is given, and nothing saved is lost', async () => {
  const root = await temporaryFolder()
  await lockBook(root)
  const book = await openLocked(root)
  const pushes = Promise.allSettled(Array.from({ length: 20 }, (_, n) => book.push({ records: someRecords(1, n) })))
  await book.handlers['lock.close']({})
  const saved = (await pushes).filter(({ status }) => status === 'fulfilled').length
  for (const result of await pushes)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'locked' })
  await expect(book.push({ records: someRecords(1) })).rejects.toMatchObject({ code: 'locked' })
  expect(await book.handlers['lock.state']({})).toMatchObject({ enabled: true, locked: true })
  // Another program does not get the folder meanwhile.
  await expect(openLocked(root)).rejects.toMatchObject({ code: 'bookInUse' })
  await book.handlers['lock.open']({ key: { passphrase: PASSPHRASE } })
  const opened = await book.handlers['book.open']({ known: [] })
  expect(opened.rowKey).toEqual(book.opened.rowKey)
  expect(await pullAll(book)).toHaveLength(saved)
  await book.close()
}, 60_000)

test('the recovery key opens too; a new one and a new passphrase take the place of the old', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  const { recoveryKey } = await lockBook(root)
  const book = await openBook(root, {
    passphraseCost: CHEAP,
    before: ({ handlers }) => handlers['lock.open']({ key: { recoveryKey } }),
  })
  const { handlers } = book
  await handlers['lock.minutes']({ minutes: 3 })
  await handlers['lock.changePassphrase']({ key: { recoveryKey }, next: 'quite another one' })
  const next = await handlers['lock.newRecoveryKey']({ passphrase: 'quite another one' })
  await handlers['lock.close']({})
  for (const key of [{ passphrase: PASSPHRASE }, { recoveryKey }])
    await expect(handlers['lock.open']({ key })).rejects.toMatchObject({ code: 'wrongPassphrase' })
  await handlers['lock.open']({ key: next })
  await handlers['lock.close']({})
  await handlers['lock.open']({ key: { passphrase: 'quite another one' } })
  expect(await handlers['lock.state']({})).toEqual({ enabled: true, locked: false, minutes: 3, wait: 0 })
  await book.close()
}, 60_000)

test('wrong passphrases slow down, over restarts too', async () => {
  const root = await temporaryFolder()
  await lockBook(root)
  let now = 1_000_000
  const start = () => openServices({ dataFolder: root, now: () => now })
  const wrong = { key: { passphrase: 'not this horse' } }
  const first = await start()
  for (let n = 0; n < 3; n += 1)
    await expect(first.handlers['lock.open'](wrong)).rejects.toMatchObject({ code: 'wrongPassphrase' })
  await first.close()
  const second = await start()
  expect(await second.handlers['lock.state']({})).toMatchObject({ wait: 1 })
  const right = { key: { passphrase: PASSPHRASE } }
  await expect(second.handlers['lock.open'](right)).rejects.toMatchObject({
    code: 'tooManyAttempts',
    params: { seconds: 1 },
  })
  now += 1_000
  await second.handlers['lock.open'](right)
  expect(await second.handlers['lock.state']({})).toMatchObject({ wait: 0, locked: false })
  await second.close()
}, 60_000)

test('taking the lock off gives plain files back and leaves no key behind', async () => {
  const root = await temporaryFolder()
  const { sha256 } = await fillBook(root)
  await lockBook(root)
  const book = await openLocked(root)
  await book.push({ records: someRecords(2, 50) })
  await expect(book.handlers['lock.disable']({ passphrase: 'not this horse' })).rejects.toMatchObject({
    code: 'wrongPassphrase',
  })
  await book.handlers['lock.disable']({ passphrase: PASSPHRASE })
  expect(await book.handlers['lock.state']({})).toEqual({ enabled: false, locked: false, minutes: 0, wait: 0 })
  await book.push({ records: someRecords(1, 60) })
  await book.close()
  const files = await filesOf(root)
  for (const [path, bytes] of files) expect(bytes.includes('"data":"'), path).toBe(false)
  expect([...files.keys()].filter((path) => /^(lock[a-z-]*\.json|attempts\.json)$|\.sealed$/.test(path))).toEqual([])
  const again = await openBook(root)
  expect(again.opened).toMatchObject({ fresh: false, notices: [] })
  expect(again.opened.rowKey).toBeUndefined()
  expect(bookOf(await pullAll(again)).size).toBe(customers.length + 4)
  expect((await again.handlers['attachments.get']({ sha256 })).bytes).toHaveLength(Buffer.byteLength(known.join('\n')))
  const { backups } = await again.handlers['backups.list']({})
  expect(backups.map(({ sealed }) => sealed)).toEqual([undefined, undefined])
  for (const { name } of backups) await again.handlers['backups.read']({ name, after: null, limit: 100 })
  await again.close()
}, 60_000)

test('a lost or damaged key file is made good by its copy; without both nothing is taken for damage or written over', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  await lockBook(root)
  const { keys, keysCopy, journal } = folderPaths(root)
  const whole = await readFile(keys)
  for (const spoil of [() => rm(keys), () => writeFile(keys, '{"format":1,'), () => rm(keysCopy)]) {
    await spoil()
    const book = await openLocked(root)
    await book.close()
    expect(await readFile(keys)).toEqual(whole)
    expect(await readFile(keysCopy)).toEqual(whole)
  }
  await writeFile(keys, whole.subarray(0, 50))
  await writeFile(keysCopy, '')
  const services = await openServices({ dataFolder: root })
  expect(await services.handlers['lock.state']({})).toMatchObject({ enabled: true, locked: true })
  await expect(services.handlers['lock.open']({ key: { passphrase: PASSPHRASE } })).rejects.toMatchObject({
    code: 'keysDamaged',
  })
  await services.close()
  await rm(keys)
  await rm(keysCopy)
  const before = await readdir(journal)
  await expect(openBook(root)).rejects.toMatchObject({ code: 'keysDamaged' })
  expect(await readdir(journal)).toEqual(before)
  // Nor does the lock of another book open it.
  const other = await temporaryFolder()
  await lockBook(other)
  await writeFile(keys, await readFile(folderPaths(other).keys))
  await expect(openLocked(root)).rejects.toMatchObject({ code: 'keysDamaged' })
  await writeFile(keys, whole)
  await (await openLocked(root)).close()
}, 60_000)

test('who writes in the folder but has not the key can’t have the files written in the open', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  await lockBook(root)
  const { keys } = folderPaths(root)
  const file: object = JSON.parse(await readFile(keys, 'utf8'))
  await writeFile(keys, JSON.stringify({ ...file, state: 'opening' }))
  await expect(openLocked(root)).rejects.toMatchObject({ code: 'keysDamaged' })
  expect(await findTexts(root)).toEqual([])

  // Nor by an open book, which would write the file anew with its own proof.
  await writeFile(keys, JSON.stringify(file))
  const book = await openLocked(root)
  await writeFile(keys, JSON.stringify({ ...file, state: 'opening' }))
  await expect(book.handlers['lock.minutes']({ minutes: 5 })).rejects.toMatchObject({ code: 'keysDamaged' })
  expect(JSON.parse(await readFile(keys, 'utf8'))).toMatchObject({ state: 'opening', minutes: 15 })
  await writeFile(keys, JSON.stringify(file))
  await book.handlers['lock.minutes']({ minutes: 5 })
  await book.close()
  expect(await findTexts(root)).toEqual([])
}, 60_000)

test('what is no file among the backups does not keep the lock from being set', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  const { backups } = folderPaths(root)
  await mkdir(join(backups, 'folder.fairbook'))
  await symlink(root, join(backups, 'link.fairbook'))
  const book = await openBook(root, { passphraseCost: CHEAP })
  expect(await book.handlers['lock.enable']({ passphrase: PASSPHRASE })).not.toHaveProperty('unfinished')
  await book.close()
  expect(await findTexts(root)).toEqual([])
}, 60_000)

test('a lock that could not be written down leaves no key to the window', async () => {
  const root = await temporaryFolder()
  const { keys } = folderPaths(root)
  const disk = faultyDisk(({ path }) => (path.startsWith(keys) ? { error: systemError('EIO') } : undefined))
  const book = await openBook(root, { disk, passphraseCost: CHEAP })
  await expect(book.handlers['lock.enable']({ passphrase: PASSPHRASE })).rejects.toThrow()
  expect(await book.handlers['book.open']({ known: [] })).not.toHaveProperty('rowKey')
  await book.close()
})

test('a book whose closing fails is locked all the same', async () => {
  const root = await temporaryFolder()
  await lockBook(root)
  let fails = false
  const book = await openBook(root, {
    before: ({ handlers }) => handlers['lock.open']({ key: { passphrase: PASSPHRASE } }),
    disk: {
      ...realDisk,
      open: async (path, flags, mode) => {
        const file = await realDisk.open(path, flags, mode)
        return new Proxy(file, {
          get: (of, name) => {
            const member: unknown = Reflect.get(of, name)
            if (fails && name === 'close' && String(path).includes('journal'))
              return async () => {
                await of.close()
                throw systemError('EIO')
              }
            return typeof member === 'function' ? member.bind(of) : member
          },
        })
      },
    },
  })
  await book.push({ records: someRecords(1) })
  fails = true
  await expect(book.handlers['lock.close']({})).rejects.toThrow()
  fails = false
  await expect(book.handlers['book.open']({ known: [] })).rejects.toMatchObject({ code: 'locked' })
  await book.close()
})

test('questions asked meanwhile do not get in the way of locking', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  const book = await openBook(root)
  let isDone = false
  const asking = (async () => {
    const answers: Promise<unknown>[] = []
    while (!isDone) {
      answers.push(book.handlers['lock.state']({}), book.handlers['sync.state']({}))
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await Promise.all(answers)
  })()
  try {
    expect(await book.handlers['lock.enable']({ passphrase: PASSPHRASE })).toHaveProperty('recoveryKey')
    expect(await book.handlers['lock.state']({})).toMatchObject({ enabled: true, locked: false })
  } finally {
    isDone = true
    await asking
    await book.close()
  }
}, 60_000)

test('what is saved while the book is being locked is saved, and sealed', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  const book = await openBook(root, { passphraseCost: CHEAP })
  let isDone = false
  const kept: string[] = []
  const pushed: string[] = []
  const saving = async () => {
    for (let n = 0; !isDone; n += 1) {
      const records = customers.map((record) => ({ ...record, id: `during-${n}-${record.id}` }))
      await book.push({ records })
      pushed.push(...records.map(({ id }) => id))
      const { sha256 } = await book.handlers['attachments.put']({ bytes: Buffer.from(`${n} ${known[0]}`) })
      kept.push(sha256)
    }
  }
  const savers = [saving(), saving()]
  await book.handlers['lock.enable']({ passphrase: PASSPHRASE })
  isDone = true
  await Promise.all(savers)
  expect(kept.length).toBeGreaterThan(2)
  expect(await findTexts(root)).toEqual([])
  for (const sha256 of kept)
    expect((await book.handlers['attachments.get']({ sha256 })).bytes.length).toBeGreaterThan(9)
  const ids = new Set((await pullAll(book)).map(({ id }) => id))
  for (const id of pushed) expect(ids.has(id)).toBe(true)
  await book.close()
}, 60_000)

test('locking waits for a slow write, which would else come after it and lie there in the open', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  const { attachments, keys } = folderPaths(root)
  let isSlow = false
  /** A write that takes as long as locking does, if that does not wait for it; else a second. */
  const slowly = async () => {
    for (let n = 0; n < 50 && !(await readFile(keys, 'utf8').catch(() => '')).includes('"state": "sealed"'); n += 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const disk: Disk = {
    ...realDisk,
    open: async (path, flags, mode) => {
      if (isSlow && flags === 'wx' && String(path).startsWith(attachments)) {
        isSlow = false
        await slowly()
      }
      return realDisk.open(path, flags, mode)
    },
  }
  const book = await openBook(root, { disk, passphraseCost: CHEAP })
  isSlow = true
  const putting = book.handlers['attachments.put']({ bytes: Buffer.from(`slow ${known[0]}`) })
  await expect.poll(() => isSlow).toBe(false)
  await book.handlers['lock.enable']({ passphrase: PASSPHRASE })
  const { sha256 } = await putting
  expect(await findTexts(root)).toEqual([])
  expect((await book.handlers['attachments.get']({ sha256 })).bytes.length).toBeGreaterThan(9)
  await book.close()
}, 60_000)
