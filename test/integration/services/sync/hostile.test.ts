import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { folderPaths } from '../../../../electron/services/book-folder/folder-paths.ts'
import { type Disk, realDisk } from '../../../../electron/services/disk/disk.ts'
import { decodeLine, encodeLine } from '../../../../electron/services/lines/line.ts'
import { readJoinCode, writeJoinCode } from '../../../../shared/join-code/index.ts'
import { type TargetHead, targetHeadSchema } from '../../../../shared/sync/index.ts'
import { faultyDisk, systemError } from '../faulty-disk.ts'
import { type Computer, computer, customer, place, pullAll, systemStore } from './support.ts'

const PASSPHRASE = 'žalias obuolys 42'
const OTHER = 'mėlyna slyva 77'

let here: Awaited<ReturnType<typeof place>>
const running: Computer[] = []

beforeEach(async () => {
  here = await place()
})

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ end }) => end()))
  await here.end()
})

type Start = { keyStore?: boolean; disk?: Disk }
const start = async (name: string, { keyStore = true, disk }: Start = {}): Promise<Computer> => {
  const made = await computer(join(here.root, name), keyStore ? systemStore : undefined, disk ? { disk } : {})
  running.push(made)
  return made
}

const folder = (path = here.shared) => ({ kind: 'folder', path }) as const
const key = { passphrase: PASSPHRASE }

/** Does to the head at the place what whoever can write there could do. */
const changeHead = async (bookId: string, change: (head: TargetHead) => unknown): Promise<void> => {
  const path = join(here.shared, `fairbook-${bookId}`, 'book.json')
  const line = decodeLine((await readFile(path)).subarray(0, -1))
  const head = targetHeadSchema.parse(JSON.parse(line?.toString() ?? ''))
  await writeFile(path, encodeLine(JSON.stringify(change(head))))
}

test('a place that says of a sealed book that it is not gets nobody who has a key to join', async () => {
  const [one, two] = [await start('one'), await start('two')]
  const { recoveryKey = '' } = await one.handlers['sync.setUp']({ place: folder(), passphrase: PASSPHRASE })
  const { code } = await one.handlers['sync.code']({})
  for (const change of [
    (head: TargetHead) => ({ ...head, sealed: false }),
    ({ keyring: _, ...head }: TargetHead) => ({ ...head, sealed: false }),
  ]) {
    await changeHead(one.bookId, change)
    for (const source of [key, { recoveryKey }, { code }])
      await expect(two.handlers['sync.join']({ place: folder(), key: source })).rejects.toMatchObject({
        code: 'syncNotSealed',
      })
    // Nor does a device that knows it as sealed take it for another, whoever asks.
    await expect(one.handlers['sync.join']({ place: folder() })).rejects.toMatchObject({ code: 'syncNotSealed' })
  }
  expect(await two.handlers['sync.state']({})).toMatchObject({ place: null })
  expect(await one.handlers['sync.state']({})).toMatchObject({ sealed: true, needs: 'nothing' })
})

test('the code of another book than the one that is there joins nothing', async () => {
  const [one, two] = [await start('one'), await start('two')]
  await one.handlers['sync.setUp']({ place: folder() })
  const code = readJoinCode((await one.handlers['sync.code']({})).code)
  const join = (bookId: string) =>
    two.handlers['sync.join']({ place: folder(), key: { code: writeJoinCode({ ...code, bookId }) } })
  await expect(join(two.bookId)).rejects.toMatchObject({ code: 'syncWrongBook' })
  expect(await join(one.bookId)).toEqual({ bookId: one.bookId, switched: true })
})

test('a keyring at the place that opens with nothing does not take the place of the one that is known', async () => {
  const one = await start('one', { keyStore: false })
  await one.handlers['sync.setUp']({ place: folder(), passphrase: PASSPHRASE })
  await changeHead(one.bookId, ({ keyring, ...head }) => ({
    ...head,
    keyring: keyring && { ...keyring, revision: 9, wraps: keyring.wraps.map((wrap) => ({ ...wrap, sealed: 'AAAA' })) },
  }))
  running.splice(running.indexOf(one), 1)
  const after = await one.restart()
  running.push(after)
  const unlock = (passphrase: string) => after.handlers['sync.unlock']({ key: { passphrase } })
  await expect(unlock('raudonas obuolys')).rejects.toMatchObject({ code: /keysDamaged|wrongPassphrase/ })
  await expect(after.handlers['sync.changePassphrase']({ key, next: OTHER })).rejects.toMatchObject({
    code: 'keysDamaged',
  })
  await unlock(PASSPHRASE)
  expect(await after.handlers['sync.state']({})).toMatchObject({ needs: 'nothing' })
})

