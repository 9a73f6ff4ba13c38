import { describe, expect, it } from 'vitest'
import { endSweep, noteErasing } from '../../../../renderer/data/erasures.ts'
import { type Book, erasePerson, mergeCustomers, tidyErased, undoMerge } from '../../../../renderer/data/index.ts'
import { witnessesOf } from '../../../../renderer/data/witnesses.ts'
import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { toState } from '../../../../shared/change/index.ts'
import { newBook } from './support.ts'

const desktop = fakeDesktop({ 'journal.forget': async () => ({}), 'attachments.delete': async () => ({}) })

/** A book whose journal is told to have everything. */
const savedBook = async (): Promise<Book> => {
  const book = await newBook()
  await book.db.meta.put({ key: 'replica:journal', value: { pushed: 1e9, cursor: null } })
  return book
}

type Fields = { familyName?: string; notes?: string; role?: string; email?: string }

const addPerson = async (book: Book, { email, ...fields }: Fields): Promise<string> => {
  let id = ''
  await book.write({ key: 'customerCreated' }, (draft) => {
    const emails = email === undefined ? {} : { emails: { e1: { value: email } } }
    id = draft.create('customers', { kind: 'person', status: 'lead', ...fields, ...emails }).id
  })
  return id
}

const erase = (book: Book, id: string) =>
  erasePerson(book, desktop, id, { deals: 'keep', dealTitle: 'A deal', block: false })

const merge = (book: Book, mainId: string, otherId: string) => mergeCustomers(book, [{ mainId, otherIds: [otherId] }])

/** Everything that stands in a book, in one text. */
const wholeOf = async ({ db }: Book): Promise<string> =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))

const secret = { familyName: 'Secretnamed', notes: 'Secretnote', role: 'Secretrole', email: 'secret@example.com' }

describe('erasing someone who had been merged into others', () => {
  it('takes out of those what went on with a merge after the own one was taken back', async () => {
    const book = await savedBook()
    const person = await addPerson(book, secret)
    const between = await addPerson(book, { familyName: 'Between', notes: 'Kept note' })
    const last = await addPerson(book, { familyName: 'Last', email: 'last@example.com' })
    await merge(book, between, person)
    await merge(book, last, between)
    await undoMerge(book, person)
    expect(JSON.stringify(await book.db.customers.get(last))).toMatch(/secret@example.com.*Secretnote/s)
    await erase(book, person)
    expect(await wholeOf(book)).not.toMatch(/secret/i)
    expect(await book.db.customers.get(last)).toMatchObject({
      familyName: 'Last',
      notes: 'Kept note',
      emails: { e1: { value: 'last@example.com' } },
    })
  })

  it('leaves what a record has of its own, also where it is the same', async () => {
    const book = await savedBook()
    const person = await addPerson(book, { familyName: 'Common', email: 'shared@example.com', notes: 'Secretnote' })
    const other = await addPerson(book, { familyName: 'Common', email: 'shared@example.com' })
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', other, { role: 'Buyer' }))
    await merge(book, other, person)
    await undoMerge(book, person)
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', person, { role: 'Buyer' }))
    await erase(book, person)
    expect(await book.db.customers.get(other)).toMatchObject({
      familyName: 'Common',
      emails: { e1: { value: 'shared@example.com' } },
      role: 'Buyer',
    })
    expect(await wholeOf(book)).not.toMatch(/Secret/)
    const history = await book.db.history.where('[recordTable+recordId]').equals(['customers', other]).toArray()
    expect(history.some(({ changes }) => changes?.some(({ path }) => path === 'role'))).toBe(true)
  })

  it('takes it out of both records into which two devices had merged the same person', async () => {
    const book = await savedBook()
    const person = await addPerson(book, secret)
    const [one, two] = [await addPerson(book, { familyName: 'One' }), await addPerson(book, { familyName: 'Two' })]
    await merge(book, one, person)
    // As it comes in from a device that had merged them elsewhere.
    await book.write({ key: 'restored' }, (draft) =>
      draft.setPaths('customers', person, { deletedAt: undefined, mergedInto: undefined }),
    )
    await merge(book, two, person)
    await erase(book, two)
    expect(await wholeOf(book)).not.toMatch(/secret/i)
    expect(await book.db.customers.get(one)).toMatchObject({ familyName: 'One' })
  })

  it('erases what merges moved on from one to the next', async () => {
    const book = await savedBook()
    const person = await addPerson(book, secret)
    const between = await addPerson(book, { familyName: 'Between' })
    const last = await addPerson(book, { familyName: 'Last' })
    let talk = ''
    await book.write({ key: 'interactionLogged' }, (draft) => {
      talk = draft.create('interactions', {
        customerId: person,
        channel: 'channel:call',
        direction: 'outgoing',
        at: '2026-01-01T00:00:00.000Z',
        text: 'Secrettalk',
      }).id
    })
    await merge(book, between, person)
    await merge(book, last, between)
    expect((await book.db.interactions.get(talk))?.customerId).toBe(last)
    // The person comes back alone, as by a conflict that was decided so; what hung on them stays where it is.
    await book.write({ key: 'conflictSettled' }, (draft) =>
      draft.setPaths('customers', person, { deletedAt: undefined, mergedInto: undefined }),
    )
    await erase(book, person)
    expect(await book.db.interactions.get(talk)).toHaveProperty('erasedAt')
    expect(await wholeOf(book)).not.toMatch(/secret/i)
  })

  it('does nothing to someone whose erasure was noted and then did not happen', async () => {
    const book = await savedBook()
    const id = await addPerson(book, { familyName: 'Stays' })
    const row = await book.db.customers.get(id)
    if (!row) throw new Error('not there')
    await noteErasing(book.db, [toState('customers', row as Parameters<typeof toState>[1])])
    // Another sweep ends before this one begins: what this one needs stays.
    await endSweep(book.db)
    expect((await witnessesOf(book.db)).people).toHaveLength(1)
    await tidyErased(book, desktop)
    expect(await book.db.customers.get(id)).toMatchObject({ familyName: 'Stays' })
    expect(JSON.stringify(await book.db.meta.toArray())).not.toMatch(/Stays/)
  })
})
