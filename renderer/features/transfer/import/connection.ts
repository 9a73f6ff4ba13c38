import type { Desktop } from '../../../../shared/desktop-api.ts'
import { SETTINGS_ID } from '../../../../shared/domain/index.ts'
import type { Book } from '../../../data/index.ts'
import type { Language } from '../../../i18n/index.ts'
import { loadVocabulary } from '../vocabulary.ts'
import { createImportClient, type ImportClient } from './import-client.ts'
import { onProgress } from './progress.ts'

/** What an import works with. */
export type ImportContext = { book: Book; desktop: Desktop; language: Language }

let held: { book: Book; client: Promise<ImportClient> } | undefined

const open = async ({ book, language }: ImportContext): Promise<ImportClient> => {
  const client = createImportClient()
  client.onProgress(onProgress)
  try {
    const settings = await book.db.settings.get(SETTINGS_ID)
    const setup = {
      bookId: book.id,
      device: book.device,
      rowKey: book.access.rowKey,
      user: book.user,
      vocabulary: await loadVocabulary(await book.catalog()),
      language,
      country: settings?.country,
    }
    await client.ask({ command: 'setup', setup })
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

/** The worker that imports, started when it is first needed. One for the window: a run goes on while pages change. */
export const connect = (context: ImportContext): Promise<ImportClient> => {
  if (held?.book !== context.book) {
    const client = open(context)
    const made = { book: context.book, client }
    held = made
    client.catch(() => {
      if (held === made) held = undefined
    })
  }
  return held.client
}

/** Ends the worker: what it was doing stops where it is. */
export const disconnect = (): void => {
  void held?.client.then(
    (client) => client.close(),
    () => undefined,
  )
  held = undefined
}
