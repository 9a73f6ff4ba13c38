import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { type Computer, computer, customer, place, pullAll, systemStore } from './support.ts'

const PASSPHRASE = 'žalias obuolys 42'

let here: Awaited<ReturnType<typeof place>>
const running: Computer[] = []

beforeEach(async () => {
  here = await place()
})

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ end }) => end()))
  await here.end()
})

const start = async (name: string, keyStore: 'with key store' | 'without' = 'with key store'): Promise<Computer> => {
  const made = await computer(join(here.root, name), keyStore === 'without' ? undefined : systemStore)
  running.push(made)
  return made
}

const again = async (one: Computer): Promise<Computer> => {
  const made = await one.restart()
  running.splice(running.indexOf(one), 1, made)
  return made
}

const folder = () => ({ kind: 'folder', path: here.shared }) as const

const setUp = (one: Computer, passphrase: string | undefined = PASSPHRASE) =>
  one.handlers['sync.setUp']({ place: folder(), passphrase })

const texts = async (root: string): Promise<string> => {
  const names = await readdir(root, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile())
  const all = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))
  return all.join('\n')
}

test('a book does not sync until it is set up', async () => {
  const one = await start('one')
  expect(await one.handlers['sync.state']({})).toMatchObject({ place: null, needs: 'nothing', keptBy: 'system' })
  await expect(one.handlers['sync.pull']({ bookId: one.bookId, after: null, limit: 5 })).rejects.toMatchObject({
    code: 'syncOff',
  })
})

test('what one computer pushes another that joined by the passphrase pulls, and the place tells nothing', async () => {
  const [one, two] = [await start('one'), await start('two')]
  const { recoveryKey } = await setUp(one)
  expect(recoveryKey).toMatch(/\w/)
  await one.handlers['sync.push']({ bookId: one.bookId, records: [customer('customer-one', 'Kazlauskas')] })

  const summary = await two.handlers['sync.inspect']({ place: folder() })
  expect(summary.book).toMatchObject({ bookId: one.bookId, sealed: true })
  const joined = await two.handlers['sync.join']({ place: folder(), key: { passphrase: PASSPHRASE } })
  expect(joined).toEqual({ bookId: one.bookId, switched: true })
  const opened = await two.handlers['book.open']({ known: [] })
  expect(opened).toMatchObject({ bookId: one.bookId, fresh: true })
  expect((await pullAll({ ...two, bookId: one.bookId })).get('customer-one')?.values).toEqual({
    familyName: 'Kazlauskas',
  })

  const shared = await texts(here.shared)
  expect(shared.length).toBeGreaterThan(100)
  for (const secret of ['Kazlauskas', 'customers', 'customer-one']) expect(shared).not.toContain(secret)
})

test('who joins keeps the book that was there as a backup, and a window of it is turned away', async () => {
  const [one, two] = [await start('one'), await start('two')]
  await setUp(one)
  await two.handlers['journal.push']({ bookId: two.bookId, records: [customer('own', 'Petraitis')] })
  await two.handlers['sync.join']({ place: folder(), key: { passphrase: PASSPHRASE } })
  await expect(
    two.handlers['journal.push']({ bookId: two.bookId, records: [customer('late', 'Late')] }),
  ).rejects.toMatchObject({ code: 'folderMissing' })
  expect((await two.handlers['journal.pull']({ bookId: one.bookId, after: null, limit: 10 })).records).toEqual([])
  const { backups } = await two.handlers['backups.list']({})
  expect(backups).toMatchObject([{ reason: 'join', counts: { customers: 1 } }])
  const read = await two.handlers['backups.read']({ name: backups[0]?.name ?? '', after: null, limit: 10 })
  expect(read.records.map(({ id }) => id)).toEqual(['own'])
})

