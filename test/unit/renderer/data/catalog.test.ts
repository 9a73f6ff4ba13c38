import { describe, expect, it } from 'vitest'

import type { Book } from '../../../../renderer/data/index.ts'
import { customFieldId } from '../../../../shared/domain/index.ts'
import { addCustomer, newBook } from './support.ts'

const addField = async (book: Book, own: { unrecorded?: boolean; retired?: boolean } = {}): Promise<string> => {
  const id = customFieldId(crypto.randomUUID())
  await book.write({ key: 'fieldsChanged' }, (draft) => {
    draft.create('customFields', {
      id,
      scope: 'people',
      type: 'text',
      order: 'a0',
      names: { en: 'Mobile' },
      pattern: '[0-9]{11}',
      ...own,
    })
  })
  return id
}

const set = (book: Book, id: string, field: string, value: string) =>
  book.write({ key: 'customerChanged' }, (draft) => draft.setPaths('customers', id, { [field]: value }))

describe('fields of one’s own', () => {
  it('are judged as soon as they are defined, and never again for what is there already', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Own')
    const field = await addField(book)
    await expect(set(book, id, field, '12')).rejects.toMatchObject({ code: 'invalidInput', params: { path: field } })
    await set(book, id, field, '09121234567')
    await book.write({ key: 'fieldsChanged' }, (draft) => draft.update('customFields', field, { pattern: '[a-z]+' }))
    await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role: 'Buyer' }))
    expect(await book.db.customers.get(id)).toMatchObject({ [field]: '09121234567', role: 'Buyer' })
  })

  it('leave no trace in the history when they are not recorded, and yet are undone', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Own')
    const field = await addField(book, { unrecorded: true })
    await set(book, id, field, '09121234567')
    await set(book, id, field, '09120000000')
    expect(await book.db.history.where('[recordTable+recordId]').equals(['customers', id]).count()).toBe(0)
    await book.undo()
    expect(await book.db.customers.get(id)).toMatchObject({ [field]: '09121234567' })
  })

  it('keep their values when they are retired', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Own')
    const field = await addField(book)
    await set(book, id, field, '09121234567')
    await book.write({ key: 'fieldsChanged' }, (draft) => draft.update('customFields', field, { retired: true }))
    const catalog = await book.catalog()
    expect(Object.keys(catalog.fields('customers'))).not.toContain(field)
    expect(catalog.field('customers', field)?.type).toBe('text')
    expect(await book.db.customers.get(id)).toMatchObject({ [field]: '09121234567' })
  })

  it('do not stand in the way of what takes something back', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Own')
    const field = await addField(book)
    await set(book, id, field, '09121234567')
    const { writeId } = await set(book, id, field, '09120000000')
    await book.write({ key: 'fieldsChanged' }, (draft) => draft.update('customFields', field, { pattern: '0912[0]+' }))
    await book.undoWrite(writeId)
    expect(await book.db.customers.get(id)).toMatchObject({ [field]: '09121234567' })
  })
})
