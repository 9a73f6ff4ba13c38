import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { changesChannel, erasePerson, movePosition, openBook, undoImport } from '../../../../renderer/data/index.ts'
import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { flatten } from '../../../../shared/change/index.ts'
import { addCustomer, newBook } from './support.ts'

const step = fc.oneof(
  fc.record({ do: fc.constant('role' as const), value: fc.constantFrom('a', 'b', null) }),
  fc.record({ do: fc.constant('tag' as const), value: fc.constantFrom('x', 'y') }),
  fc.record({ do: fc.constant('trash' as const) }),
  fc.record({ do: fc.constant('untrash' as const) }),
)

describe('undo and redo', () => {
  it('walk back to the start and forth to the end of any writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const book = await newBook()
        const id = await addCustomer(book, 'Walker')
        const snapshots = [flatten((await book.db.customers.get(id)) ?? {})]
        for (const action of steps) {
          const { effects } = await book.write({ key: 'customerChanged' }, async (draft) => {
            if (action.do === 'role') await draft.update('customers', id, { role: action.value })
            else if (action.do === 'tag') await draft.update('customers', id, { tags: { [action.value]: true } })
            else if (action.do === 'trash')
              await draft.update('customers', id, { deletedAt: '2026-01-01T00:00:00.000Z' })
            else await draft.restore('customers', id)
          })
          if (effects.length > 0) snapshots.push(flatten((await book.db.customers.get(id)) ?? {}))
        }
        const now = async () => flatten((await book.db.customers.get(id)) ?? {})
        for (const snapshot of snapshots.slice(0, -1).reverse()) {
          await book.undo()
          expect(await now()).toEqual(snapshot)
        }
        for (const snapshot of snapshots.slice(1)) {
          await book.redo()
          expect(await now()).toEqual(snapshot)
        }
        book.close()
      }),
      { numRuns: 25 },
    )
  })

  it('sends what was created to the trash and brings it back', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Gone')
    await book.undo()
    expect((await book.db.customers.get(id))?.deletedAt).toBeDefined()
    await book.redo()
    expect((await book.db.customers.get(id))?.deletedAt).toBeUndefined()
  })

  it('keeps a value that was changed again since', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Shared')
    const { writeId } = await book.write({ key: 'customerChanged' }, (draft) =>
      draft.update('customers', id, { role: 'Buyer', region: 'North' }),
    )
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Director' }))
    await book.undoWrite(writeId)
    const row = await book.db.customers.get(id)
    expect(row).toMatchObject({ role: 'Director' })
    expect(row?.region).toBeUndefined()
  })

  it('can be tried again after it failed', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Full')
    const failing = vi.spyOn(book.db, 'transaction').mockImplementationOnce(() => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    })
    await expect(book.undo()).rejects.toMatchObject({ code: 'quotaExceeded' })
    failing.mockRestore()
    expect(await book.undo()).toBe(true)
    expect((await book.db.customers.get(id))?.deletedAt).toBeDefined()
  })

  it('takes back a write that is still under way, and puts it back', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Hasty')
    const role = async () => (await book.db.customers.get(id))?.role
    const writing = book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Buyer' }))
    const undoing = book.undo()
    const redoing = book.redo()
    await writing
    expect(await undoing).toBe(true)
    expect(await redoing).toBe(true)
    expect(await role()).toBe('Buyer')
    expect(await book.undo()).toBe(true)
    expect(await role()).toBeUndefined()
  })

  it('does nothing when there is nothing to undo', async () => {
    const book = await newBook()
    const before = await book.db.changes.count()
    await book.undo()
    await book.redo()
    expect(await book.db.changes.count()).toBe(before)
  })
})

describe('undoImport', () => {
  it('takes back creations and updates, and keeps what was edited since', async () => {
    const book = await newBook()
    const known = await addCustomer(book, 'Known')
    const writeId = 'import-1'
    const created: string[] = []
    await book.write(
      { key: 'imported' },
      async (draft) => {
        const counts = { created: 2, updated: 1, unchanged: 0, failed: 0 }
        draft.create('imports', { id: writeId, fileName: 'a.csv', noun: 'customers', state: 'done', ...counts })
        for (const familyName of ['New', 'Edited'])
          created.push(draft.create('customers', { kind: 'person', status: 'lead', familyName, importId: writeId }).id)
        await draft.update('customers', known, { role: 'From the file' })
      },
      { writeId, silent: true },
    )
    const [fresh = '', edited = ''] = created
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', edited, { role: 'Mine' }))
    expect(await undoImport(book, writeId)).toEqual({ undone: 2, kept: [{ table: 'customers', id: edited }] })
    expect((await book.db.customers.get(fresh))?.deletedAt).toBeDefined()
    expect((await book.db.customers.get(edited))?.deletedAt).toBeUndefined()
    expect((await book.db.customers.get(known))?.role).toBeUndefined()
    expect((await book.db.imports.get(writeId))?.state).toBe('undone')
  })
})

