import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'

import { folderPaths } from '../../../electron/services/book-folder/folder-paths.ts'
import { AppError } from '../../../shared/app-error.ts'
import { openBook, pullAll } from '../services/open-book.ts'
import { bookOf, someRecords } from '../services/replica-conformance.ts'
import { temporaryFolder } from '../services/temporary-folder.ts'
import { filesOf, fillBook, findTexts, known, lockBook, openLocked, PASSPHRASE } from './support.ts'

/** One change to the bytes of a file. */
const mutation = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('flip', 'cut', 'insert', 'zero'),
  byte: fc.integer({ min: 1, max: 255 }),
})
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

const mutate = (bytes: Buffer, { at, kind, byte }: Mutation): Buffer => {
  const where = bytes.length === 0 ? 0 : at % bytes.length
  if (kind === 'cut') return bytes.subarray(0, where)
  if (kind === 'insert') return Buffer.concat([bytes.subarray(0, where), Buffer.from([byte]), bytes.subarray(where)])
  const changed = Buffer.from(bytes)
  if (kind === 'flip') changed[where] = (changed[where] ?? 0) ^ byte
  else changed.fill(0, where, Math.min(changed.length, where + byte))
  return changed
}

test('whatever changes in a sealed journal or snapshot: the rest opens, damage is kept aside, nothing is made up', async () => {
  const root = await temporaryFolder()
  await lockBook(root)
  const book = await openLocked(root)
  await book.push({ records: someRecords(8) })
  await book.handlers['journal.forget']({ bookId: book.opened.bookId, texts: [] })
  await book.push({ records: someRecords(8, 8) })
  await book.close()
  const true16 = bookOf(someRecords(16))
  const names = [...(await filesOf(root)).keys()].filter((path) => /^(journal|snapshot)\//.test(path))
  await fc.assert(
    fc.asyncProperty(fc.nat(), mutation, async (which, change) => {
      const copy = await temporaryFolder()
      await cp(root, copy, { recursive: true })
      const path = join(copy, names[which % names.length] ?? '')
      await writeFile(path, mutate(await readFile(path), change))
      const again = await openLocked(copy)
      for (const [key, record] of bookOf(await pullAll(again))) expect(record).toEqual(true16.get(key))
      // As a window does that is asked for all it has.
      await again.push({ records: someRecords(16) })
      await again.close()
      const mended = await openLocked(copy)
      expect(bookOf(await pullAll(mended))).toEqual(true16)
      await mended.close()
      await rm(copy, { recursive: true })
    }),
    { numRuns: 60 },
  )
}, 300_000)

test('whatever changes in a sealed attachment or backup: a typed error, or the very content', async () => {
  const root = await temporaryFolder()
  const { sha256 } = await fillBook(root)
  await lockBook(root)
  const book = await openLocked(root)
  const whole = await filesOf(root)
  const [attachment = ''] = [...whole.keys()].filter((path) => path.endsWith('.sealed'))
  const { backups } = await book.handlers['backups.list']({})
  const name = backups[0]?.name ?? ''
  const original = (await book.handlers['backups.read']({ name, after: null, limit: 100 })).records
  await fc.assert(
    fc.asyncProperty(mutation, fc.boolean(), async (change, ofBackup) => {
      const path = ofBackup ? `backups/${name}` : attachment
      const bytes = whole.get(path) ?? Buffer.alloc(0)
      const changed = mutate(bytes, change)
      await writeFile(join(root, path), changed)
      const result = await (ofBackup
        ? book.handlers['backups.read']({ name, after: null, limit: 100 })
        : book.handlers['attachments.get']({ sha256 })
      ).catch((error: unknown) => error)
      await writeFile(join(root, path), bytes)
      if (result instanceof AppError)
        expect(result.code).toMatch(/^(backupDamaged|attachmentMissing|newerFormat|backupSealed|keysDamaged)$/)
      else if (ofBackup) expect(result).toMatchObject({ records: original })
      else expect(result).toMatchObject({ bytes: new Uint8Array(Buffer.from(known.join('\n'))) })
    }),
    { numRuns: 400 },
  )
  await book.close()
  expect(await findTexts(root)).toEqual([])
}, 300_000)

test('a backup opens on another computer with the passphrase or the recovery key of its time', async () => {
  const root = await temporaryFolder()
  await fillBook(root)
  const { recoveryKey } = await lockBook(root)
  const other = await temporaryFolder()
  await mkdir(join(other, 'backups'), { recursive: true })
  const names = (await readdir(folderPaths(root).backups)).filter((name) => name.endsWith('.fairbook'))
  for (const name of names) await cp(join(root, 'backups', name), join(other, 'backups', name))
  const [one = '', two = ''] = names
  for (const [name, key] of [
    [one, { passphrase: PASSPHRASE }],
    [two, { recoveryKey }],
  ] as const) {
    const book = await openBook(other)
    const read = (key?: { passphrase: string } | { recoveryKey: string }) =>
      book.handlers['backups.read']({ name, after: null, limit: 2, ...(key && { key }) })
    await expect(read()).rejects.toMatchObject({ code: 'backupSealed', params: { name } })
    await expect(read({ passphrase: 'not this horse' })).rejects.toMatchObject({ code: 'wrongPassphrase' })
    const first = await read(key)
    // Given once, the key is known until the end.
    const rest = await book.handlers['backups.read']({ name, after: first.cursor, limit: 100 })
    expect(JSON.stringify([...first.records, ...rest.records])).toContain(known[0])
    await book.close()
  }
  // The book’s own lock is another one: a backup of an earlier lock needs its passphrase still, and stays sealed.
  await lockBook(other)
  const book = await openLocked(other)
  await expect(book.handlers['backups.read']({ name: one, after: null, limit: 2 })).rejects.toMatchObject({
    code: 'backupSealed',
  })
  await book.handlers['lock.disable']({ passphrase: PASSPHRASE })
  await expect(book.handlers['backups.read']({ name: one, after: null, limit: 2 })).rejects.toMatchObject({
    code: 'backupSealed',
  })
  await book.close()
}, 60_000)

/** An archive with a part of the true manifest changed. */
const forged = async (bytes: Buffer, change: (manifest: Record<string, unknown>) => object): Promise<Buffer> => {
  const { fromBufferPromise } = await import('yauzl')
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  const out = new ZipFile()
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry))
    const isManifest = entry.fileName === 'manifest.json'
    const next = isManifest ? Buffer.from(JSON.stringify(change(JSON.parse(content.toString())))) : content
    out.addBuffer(next, entry.fileName, { compress: !entry.fileName.startsWith('attachments/') })
  }
  zip.close()
  out.end()
  return buffer(out.outputStream)
}