test('joining that breaks off between its steps leaves no secret of one place to another', async () => {
  const [one, two] = [await start('one'), await start('two')]
  await two.handlers['sync.setUp']({ place: folder(), passphrase: PASSPHRASE })
  const second = join(here.root, 'second')
  await mkdir(second)
  await one.handlers['sync.setUp']({ place: folder(second), passphrase: OTHER })
  await one.end()
  const { sync } = folderPaths(one.root)
  const broken = await start('one', {
    disk: faultyDisk(({ path }) => (path.startsWith(sync) ? { error: systemError('EIO') } : undefined)),
  })
  await expect(broken.handlers['sync.join']({ place: folder(), key })).rejects.toMatchObject({ code: 'internal' })
  await broken.end()
  running.splice(0, running.length, two)
  const after = await start('one')
  expect(await after.handlers['sync.state']({})).toMatchObject({ place: folder(second), needs: 'key' })
  await expect(
    after.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] }),
  ).rejects.toMatchObject({ code: 'syncKeyMissing' })
})

test('where no backup can be made no other book is joined, and sync stays as it was', async () => {
  const [one, two] = [await start('one'), await start('two')]
  await two.handlers['sync.setUp']({ place: folder(), passphrase: PASSPHRASE })
  const second = join(here.root, 'second')
  await mkdir(second)
  await one.handlers['sync.setUp']({ place: folder(second), passphrase: OTHER })
  await one.end()
  const full = await start('one', {
    disk: faultyDisk(({ path }) => (path.endsWith('.fairbook.part') ? { error: systemError('ENOSPC') } : undefined)),
  })
  await expect(full.handlers['sync.join']({ place: folder(), key })).rejects.toMatchObject({ code: 'diskFull' })
  expect(await full.handlers['sync.state']({})).toMatchObject({ place: folder(second), needs: 'nothing' })
  await full.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] })
  expect((await pullAll(full)).size).toBe(1)
  running.splice(running.indexOf(one), 1)
})

test('what waits for the place while the book is locked changes nothing of it any more', async () => {
  let ask: (() => Promise<void>) | undefined
  const one = await start('one', {
    disk: {
      ...realDisk,
      open: async (path, flags, mode) => {
        if (String(path).startsWith(here.shared)) await ask?.()
        return realDisk.open(path, flags, mode)
      },
    },
  })
  await one.handlers['lock.enable']({ passphrase: OTHER })
  await one.handlers['sync.setUp']({ place: folder(), passphrase: PASSPHRASE })
  const { secrets } = folderPaths(one.root)
  const before = await readFile(secrets, 'utf8')
  const asked = new Promise<() => void>((arrived) => {
    ask = () => new Promise((answer) => arrived(answer))
  })
  const joining = one.handlers['sync.join']({ place: folder(), key })
  const answer = await asked
  await one.handlers['lock.close']({})
  ask = undefined
  answer()
  await expect(joining).rejects.toMatchObject({ code: 'cancelled' })
  expect(existsSync(secrets) && (await readFile(secrets, 'utf8'))).toBe(before)
  await one.handlers['lock.open']({ key: { passphrase: OTHER } })
  await one.handlers['book.open']({ known: [] })
  expect(await one.handlers['sync.state']({})).toMatchObject({ place: folder(), needs: 'nothing' })
})

test('attachments that are deleted while others go from the place go from it as well', async () => {
  let slow = false
  const one = await start('one', {
    disk: {
      ...realDisk,
      rename: async (from, to) => {
        // The first is the slower one.
        if (slow && String(to).endsWith('sync.json')) {
          slow = false
          await setTimeout(30)
        }
        await realDisk.rename(from, to)
      },
    },
  })
  const { bookId, handlers } = one
  await handlers['sync.setUp']({ place: folder() })
  const put = async (text: string) => (await handlers['attachments.put']({ bytes: Buffer.from(text) })).sha256
  const hashes = [await put('one'), await put('two')]
  const records = hashes.map((sha256, n) => ({
    table: 'attachments',
    id: `a${n}`,
    values: { sha256 },
    stamp: '000000001.0000.test',
  }))
  await handlers['sync.push']({ bookId, records })
  const [first = '', second = ''] = hashes
  await handlers['attachments.delete']({ sha256: first })
  slow = true
  const pushing = handlers['sync.push']({ bookId, records: [customer('c1', 'Ona')] })
  while (slow) await setTimeout(1)
  await handlers['attachments.delete']({ sha256: second })
  await pushing
  await handlers['sync.push']({ bookId, records: [customer('c1', 'Ona')] })
  for (const sha256 of hashes)
    await expect(handlers['attachments.get']({ sha256 })).rejects.toMatchObject({ code: 'attachmentMissing' })
})
