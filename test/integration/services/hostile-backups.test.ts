import { createHash } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'

import { openBook } from './open-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

type Part = { name: string; bytes: Buffer; mode?: number; compress?: boolean }

const line = (text: string) => Buffer.from(`${text}\n`)
const good = line('{"table":"customers","id":"1","values":{},"stamp":"1"}')

const table = (bytes: Buffer, file = 'tables/customers.ndjson', records = 1) => ({
  table: 'customers',
  file,
  sha256: sha256(bytes),
  bytes: bytes.length,
  records,
})

const manifest = (changes: object = {}): Part => ({
  name: 'manifest.json',
  bytes: Buffer.from(
    JSON.stringify({
      format: 1,
      bookId: 'b',
      createdAt: '2026-11-22T10:00:00.000Z',
      reason: 'manual',
      tables: [table(good)],
      attachments: [],
      ...changes,
    }),
  ),
})

const customers: Part = { name: 'tables/customers.ndjson', bytes: good }

const zip = async (parts: readonly Part[]): Promise<Buffer> => {
  const file = new ZipFile()
  for (const { name, bytes, mode, compress = true } of parts)
    file.addBuffer(bytes, name, { compress, ...(mode !== undefined && { mode }) })
  file.end()
  return buffer(file.outputStream)
}

/** Replaces a text of the archive by one as long, everywhere, as no zip program would. */
const forge = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')

/** Sets the size that the archive's directory claims for an entry. */
const claimSize = (bytes: Buffer, name: string, size: number): Buffer => {
  const forged = Buffer.from(bytes)
  const at = forged.lastIndexOf(Buffer.concat([Buffer.from(name)]))
  // The name follows 46 bytes of a directory entry; the size is at 24 of them (APPNOTE.TXT, 4.3.12).
  forged.writeUInt32LE(size, at - 46 + 24)
  return forged
}

const stored = (name: string, bytes: Buffer): Part => ({ name, bytes, compress: false })
const file = Buffer.from('an offer')
const fileEntry = `attachments/${sha256(file).slice(0, 2)}/${sha256(file)}`
const withFile = manifest({ attachments: [{ sha256: sha256(file), bytes: file.length }] })
const wrongLine = line('{"table":1}')
const longName = 'tables/xxxxxxxxxxxxx.ndjson'

const hostile: Record<string, () => Promise<Buffer>> = {
  'a name that climbs out': async () =>
    forge(await zip([manifest(), customers, { name: longName, bytes: good }]), longName, '../../../xxxxxxxxxxxxndjson'),
  'an absolute name': async () =>
    forge(await zip([manifest(), customers, { name: longName, bytes: good }]), longName, '/etc/xxxxxxxxxxxxxxx.ndjson'),
  'a name with backslashes': async () =>
    forge(
      await zip([manifest(), customers, { name: longName, bytes: good }]),
      longName,
      '..\\..\\xxxxxxxxxxxxxx.ndjson',
    ),
  'a symbolic link': () => zip([manifest(), { ...customers, mode: 0o120777 }]),
  'a device': () => zip([manifest(), { ...customers, mode: 0o060666 }]),
  'the same name twice': () => zip([manifest(), customers, customers]),
  'a part the manifest lacks': () => zip([manifest(), customers, { name: 'tables/more.ndjson', bytes: good }]),
  'a part that is missing': () => zip([manifest()]),
  'no manifest': () => zip([customers]),
  'a manifest of nonsense': () => zip([{ name: 'manifest.json', bytes: Buffer.from('[]') }, customers]),
  'a manifest that points elsewhere': () => zip([manifest({ tables: [table(good, '../book.json')] }), customers]),
  'another hash': () => zip([manifest({ tables: [{ ...table(good), sha256: sha256('x') }] }), customers]),
  'another count': () => zip([manifest({ tables: [table(good, undefined, 2)] }), customers]),
  'a negative count': () => zip([manifest({ tables: [table(good, undefined, -1)] }), customers]),
  'a line that is no record': () =>
    zip([manifest({ tables: [table(wrongLine)] }), { name: customers.name, bytes: wrongLine }]),
  'a last line without an end': () => {
    const bytes = good.subarray(0, -1)
    return zip([manifest({ tables: [table(bytes)] }), { name: customers.name, bytes }])
  },
  'a file that is packed, to unpack to more than the archive': () =>
    zip([withFile, customers, { name: fileEntry, bytes: file }]),
  'a file of another content': () => zip([withFile, customers, stored(fileEntry, Buffer.from('an OFFER'))]),
  'a bomb that says how large it is': async () =>
    claimSize(await zip([manifest(), customers]), customers.name, 0xff_ff_ff_f0),
  'a bomb that says it is small': async () => {
    const bytes = Buffer.alloc(20_000_000, 'a')
    const claimed = manifest({ tables: [{ ...table(good), sha256: sha256(bytes) }] })
    return claimSize(await zip([claimed, { name: customers.name, bytes }]), customers.name, good.length)
  },
}

test.each(Object.keys(hostile))('%s is refused and leaves no trace', async (name) => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  const bytes = (await hostile[name]?.()) ?? Buffer.alloc(0)
  await mkdir(join(root, 'backups'), { recursive: true })
  await writeFile(join(root, 'backups', 'hostile.fairbook'), bytes)
  const before = (await readdir(root, { recursive: true })).sort()
  await book.handlers['backups.list']({})
  await expect(
    book.handlers['backups.read']({ name: 'hostile.fairbook', after: null, limit: 100 }),
  ).rejects.toMatchObject({ code: 'backupDamaged', params: { name: 'hostile.fairbook' } })
  expect((await readdir(root, { recursive: true })).sort()).toEqual(before)
  await book.close()
})

test('the same archive without the trick is read', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  await mkdir(join(root, 'backups'), { recursive: true })
  await writeFile(join(root, 'backups', 'a.fairbook'), await zip([withFile, customers, stored(fileEntry, file)]))
  const page = await book.handlers['backups.read']({ name: 'a.fairbook', after: null, limit: 100 })
  expect(page).toMatchObject({ records: [{ id: '1' }], more: false })
  expect((await book.handlers['attachments.get']({ sha256: sha256(file) })).bytes).toHaveLength(file.length)
  await book.close()
})

test('a backup of a newer version is told as that', async () => {
  const root = await temporaryFolder()
  const book = await openBook(root)
  await mkdir(join(root, 'backups'), { recursive: true })
  await writeFile(join(root, 'backups', 'a.fairbook'), await zip([manifest({ format: 3 }), customers]))
  await expect(book.handlers['backups.read']({ name: 'a.fairbook', after: null, limit: 100 })).rejects.toMatchObject({
    code: 'newerFormat',
  })
  await book.close()
})
