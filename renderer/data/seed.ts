import { initialListItems, initialPipeline, SETTINGS_ID, type Settings } from '../../shared/domain/index.ts'
import type { Book } from './book.ts'

/** What a new book is told at the first start. */
export type BookChoices = Pick<Settings, 'currency' | 'language'> & Partial<Pick<Settings, 'country' | 'companyName'>>

const SILENT_AFTER_DAYS = 60

/** Writes the lists, the pipeline and the settings that a new book starts with. */
export const seedBook = async (book: Book, choices: BookChoices): Promise<void> => {
  await book.write(
    { key: 'bookCreated' },
    (draft) => {
      for (const item of initialListItems) draft.create('listItems', item)
      draft.create('pipelines', initialPipeline)
      draft.create('settings', { id: SETTINGS_ID, silentAfterDays: SILENT_AFTER_DAYS, ...choices })
    },
    { silent: true },
  )
}

/** Adds the list items that this version brings and an older one did not; what the owner deleted stays deleted. */
export const completeLists = async (book: Book): Promise<void> => {
  const held = new Set(await book.db.listItems.toCollection().primaryKeys())
  const missing = initialListItems.filter(({ id }) => !held.has(id))
  if (missing.length === 0) return
  await book.write(
    { key: 'listChanged' },
    (draft) => {
      for (const item of missing) draft.create('listItems', item)
    },
    { silent: true },
  )
}
