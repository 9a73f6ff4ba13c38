import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  applyStates,
  isKnownTable,
  readPosition,
  rowsOf,
  startOver,
  statesOf,
} from '../../../../renderer/data/index.ts'
import { canonical, merge, type RecordState } from '../../../../shared/change/index.ts'
import { stateArbitrary } from '../../shared/change/arbitrary.ts'
import { addCustomer, newBook } from './support.ts'

describe('applyStates', () => {
  it('arrives at the same record in any order, with repetition', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stateArbitrary, { minLength: 1, maxLength: 4 }), async (states) => {
        const [one, two] = [await newBook(), await newBook()]
        await applyStates(one.db, 'peer', states, 'c')
        for (const state of [...states].reverse()) await applyStates(two.db, 'peer', [state, state], 'c')
        const key = [{ table: 'customers', id: 'c1' }]
        const [a] = await statesOf(one.db, key)
        const [b] = await statesOf(two.db, key)
        expect(canonical(a as never)).toBe(canonical(b as never))
        const expected = states.reduce((held, state) => merge(held, state), states[0] as RecordState)
        expect(canonical(a as never)).toBe(canonical(merge(expected, expected) as never))
        one.close()
        two.close()
      }),
      { numRuns: 20 },
    )
  })

  it('commits the cursor with the data, and marks where it came from', async () => {
    const book = await newBook()
    const state: RecordState = { table: 'customers', id: 'x', values: { kind: 'person', status: 'lead' }, stamp: '1' }
    expect(await applyStates(book.db, 'peer', [state], 'cursor-1')).toBe(1)
    expect(await applyStates(book.db, 'peer', [state], 'cursor-2')).toBe(0)
    expect((await readPosition(book.db, 'peer')).cursor).toBe('cursor-2')
    expect(await book.db.changes.toCollection().last()).toMatchObject({ id: 'x', from: 'peer' })
  })

  it('keeps records of tables it does not know and passes them on', async () => {
    const book = await newBook()
    const state: RecordState = { table: 'invoices', id: 'i1', values: { total: 5 }, stamp: '1' }
    expect(isKnownTable('invoices')).toBe(false)
    await applyStates(book.db, 'peer', [state], 'c')
    expect(await statesOf(book.db, [{ table: 'invoices', id: 'i1' }])).toEqual([state])
    await book.db.changes.clear()
    await startOver(book.db, 'peer')
    expect(await book.db.changes.where('seq').above(0).toArray()).toContainEqual(
      expect.objectContaining({ table: 'invoices', id: 'i1' }),
    )
  })

  it('does not lose a newer value of the book to an older one', async () => {
    const book = await newBook()
    const id = await addCustomer(book, 'Now')
    const row = await rowsOf(book.db, 'customers').get(id)
    expect(row).toBeDefined()
    const old: RecordState = { table: 'customers', id, values: { familyName: 'Then' }, stamp: '0' }
    expect(await applyStates(book.db, 'peer', [old], 'c')).toBe(0)
    expect((await book.db.customers.get(id))?.familyName).toBe('Now')
  })
})
