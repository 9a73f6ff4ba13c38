import { openServices, type Services, type ServicesOptions } from '../../../electron/services/index.ts'
import type { DesktopInput, DesktopOutput } from '../../../shared/desktop-api.ts'

/** A call of the journal as the window of the opened book makes it. */
type OfThisBook<C extends 'journal.pull' | 'journal.push'> = (
  input: Omit<DesktopInput<C>, 'bookId'>,
) => Promise<DesktopOutput<C>>
export type OpenBook = Services & {
  opened: DesktopOutput<'book.open'>
  pull: OfThisBook<'journal.pull'>
  push: OfThisBook<'journal.push'>
}

/** Services with their book open, and no daily backup on its own. */
export const openBook = async (
  dataFolder: string,
  options: Omit<ServicesOptions, 'dataFolder'> & {
    known?: string[]
    /** What comes before the opening: the passphrase of a locked book. */
    before?: (services: Services) => Promise<unknown>
  } = {},
): Promise<OpenBook> => {
  const { known = [], before, ...rest } = options
  const services = await openServices({ dailyAfter: 3_600_000, dataFolder, ...rest })
  try {
    await before?.(services)
    const opened = await services.handlers['book.open']({ known })
    const { bookId } = opened
    return {
      ...services,
      opened,
      pull: (input) => services.handlers['journal.pull']({ bookId, ...input }),
      push: (input) => services.handlers['journal.push']({ bookId, ...input }),
    }
  } catch (error) {
    await services.close()
    throw error
  }
}

/** Every record of a data folder, through a fresh start. */
export const pullAll = async (book: Pick<OpenBook, 'pull'>) => {
  const records: DesktopOutput<'journal.pull'>['records'] = []
  for (let after: string | null = null, more = true; more; ) {
    const page: DesktopOutput<'journal.pull'> = await book.pull({ after, limit: 2_000 })
    records.push(...page.records)
    after = page.cursor
    more = page.more
  }
  return records
}
