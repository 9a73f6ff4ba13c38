import { expect, it } from 'vitest'

import { fakeDesktop } from '../../../../renderer/desktop/fake.ts'
import { journalReplica } from '../../../../renderer/replication/index.ts'
import { AppError } from '../../../../shared/app-error.ts'
import type { RecordState } from '../../../../shared/change/index.ts'

const records = Array.from(
  { length: 7 },
  (_, n): RecordState => ({ table: 'customers', id: `c${n}`, values: { notes: 'x' }, stamp: '1' }),
)

/** A host that takes so many records in one message. */
const hostOf = (most: number) => {
  const taken: string[] = []
  const books = new Set<string>()
  const desktop = fakeDesktop({
    'journal.push': async ({ bookId, records: sent }) => {
      books.add(bookId)
      if (sent.length > most) throw new AppError('attachmentTooLarge')
      taken.push(...sent.map(({ id }) => id))
      return { cursor: String(taken.length) }
    },
  })
  return { journal: journalReplica(desktop, 'b1'), taken, books }
}

it('sends in parts what is too much for one message, and ends with the cursor of the last', async () => {
  const { journal, taken, books } = hostOf(2)
  expect(await journal.push(records)).toEqual({ cursor: '7' })
  expect(taken).toEqual(records.map(({ id }) => id))
  expect([...books]).toEqual(['b1'])
})

it('says so when a single record is too much', async () => {
  await expect(hostOf(0).journal.push(records)).rejects.toMatchObject({ code: 'attachmentTooLarge' })
})
