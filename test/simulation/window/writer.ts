import { boot } from '../../../renderer/app/boot.ts'
import { seedBook } from '../../../renderer/data/index.ts'
import { connectDesktop } from '../../../renderer/desktop/index.ts'
import type { Writer } from '../protocol.ts'

const CUSTOMERS = 40

/** The real start of the program and its real book, writing without pause and telling what it showed as saved. */
const open = async (): ReturnType<Writer['open']> => {
  const { book, replicator, rebuilt, isNew } = await boot(connectDesktop(), () => undefined)
  if (isNew) await seedBook(book, { currency: 'EUR', language: 'en' })
  replicator.start()
  writer.write = async (from) => {
    for (let n = from; ; n += 1) {
      const id = `customer-${n % CUSTOMERS}`
      const known = await book.db.customers.get(id)
      await book.write({ key: 'customerChanged' }, (draft) => {
        if (known)
          return draft.update('customers', id, { notes: String(n), tags: { [`t${n % 7}`]: n % 2 === 0 || null } })
        draft.create('customers', { id, kind: 'person', status: 'lead', familyName: `Name ${n}`, notes: String(n) })
        return undefined
      })
      window.report({ kind: 'committed', id, n })
      // Now and then the writer waits until the window would say "All saved", as a person does before leaving.
      if (n % 3 === 0) {
        await replicator.flush()
        window.report({ kind: 'saved', n })
      }
    }
  }
  writer.flush = () => replicator.flush()
  const rows = await book.db.customers.toArray()
  return { rebuilt, found: rows.map(({ id, notes }) => [id, Number(notes)] as const) }
}

const notOpen = (): Promise<never> => Promise.reject(new Error('not open'))
const writer: Writer = { open, write: notOpen, flush: notOpen }
window.writer = writer
