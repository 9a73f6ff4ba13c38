import { cp, rm } from 'node:fs/promises'
import { expect, test } from 'vitest'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { openServices, type Services } from '../../../electron/services/index.ts'
import { type Fault, faultyDisk, systemError } from '../services/faulty-disk.ts'
import { openBook, pullAll } from '../services/open-book.ts'
import { bookOf, textOf } from '../services/replica-conformance.ts'
import { someAtOnce } from '../services/some-at-once.ts'
import { temporaryFolder } from '../services/temporary-folder.ts'
import { CHEAP, filesOf, fillBook, findTexts, known, lockBook, PASSPHRASE } from './support.ts'

type Job = (services: Services) => Promise<unknown>

const enable: Job = async ({ handlers }) => {
  await handlers['book.open']({ known: [] })
  await handlers['lock.enable']({ passphrase: PASSPHRASE })
}

const disable: Job = async ({ handlers }) => {
  await handlers['lock.open']({ key: { passphrase: PASSPHRASE } })
  await handlers['book.open']({ known: [] })
  await handlers['lock.disable']({ passphrase: PASSPHRASE })
}

/** Does a job on a copy of a folder with a disk that fails. @returns the copy, as the failure left it */
const failing = async (root: string, job: Job, fault: Fault): Promise<string> => {
  const copy = await temporaryFolder()
  await cp(root, copy, { recursive: true })
  const services = await openServices({
    dataFolder: copy,
    disk: faultyDisk(fault),
    dailyAfter: 3_600_000,
    passphraseCost: CHEAP,
  })
  await job(services).catch(() => undefined)
  await services.close().catch(() => undefined)
  // The lock of the process that "died" is that of this one, which lives.
  await rm(folderPaths(copy).lock, { recursive: true, force: true })
  return copy
}

const countChanges = async (root: string, job: Job): Promise<number> => {
  let count = 0
  const copy = await failing(root, job, () => {
    count += 1
    return undefined
  })
  await rm(copy, { recursive: true })
  return count
}

/** Opens as a person would, who has a passphrase if there is a lock. @returns whether there was one */
const whatIsThere = async (root: string, expected: string, sha256: string): Promise<boolean> => {
  const services = await openServices({ dataFolder: root })
  const { enabled } = await services.handlers['lock.state']({})
  await services.close()
  const book = await openBook(root, {
    before: async ({ handlers }) => {
      if (enabled) await handlers['lock.open']({ key: { passphrase: PASSPHRASE } })
    },
  })
  expect(textOf(bookOf(await pullAll(book)))).toBe(expected)
  expect(book.opened.notices.filter(({ kind }) => kind !== 'tornLine')).toEqual([])
  expect(Buffer.from((await book.handlers['attachments.get']({ sha256 })).bytes).toString()).toBe(known.join('\n'))
  const { backups } = await book.handlers['backups.list']({})
  for (const reason of ['manual', 'import']) expect(backups.map((backup) => backup.reason)).toContain(reason)
  for (const { name } of backups) await book.handlers['backups.read']({ name, after: null, limit: 10 })
  await book.close()
  return (await stateOf(root)).enabled
}

const stateOf = async (root: string) => {
  const services = await openServices({ dataFolder: root })
  const state = await services.handlers['lock.state']({})
  await services.close()
  return state
}

const prepare = async () => {
  const root = await temporaryFolder()
  const { sha256 } = await fillBook(root)
  const book = await openBook(root)
  const expected = textOf(bookOf(await pullAll(book)))
  await book.close()
  return { root, sha256, expected }
}

/** Crashes at each change of the disk in turn. @returns how many there are */
const crashes = async (root: string, job: Job, check: (copy: string) => Promise<void>): Promise<number> => {
  const changes = await countChanges(root, job)
  expect(changes).toBeGreaterThan(40)
  await someAtOnce(changes, async (crash) => {
    let count = -1
    const copy = await failing(root, job, ({ bytes = 0 }) => {
      count += 1
      if (count < crash) return undefined
      return { error: systemError('EIO'), written: count === crash ? Math.ceil(bytes / 2) : 0 }
    })
    await check(copy)
    await rm(copy, { recursive: true })
  })
  return changes
}

test('a crash between any two changes of the disk while locking: all is there, and the next opening goes on', async () => {
  const { root, sha256, expected } = await prepare()
  let locked = 0
  const changes = await crashes(root, enable, async (copy) => {
    const enabled = await whatIsThere(copy, expected, sha256)
    if (!enabled) return
    locked += 1
    expect(await findTexts(copy)).toEqual([])
  })
  expect(locked).toBeGreaterThan(changes / 3)
}, 600_000)

test('a crash between any two changes of the disk while the lock is taken off: all is there, and it goes on', async () => {
  const { root, sha256, expected } = await prepare()
  await lockBook(root)
  let unlocked = 0
  await crashes(root, disable, async (copy) => {
    const enabled = await whatIsThere(copy, expected, sha256)
    if (enabled) return
    unlocked += 1
    for (const [path, bytes] of await filesOf(copy)) expect(bytes.includes('"data":"'), path).toBe(false)
  })
  expect(unlocked).toBeGreaterThan(10)
}, 600_000)

test('one change that fails, wherever: locking is told as unfinished or failed, and nothing is lost', async () => {
  const { root, sha256, expected } = await prepare()
  const changes = await countChanges(root, enable)
  await someAtOnce(changes, async (failingAt) => {
    let count = -1
    const copy = await failing(root, enable, ({ bytes = 0 }) => {
      count += 1
      return count === failingAt ? { error: systemError('ENOSPC'), written: Math.floor(bytes / 2) } : undefined
    })
    if (await whatIsThere(copy, expected, sha256)) expect(await findTexts(copy)).toEqual([])
    await rm(copy, { recursive: true })
  })
}, 600_000)