test('a wrong passphrase joins nothing and changes nothing', async () => {
  const [one, two] = [await start('one'), await start('two')]
  await setUp(one)
  const join = (key: { passphrase: string } | { recoveryKey: string } | undefined) =>
    two.handlers['sync.join']({ place: folder(), key })
  await expect(join({ passphrase: 'raudonas obuolys' })).rejects.toMatchObject({ code: 'wrongPassphrase' })
  await expect(join(undefined)).rejects.toMatchObject({ code: 'syncKeyMissing' })
  expect(await two.handlers['sync.state']({})).toMatchObject({ place: null })
  expect(await two.handlers['book.open']({ known: [] })).toMatchObject({ bookId: two.bookId })
})

test('a recovery key and the code of the other computer join as well', async () => {
  const [one, two, three] = [await start('one'), await start('two'), await start('three')]
  const { recoveryKey = '' } = await setUp(one)
  await one.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] })
  const { code } = await one.handlers['sync.code']({})
  await two.handlers['sync.join']({ place: folder(), key: { recoveryKey } })
  await three.handlers['sync.join']({ place: folder(), key: { code } })
  for (const other of [two, three]) expect((await pullAll({ ...other, bookId: one.bookId })).has('c1')).toBe(true)
})

test('secrets outlive a restart where the system keeps them', async () => {
  const one = await start('one')
  await setUp(one)
  const after = await again(one)
  expect(await after.handlers['sync.state']({})).toMatchObject({ place: folder(), sealed: true, needs: 'nothing' })
  await after.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] })
  expect((await pullAll(after)).size).toBe(1)
})

test('where nobody keeps them they are asked for, and until then nothing goes out, least of all in the open', async () => {
  const one = await start('one', 'without')
  await setUp(one)
  const after = await again(one)
  expect(await after.handlers['sync.state']({})).toMatchObject({ needs: 'key', keptBy: 'nobody' })
  const push = () => after.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] })
  await expect(push()).rejects.toMatchObject({ code: 'syncKeyMissing' })
  await expect(after.handlers['sync.unlock']({ key: { passphrase: 'no' } })).rejects.toMatchObject({
    code: 'wrongPassphrase',
  })
  await after.handlers['sync.unlock']({ key: { passphrase: PASSPHRASE } })
  await push()
  expect((await pullAll(after)).size).toBe(1)
})

test('a changed passphrase opens on the other computer, and nothing is sent again', async () => {
  const [one, two] = [await start('one'), await start('two', 'without')]
  await setUp(one)
  await one.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] })
  await two.handlers['sync.join']({ place: folder(), key: { passphrase: PASSPHRASE } })
  const before = (await readdir(here.shared, { recursive: true })).filter((name) => name.endsWith('.ndjson'))
  await one.handlers['sync.changePassphrase']({ key: { passphrase: PASSPHRASE }, next: 'mėlyna slyva 77' })
  const other = await again(two)
  await expect(other.handlers['sync.unlock']({ key: { passphrase: 'geltona slyva' } })).rejects.toMatchObject({
    code: 'wrongPassphrase',
  })
  await other.handlers['sync.unlock']({ key: { passphrase: 'mėlyna slyva 77' } })
  expect((await pullAll(other)).has('c1')).toBe(true)
  expect((await readdir(here.shared, { recursive: true })).filter((name) => name.endsWith('.ndjson'))).toEqual(before)
})

test('attachments travel with their records, and go when they are deleted', async () => {
  const [one, two] = [await start('one'), await start('two')]
  await setUp(one)
  const bytes = new TextEncoder().encode('a signed offer')
  const { sha256, size } = await one.handlers['attachments.put']({ bytes })
  const record = { ...customer('a1', ''), table: 'attachments', values: { name: 'offer.txt', sha256, size } }
  await one.handlers['sync.push']({ bookId: one.bookId, records: [record] })
  await two.handlers['sync.join']({ place: folder(), key: { passphrase: PASSPHRASE } })
  expect((await two.handlers['attachments.get']({ sha256 })).bytes).toEqual(bytes)
  await two.handlers['attachments.delete']({ sha256 })
  await two.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] })
  await one.handlers['attachments.delete']({ sha256 })
  await expect(one.handlers['attachments.get']({ sha256 })).rejects.toMatchObject({ code: 'attachmentMissing' })
})

