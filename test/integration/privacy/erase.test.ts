import 'fake-indexeddb/auto'

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import {
  type Book,
  blockedAs,
  dropErasedFiles,
  erasePerson,
  keepImport,
  keepRows,
  keptImports,
  mergeCustomers,
  openBook as openWindowBook,
  planRestore,
  readKeptImport,
  restoreBackup,
  seedBook,
  tidyErased,
  undoMerge,
} from '../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../renderer/desktop/fake.ts'
import { createReadModelService } from '../../../renderer/read-model/service.ts'
import { createDatabaseSource } from '../../../renderer/read-model/source.ts'
import { createReplicator, journalReplica } from '../../../renderer/replication/index.ts'
import type { RecordState } from '../../../shared/change/index.ts'
import { openBook } from '../services/open-book.ts'
import { temporaryFolder } from '../services/temporary-folder.ts'

const NAME = 'Vytenis Paslaptingasis'
const EMAIL = 'vytenis@example.lt'
const bytes = new TextEncoder().encode(`Contract with ${NAME}`)
const options = { deals: 'keep', dealTitle: 'Deal of an erased person', block: true } as const

/** The files of a folder that hold a text. */
const filesWith = async (root: string, text: string): Promise<string[]> => {
  const names = await readdir(root, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of names) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && (await readFile(path)).includes(text)) found.push(path)
  }
  return found
}

/** A window and its files, with a person in them who has a deal, a talk, a task and a file, and was edited. */
const bookWithPerson = async () => {
  const root = await temporaryFolder()
  const files = await openBook(root)
  const desktop = fakeDesktop(files.handlers)
  const book = openWindowBook({ id: files.opened.bookId, device: files.opened.deviceId, user: 'Rasa' })
  const replicator = createReplicator(book.db, journalReplica(desktop, book.id))
  await seedBook(book, { currency: 'EUR', language: 'en', country: 'LT' })
  const { sha256, size } = await desktop.call('attachments.put', { bytes })
  const ids = { person: '', deal: '', other: '', talk: '' }
  await book.write({ key: 'customerCreated', params: { name: NAME } }, (draft) => {
    ids.person = draft.create('customers', {
      kind: 'person',
      status: 'customer',
      givenName: 'Vytenis',
      familyName: 'Paslaptingasis',
      birthday: '1980-02-03',
      emails: { e1: { value: EMAIL } },
      phones: { p1: { value: '8 612 34567' } },
    }).id
    ids.other = draft.create('customers', { kind: 'person', status: 'lead', familyName: 'Lieka' }).id
    ids.deal = draft.create('deals', {
      title: `Saw for ${NAME}`,
      customerId: ids.person,
      pipelineId: 'pipeline:sales',
      stageId: 'stage:won',
      status: 'won',
      value: 120_000,
      currency: 'EUR',
      notes: `${NAME} pays cash`,
    }).id
    ids.talk = draft.create('interactions', {
      channel: 'channel:call',
      at: '2026-05-01T10:00:00.000Z',
      customerId: ids.person,
      subject: `Call with ${NAME}`,
    }).id
    draft.create('tasks', { title: `Write to ${NAME}`, customerId: ids.person })
    draft.create('attachments', { customerId: ids.person, name: `${NAME}.pdf`, size, sha256 })
  })
  await book.write({ key: 'dealChanged' }, (draft) => draft.update('deals', ids.deal, { title: `Saws for ${NAME}` }))
  await book.write({ key: 'customerChanged' }, (draft) =>
    draft.update('customers', ids.person, { role: `${NAME}, boss` }),
  )
  await replicator.flush()
  replicator.start()
  return { root, files, desktop, book, replicator, ids, sha256 }
}

const close = async ({ files, book, replicator }: Awaited<ReturnType<typeof bookWithPerson>>) => {
  replicator.stop()
  book.close()
  await files.close()
}

const everyValue = async ({ db }: Book): Promise<string> =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))

it('leaves nothing of an erased person in the window or in the files, and the figures of the deal', async () => {
  const made = await bookWithPerson()
  const { root, desktop, book, ids, sha256 } = made
  const model = createReadModelService(createDatabaseSource(book.db), { locale: 'en' })
  expect((await model.search('Vytenis', 5)).length).toBeGreaterThan(0)
  await model.save()
  await mkdir(join(root, 'quarantine'), { recursive: true })
  await writeFile(join(root, 'quarantine', 'journal-1.ndjson'), `x${NAME}y\nother\n`)
  expect(await filesWith(root, NAME)).not.toEqual([])

  expect(await erasePerson(book, desktop, ids.person, options)).toBeUndefined()

  expect(await filesWith(root, NAME)).toEqual([])
  expect(await filesWith(root, EMAIL)).toEqual([])
  expect(await readFile(join(root, 'quarantine', 'journal-1.ndjson'), 'utf8')).toBe('other\n')
  expect(await everyValue(book)).not.toContain('Paslaptingasis')
  await expect(desktop.call('attachments.get', { sha256 })).rejects.toMatchObject({ code: 'attachmentMissing' })
  const deal = await book.db.deals.get(ids.deal)
  expect(deal).toMatchObject({ title: options.dealTitle, value: 120_000, status: 'won', stageId: 'stage:won' })
  expect(deal).not.toHaveProperty('customerId')
  expect(deal).not.toHaveProperty('notes')
  expect(await book.db.customers.get(ids.other)).toMatchObject({ familyName: 'Lieka' })

  expect(await model.search('Vytenis', 5)).toEqual([])
  await model.save()
  expect(await everyValue(book)).not.toContain('aslaptingasis')
  await book.undo()
  expect(await everyValue(book)).not.toContain('aslaptingasis')
  await close(made)
})

