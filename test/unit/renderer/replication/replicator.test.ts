import { describe, expect, it, vi } from 'vitest'

import { readPosition, rowsOf, startOver } from '../../../../renderer/data/index.ts'
import { createReplicator } from '../../../../renderer/replication/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import { canonical, toState } from '../../../../shared/change/index.ts'
import { addCustomer, newBook } from '../data/support.ts'
import { memoryReplica } from './memory-replica.ts'

describe('createReplicator', () => {
  it('pushes the present state once, however often it was edited', async () => {
    const book = await newBook()
    const { replica, log, merged } = memoryReplica()
    const id = await addCustomer(book, 'Often')
    for (const role of ['a', 'b', 'c'])
      await book.write({ key: 'customerChanged' }, (draft) => draft.update('customers', id, { role }))
    await createReplicator(book.db, replica).flush()
    expect(log.filter((record) => record.id === id)).toHaveLength(1)
    expect(merged().get(`customers/${id}`)?.values['role']).toBe('c')
  })

  it('makes a second book equal to the first', async () => {
    const one = await newBook()
    const two = await newBook()
    const { replica } = memoryReplica()
    for (let index = 0; index < 30; index += 1) await addCustomer(one, `C${index}`)
    await one.undo()
    await createReplicator(one.db, replica).flush()
    expect(await createReplicator(two.db, replica).pull()).toBeGreaterThan(30)
    for (const row of await rowsOf(one.db, 'customers').toArray()) {
      const other = await rowsOf(two.db, 'customers').get(row.id)
      expect(other && canonical(toState('customers', other) as never)).toBe(
        canonical(toState('customers', row) as never),
      )
    }
  })

  it('does not send back what came from the replica itself', async () => {
    const [one, two] = [await newBook(), await newBook()]
    const { replica, log } = memoryReplica()
    const id = await addCustomer(one, 'Echo')
    await createReplicator(one.db, replica).flush()
    const other = createReplicator(two.db, replica)
    await other.pull()
    const before = log.length
    await other.flush()
    expect(log.slice(before).filter((record) => record.id === id)).toEqual([])
  })

  it('tells what waits and why, and loses nothing when the replica fails', async () => {
    const book = await newBook()
    const { replica, state, merged } = memoryReplica()
    const replicator = createReplicator(book.db, replica)
    state.failing = new AppError('diskFull')
    const id = await addCustomer(book, 'Waiting')
    await expect(replicator.flush()).rejects.toMatchObject({ code: 'diskFull' })
    expect(replicator.status()).toMatchObject({ state: 'failed', error: { code: 'diskFull' } })
    expect(replicator.status().waiting).toBeGreaterThan(0)
    state.failing = undefined
    await replicator.flush()
    expect(replicator.status()).toEqual({ state: 'idle', waiting: 0 })
    expect(merged().has(`customers/${id}`)).toBe(true)
  })

  it('pushes by itself after each write once started', async () => {
    const book = await newBook()
    const { replica, merged } = memoryReplica()
    const replicator = createReplicator(book.db, replica)
    replicator.start()
    const id = await addCustomer(book, 'Soon')
    await vi.waitFor(() => expect(merged().has(`customers/${id}`)).toBe(true))
    replicator.stop()
  })

  it('pushes without stepping over what it has not pulled yet', async () => {
    const [one, two] = [await newBook(), await newBook()]
    const { replica } = memoryReplica()
    const id = await addCustomer(one, 'Elsewhere')
    await createReplicator(one.db, replica).flush()
    await createReplicator(two.db, replica).flush()
    await createReplicator(two.db, replica).pull()
    expect((await two.db.customers.get(id))?.familyName).toBe('Elsewhere')
  })

  it('does not pull again what it pushed after it had pulled all', async () => {
    const book = await newBook()
    const { replica, log } = memoryReplica()
    const replicator = createReplicator(book.db, replica)
    await replicator.pull()
    await addCustomer(book, 'Own')
    await replicator.flush()
    expect((await readPosition(book.db, 'memory')).cursor).toBe(String(log.length))
  })

  it('writes a lost replica again from the beginning', async () => {
    const book = await newBook()
    const first = memoryReplica()
    const id = await addCustomer(book, 'Again')
    await createReplicator(book.db, first.replica).flush()
    const lost = memoryReplica()
    await startOver(book.db, 'memory')
    expect((await readPosition(book.db, 'memory')).cursor).toBeNull()
    await createReplicator(book.db, lost.replica).flush()
    expect(lost.merged().size).toBe(first.merged().size)
    expect(lost.merged().has(`customers/${id}`)).toBe(true)
  })
})