describe('undoImport and fields that leave no history', () => {
  it('keeps a record of which only such a field was edited, and takes back one that the import itself wrote twice', async () => {
    const book = await newBook()
    const secret = { scope: 'people', type: 'text', order: 'a0', names: { en: 'Secret' }, unrecorded: true } as const
    await book.write(
      { key: 'fieldsChanged' },
      (draft) => void draft.create('customFields', { id: 'custom_s', ...secret }),
    )
    const writeId = 'import-2'
    const once = (write: Parameters<typeof book.write>[1]) =>
      book.write({ key: 'imported' }, write, { writeId, silent: true })
    const person = { kind: 'person', status: 'lead', importId: writeId } as const
    await once((draft) => {
      const counts = { created: 2, updated: 0, unchanged: 0, failed: 0 }
      draft.create('imports', { id: writeId, fileName: 'a.csv', noun: 'customers', state: 'done', ...counts })
      for (const id of ['edited', 'twice']) draft.create('customers', { ...person, id, familyName: id })
    })
    await once((draft) => draft.setPaths('customers', 'twice', { role: 'Buyer', custom_s: 'b' }))
    await book.write({ key: 'customerChanged' }, (draft) => draft.setPaths('customers', 'edited', { custom_s: 'psst' }))
    expect(await undoImport(book, writeId)).toEqual({ undone: 1, kept: [{ table: 'customers', id: 'edited' }] })
    expect((await book.db.customers.get('twice'))?.deletedAt).toBeDefined()
  })
})

describe('a write over many records', () => {
  it('is undone and redone as one, whatever number of requests it takes', { timeout: 60_000 }, async () => {
    const book = await newBook()
    const count = 1_234
    const ids: string[] = []
    await book.write({ key: 'imported' }, (draft) => {
      for (let index = 0; index < count; index += 1)
        ids.push(draft.create('customers', { kind: 'person', status: 'lead', familyName: `N${index}` }).id)
    })
    await book.write({ key: 'customersTagged' }, (draft) =>
      draft.setPathsOfAll('customers', ids, () => ({ 'tags/a': true })),
    )
    const tagged = async () => (await book.db.customers.toArray()).filter(({ tags }) => tags?.['a']).length
    expect(await tagged()).toBe(count)
    await book.undo()
    expect(await tagged()).toBe(0)
    await book.redo()
    expect(await tagged()).toBe(count)
    const last = await book.db.changes.toCollection().last()
    expect(await book.db.history.count()).toBe(count * 3)
    expect(last?.seq).toBe(await book.db.changes.count())
  })
})

it('lets no other window put back what an erasure cleared', async () => {
  const book = await newBook()
  const id = await addCustomer(book, 'Erased')
  let deal = ''
  await book.write({ key: 'dealCreated' }, (draft) => {
    const place = { pipelineId: 'sales', stageId: 'new', status: 'open', currency: 'EUR' } as const
    deal = draft.create('deals', { ...place, title: 'Roof', customerId: id, notes: 'Secretnote' }).id
  })
  await movePosition(book.db, 'journal', { pushed: Number.MAX_SAFE_INTEGER })
  const other = openBook({ id: book.id, device: book.device })
  await other.write({ key: 'dealChanged' }, (draft) => draft.update('deals', deal, { notes: null }))
  const told = new Promise<void>((resolve) => {
    const channel = new BroadcastChannel(changesChannel(book.db.name))
    channel.onmessage = ({ data }) => {
      if (!JSON.stringify(data).includes(deal)) return
      channel.close()
      resolve()
    }
  })
  await erasePerson(book, fakeDesktop({}), id, { deals: 'keep', dealTitle: '–', block: false })
  await told
  expect(await other.undo()).toBe(false)
  expect(JSON.stringify(await book.db.deals.toArray())).not.toContain('Secret')
  other.close()
  book.close()
})