it('forgets the files of imports that were broken off: the person may stand in them', async () => {
  const made = await bookWithPerson()
  const { book, desktop, ids } = made
  const kept = { bytes, fileName: 'fair.csv', now: '2026-05-01T10:00:00.000Z', choices: '{}' }
  await keepImport(book.db, 'import-1', kept)
  await keepRows(book.db, 'import-1', 0, [{ name: NAME }])
  expect(await readKeptImport(book.db, 'import-1')).toEqual(kept)
  await erasePerson(book, desktop, ids.person, options)
  expect(await readKeptImport(book.db, 'import-1')).toBeUndefined()
  expect(await keptImports(book.db)).toEqual([])
  expect(await everyValue(book)).not.toContain('aslaptingasis')
  await close(made)
})

it('knows an erased person again, however their phone is written, and nobody else', async () => {
  const made = await bookWithPerson()
  const { book, desktop, ids } = made
  await erasePerson(book, desktop, ids.person, options)
  expect(await blockedAs(book, { emails: [' Vytenis@Example.LT '] })).toEqual(['email'])
  expect(await blockedAs(book, { phones: ['+370 612 34567'] })).toEqual(['phone'])
  expect(await blockedAs(book, { name: 'paslaptingasis vytenis', birthday: '1980-02-03' })).toEqual(['name'])
  expect(await blockedAs(book, { name: NAME, emails: ['other@example.lt'] })).toEqual([])
  await close(made)
})

it('keeps a file that another customer has too', async () => {
  const made = await bookWithPerson()
  const { book, desktop, ids, sha256 } = made
  await book.write({ key: 'attachmentAdded' }, (draft) => {
    draft.create('attachments', { customerId: ids.other, name: 'same.pdf', size: bytes.length, sha256 })
  })
  await erasePerson(book, desktop, ids.person, options)
  expect((await desktop.call('attachments.get', { sha256 })).bytes).toEqual(bytes)
  await close(made)
})

it('cleans the files at the next start when it could not at once', async () => {
  const made = await bookWithPerson()
  const { root, files, book, desktop, ids } = made
  const failing = fakeDesktop({ ...files.handlers, 'journal.forget': () => Promise.reject(new Error('no')) })
  expect(await erasePerson(book, failing, ids.person, options)).toBeInstanceOf(Error)
  expect(await filesWith(root, NAME)).not.toEqual([])
  await tidyErased(book, desktop)
  expect(await filesWith(root, NAME)).toEqual([])
  await close(made)
})

it.each(['erase', 'keep'] as const)(
  'stays erased, and blocked, when a backup from before is restored (deals: %s)',
  async (deals) => {
    const made = await bookWithPerson()
    const { root, book, desktop, ids, sha256 } = made
    const { backup } = await desktop.call('backups.create', { reason: 'manual' })
    await erasePerson(book, desktop, ids.person, { ...options, deals })
    const records = new Map<string, RecordState>()
    const { records: page } = await desktop.call('backups.read', { name: backup.name, after: null, limit: 2_000 })
    for (const state of page) records.set(`${state.table}/${state.id}`, state)
    await dropErasedFiles(book, desktop, records)
    const plan = await planRestore(book, records)
    await restoreBackup(book, records, plan, 'restore-1', () => undefined)
    expect(await everyValue(book)).not.toContain('aslaptingasis')
    expect(await blockedAs(book, { emails: [EMAIL] })).toEqual(['email'])
    await expect(desktop.call('attachments.get', { sha256 })).rejects.toMatchObject({ code: 'attachmentMissing' })
    await desktop.call('backups.delete', { name: backup.name })
    expect((await desktop.call('backups.list', {})).backups).toEqual([])
    expect(await filesWith(root, NAME)).toEqual([])
    await close(made)
  },
)

it('leaves nothing in the history of someone they were merged with by mistake', async () => {
  const made = await bookWithPerson()
  const { book, desktop, ids } = made
  await mergeCustomers(book, [{ mainId: ids.other, otherIds: [ids.person] }])
  await undoMerge(book, ids.person)
  await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', ids.other, { region: 'Vilnius' }))
  await erasePerson(book, desktop, ids.person, options)
  expect(await everyValue(book)).not.toMatch(/aslaptingasis|vytenis@/)
  const left = await book.db.history.where('[recordTable+recordId]').equals(['customers', ids.other]).toArray()
  expect(left.filter((row) => !('erasedAt' in row)).map(({ what }) => what)).toEqual(['customerChanged'])
  await close(made)
})
