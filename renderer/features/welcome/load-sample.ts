import { v7 as uuid } from 'uuid'

import { today } from '../../../shared/domain/day.ts'
import { sampleBook } from '../../../shared/sample/index.ts'
import type { Book, Draft } from '../../data/index.ts'

type Part = (draft: Draft) => void

const parts = (sample: ReturnType<typeof sampleBook>, importId: string): Part[] => [
  ...sample.customers.map(
    (record): Part =>
      (draft) =>
        void draft.create('customers', { ...record, importId }),
  ),
  ...sample.deals.map(
    (record): Part =>
      (draft) =>
        void draft.create('deals', { ...record, importId }),
  ),
  ...sample.interactions.map(
    (record): Part =>
      (draft) =>
        void draft.create('interactions', { ...record, importId }),
  ),
  ...sample.tasks.map(
    (record): Part =>
      (draft) =>
        void draft.create('tasks', { ...record, importId }),
  ),
]

/**
 * Writes the sample book as one import, so that it can be undone as a whole later.
 * @param name what the list of imports calls it
 * @throws AppError
 */
export const loadSample = async (book: Book, name: string, currency: string, language: string): Promise<void> => {
  const now = new Date()
  const importId = uuid()
  const sample = sampleBook({ today: today(now), now: now.toISOString(), currency, language })
  await book.write(
    { key: 'sampleLoaded' },
    (draft) => {
      for (const create of parts(sample, importId)) create(draft)
      const created = sample.customers.length
      const counts = { created, updated: 0, unchanged: 0, failed: 0 }
      draft.create('imports', { id: importId, fileName: name, noun: 'customers', state: 'done', ...counts })
    },
    { writeId: importId, silent: true },
  )
}