test.each([
  ['another count', (manifest: Record<string, unknown>) => ({ ...manifest, bookId: 'another' })],
  ['fewer tables', (manifest: Record<string, unknown>) => ({ ...manifest, tables: [] })],
  ['another proof', (manifest: Record<string, unknown>) => ({ ...manifest, proof: '0'.repeat(64) })],
  ['no keyring', ({ keyring: _, ...manifest }: Record<string, unknown>) => manifest],
  ['said to be plain', (manifest: Record<string, unknown>) => ({ ...manifest, format: 1 })],
])(
  'a sealed backup whose manifest was rewritten (%s) is refused',
  async (_name, change) => {
    const root = await temporaryFolder()
    await fillBook(root)
    await lockBook(root)
    const [name = ''] = (await readdir(folderPaths(root).backups)).filter((file) => file.endsWith('.fairbook'))
    const path = join(root, 'backups', name)
    await writeFile(path, await forged(await readFile(path), change))
    const book = await openLocked(root)
    await expect(book.handlers['backups.read']({ name, after: null, limit: 10 })).rejects.toMatchObject({
      code: 'backupDamaged',
    })
    await book.close()
  },
  30_000,
)

test('a hostile key file asks for no more memory than is bearable and opens nothing', async () => {
  const root = await temporaryFolder()
  await lockBook(root)
  const { keys, keysCopy } = folderPaths(root)
  const whole = await readFile(keys)
  await rm(keysCopy)
  await fc.assert(
    fc.asyncProperty(mutation, async (change) => {
      await writeFile(keys, mutate(whole, change))
      const result = await openLocked(root).catch((error: unknown) => error)
      if (result instanceof AppError)
        expect(result.code).toMatch(/^(keysDamaged|newerFormat|locked|wrongPassphrase|tooManyAttempts)$/)
      else {
        // The change was of no meaning (a space), or of what a host may change.
        expect(result).toHaveProperty('opened.bookId')
        await (result as Awaited<ReturnType<typeof openBook>>).close()
      }
      await rm(keysCopy, { force: true })
      await rm(folderPaths(root).attempts, { force: true })
    }),
    { numRuns: 150 },
  )
}, 120_000)
