import { expect, it } from 'vitest'

import { applyStates, type Book, planRestore, restoreBackup, statesOf } from '../../../../renderer/data/index.ts'
import type { RecordState } from '../../../../shared/change/index.ts'
import { addCustomer, newBook } from './support.ts'

/** Every record of a book, as a backup holds them. */
const backupOf = async (book: Book): Promise<Map<string, RecordState>> => {
  const keys = (await book.db.changes.toArray()).map(({ table, id }) => ({ table, id }))
  return new Map((await statesOf(book.db, keys)).map((state) => [`${state.table}/${state.id}`, state]))
}

const restore = async (book: Book, backup: ReadonlyMap<string, RecordState>) => {
  const plan = await planRestore(book, backup)
  await restoreBackup(book, backup, plan, 'restore-1', () => undefined)
  return plan.counts
}

it('brings back, changes back and trashes, and then has nothing more to do', async () => {
  const book = await newBook()
  const [changed, lost] = [await addCustomer(book, 'Then'), await addCustomer(book, 'Lost')]
  await book.write({ key: 'customersTagged' }, (draft) =>
    draft.update('customers', changed, { tags: { fair: true, 'a/b': true } }),
  )
  const backup = await backupOf(book)
  await book.write({ key: 'customerChanged' }, (draft) =>
    draft.update('customers', changed, { familyName: 'Now', role: 'Buyer', tags: { fair: null, late: true } }),
  )
  await book.db.customers.delete(lost)
  const since = await addCustomer(book, 'Since')

  expect(await restore(book, backup)).toEqual({ bringBack: 1, change: 1, trash: 1 })
  const row = await book.db.customers.get(changed)
  expect(row).toMatchObject({ familyName: 'Then', tags: { fair: true, 'a/b': true } })
  expect(Object.keys(row?.tags ?? {})).toHaveLength(2)
  expect(row?.role).toBeUndefined()
  expect((await book.db.customers.get(lost))?.familyName).toBe('Lost')
  expect((await book.db.customers.get(since))?.deletedAt).toBeDefined()
  expect((await planRestore(book, backup)).steps).toEqual([])
})

it('leaves erased who was erased, here or in the backup, and restores the rest', async () => {
  const book = await newBook()
  const [erasedHere, other] = [await addCustomer(book, 'Here'), await addCustomer(book, 'Other')]
  const backup = await backupOf(book)
  const tombstone = (id: string): RecordState => ({
    table: 'customers',
    id,
    values: { erasedAt: '2026-01-01T00:00:00.000Z' },
    stamp: '1',
  })
  await applyStates(book.db, 'peer', [tombstone(erasedHere)], 'c')
  backup.set('customers/gone', tombstone('gone'))
  await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', other, { role: 'Changed' }))

  expect(await restore(book, backup)).toEqual({ bringBack: 0, change: 1, trash: 0 })
  expect(await book.db.customers.get(erasedHere)).not.toHaveProperty('familyName')
  expect(await book.db.customers.get('gone')).toBeUndefined()
  expect((await book.db.customers.get(other))?.role).toBeUndefined()
})

it('brings what another book had in beside what is here, and changes and trashes nothing', async () => {
  const [former, book] = [await newBook(), await newBook()]
  await addCustomer(former, 'Left')
  const backup = await backupOf(former)
  const here = await addCustomer(book, 'Here')
  const plan = await planRestore(book, backup, former.id)
  expect(plan.counts).toEqual({ bringBack: 1, change: 0, trash: 0 })
  await restoreBackup(book, backup, plan, 'restore-1', () => undefined)
  const names = (await book.db.customers.toArray()).map(({ familyName, deletedAt }) => [familyName, deletedAt])
  expect(names.sort()).toEqual([
    ['Here', undefined],
    ['Left', undefined],
  ])
  expect((await book.db.customers.get(here))?.familyName).toBe('Here')
})