test('without sealing everything works and nothing is asked', async () => {
  const [one, two] = [await start('one'), await start('two')]
  expect(await one.handlers['sync.setUp']({ place: folder() })).toEqual({})
  await one.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] })
  await two.handlers['sync.join']({ place: folder() })
  expect((await pullAll({ ...two, bookId: one.bookId })).get('c1')?.values).toEqual({ familyName: 'Ona' })
})

test('a place that has a book is not set up a second time, and one left knows nothing any more', async () => {
  const one = await start('one')
  await setUp(one)
  await expect(setUp(one)).rejects.toMatchObject({ code: 'syncNotEmpty' })
  await one.handlers['sync.leave']({})
  expect(await one.handlers['sync.state']({})).toMatchObject({ place: null, needs: 'nothing' })
  expect(await texts(one.root)).not.toContain(here.shared)
})

test('the secrets of sync are under the lock while there is one', async () => {
  const one = await start('one')
  await setUp(one)
  await one.handlers['lock.enable']({ passphrase: 'kitas raktas 99' })
  expect(await one.handlers['sync.state']({})).toMatchObject({ needs: 'nothing', keptBy: 'lock' })
  await one.handlers['lock.close']({})
  await expect(one.handlers['sync.state']({})).rejects.toMatchObject({ code: 'locked' })
  await one.handlers['lock.open']({ key: { passphrase: 'kitas raktas 99' } })
  await one.handlers['book.open']({ known: [] })
  expect(await one.handlers['sync.state']({})).toMatchObject({ needs: 'nothing', keptBy: 'lock' })
  await one.handlers['sync.push']({ bookId: one.bookId, records: [customer('c1', 'Ona')] })
})

const fileOf = async ({ handlers, bookId }: Computer): Promise<Uint8Array<ArrayBuffer>> => {
  const { size } = await handlers['syncFile.take']({ bookId })
  const parts: Uint8Array[] = []
  for (let at = 0; at < size; at += parts.at(-1)?.length ?? size)
    parts.push((await handlers['syncFile.part']({ offset: at })).bytes)
  return new Uint8Array(Buffer.concat(parts))
}

const give = async ({ handlers }: Computer, bytes: Uint8Array<ArrayBuffer>, piece = 1000) => {
  for (let offset = 0; ; offset += piece) {
    const last = offset + piece >= bytes.length
    const { summary } = await handlers['syncFile.give']({ offset, bytes: bytes.subarray(offset, offset + piece), last })
    if (last) return summary
  }
}

test('a file carries the whole book to a computer that joins by it, also when it is started anew in between', async () => {
  const [one, two] = [await start('one'), await start('two')]
  await one.handlers['sync.setUp']({ place: { kind: 'file' }, passphrase: PASSPHRASE })
  const { sha256 } = await one.handlers['attachments.put']({ bytes: new TextEncoder().encode('a signed offer') })
  const { sha256: former } = await one.handlers['attachments.put']({ bytes: new TextEncoder().encode('of no record') })
  const attachment = { ...customer('a1', ''), table: 'attachments', values: { sha256 } }
  await one.handlers['journal.push']({ bookId: one.bookId, records: [attachment, customer('c1', 'Kazlauskas')] })
  const file = await fileOf(one)
  expect(Buffer.from(file).includes('Kazlauskas')).toBe(false)
  expect(await readdir(join(one.root, 'carried'))).toEqual([])

  expect(await give(two, file)).toMatchObject({ book: { bookId: one.bookId, sealed: true }, records: 2 })
  expect(await two.handlers['sync.join']({ place: { kind: 'file' }, key: { passphrase: PASSPHRASE } })).toEqual({
    bookId: one.bookId,
    switched: true,
  })
  const after = await again(two)
  const page = await after.handlers['syncFile.pull']({ bookId: one.bookId, after: null, limit: 10 })
  expect(page).toMatchObject({
    more: false,
    records: [{ id: 'a1' }, { id: 'c1', values: { familyName: 'Kazlauskas' } }],
  })
  expect((await after.handlers['attachments.get']({ sha256 })).bytes).toHaveLength(14)
  // What is of no record of this book is of another one that was here before it.
  await expect(after.handlers['attachments.get']({ sha256: former })).rejects.toMatchObject({
    code: 'attachmentMissing',
  })
})

