import { type Book, openBook, seedBook } from '../../../../renderer/data/index.ts'

let count = 0

/** A new, seeded book in memory. */
export const newBook = async (options: { wall?: () => number } = {}): Promise<Book> => {
  count += 1
  const book = openBook({ id: `test-${crypto.randomUUID()}`, device: `dev${count}`, user: 'Rasa', ...options })
  await seedBook(book, { currency: 'EUR', language: 'en', country: 'LT' })
  return book
}

export const addCustomer = async (book: Book, familyName: string): Promise<string> => {
  let id = ''
  await book.write({ key: 'customerCreated', params: { name: familyName } }, (draft) => {
    id = draft.create('customers', { kind: 'person', status: 'lead', familyName }).id
  })
  return id
}