test('a locked book joins by a file as well, which goes when it is locked', async () => {
  const [one, two] = [await start('one'), await start('two')]
  await one.handlers['sync.setUp']({ place: { kind: 'file' } })
  await one.handlers['journal.push']({ bookId: one.bookId, records: [customer('c1', 'Kazlauskas')] })
  const file = await fileOf(one)
  await two.handlers['journal.push']({ bookId: two.bookId, records: [customer('own', 'Petraitis')] })
  await two.handlers['lock.enable']({ passphrase: 'kitas raktas 99' })
  await give(two, file)
  await two.handlers['sync.join']({ place: { kind: 'file' } })
  await two.handlers['book.open']({ known: [] })
  const page = await two.handlers['syncFile.pull']({ bookId: one.bookId, after: null, limit: 10 })
  expect(page).toMatchObject({ more: false, records: [{ id: 'c1' }] })
  await two.handlers['lock.close']({})
  expect(await readdir(two.root)).not.toContain('carried')
})

test('a file of the same book that was sealed with another key opens with its own passphrase only', async () => {
  const one = await start('one')
  await one.handlers['sync.setUp']({ place: { kind: 'file' }, passphrase: PASSPHRASE })
  await one.handlers['journal.push']({ bookId: one.bookId, records: [customer('c1', 'Kazlauskas')] })
  const file = await fileOf(one)
  await one.handlers['sync.leave']({})
  await give(one, file)
  const pull = (key?: { passphrase: string }) =>
    one.handlers['syncFile.pull']({ bookId: one.bookId, after: null, limit: 10, key })
  await expect(pull()).rejects.toMatchObject({ code: 'syncKeyMissing' })
  await expect(pull({ passphrase: 'x' })).rejects.toMatchObject({ code: 'wrongPassphrase' })
  expect((await pull({ passphrase: PASSPHRASE })).records).toHaveLength(1)
})

test('a sealed book takes nothing from a file that is not sealed', async () => {
  const one = await start('one')
  await one.handlers['sync.setUp']({ place: { kind: 'file' } })
  await one.handlers['journal.push']({ bookId: one.bookId, records: [customer('c1', 'Kazlauskas')] })
  const file = await fileOf(one)
  await setUp(one)
  await give(one, file)
  await expect(one.handlers['syncFile.pull']({ bookId: one.bookId, after: null, limit: 9 })).rejects.toMatchObject({
    code: 'syncNotSealed',
  })
})

test('anything that is no sync file is told as such and leaves nothing behind', async () => {
  const one = await start('one')
  await one.handlers['sync.setUp']({ place: { kind: 'file' } })
  for (const bytes of [
    new Uint8Array(0),
    new TextEncoder().encode('name,phone\nOna,1\n'),
    new Uint8Array(5000).fill(9),
  ])
    await expect(give(one, bytes)).rejects.toMatchObject({ code: 'syncFileOther' })
  await expect(
    one.handlers['syncFile.give']({ offset: 77, bytes: new Uint8Array(5), last: false }),
  ).rejects.toMatchObject({ code: 'syncFileDamaged' })
  await expect(one.handlers['syncFile.pull']({ bookId: one.bookId, after: null, limit: 5 })).rejects.toMatchObject({
    code: 'syncFileOther',
  })
})
