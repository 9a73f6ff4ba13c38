import { openServices, type Services, type ServicesOptions } from '../../../electron/services/index.ts'
import type { DesktopOutput } from '../../../shared/desktop-api.ts'

export type OpenBook = Services & { opened: DesktopOutput<'book.open'>; pull: PullAll; push: Push }
type PullAll = Services['handlers']['journal.pull']
type Push = Services['handlers']['journal.push']

/** Services with their book open, and no daily backup on its own. */
export const openBook = async (
  dataFolder: string,
  options: Omit<ServicesOptions, 'dataFolder'> & { known?: string[] } = {},
): Promise<OpenBook> => {
  const { known = [], ...rest } = options
  const services = await openServices({ dailyAfter: 3_600_000, dataFolder, ...rest })
  try {
    const opened = await services.handlers['book.open']({ known })
    return { ...services, opened, pull: services.handlers['journal.pull'], push: services.handlers['journal.push'] }
  } catch (error) {
    await services.close()
    throw error
  }
}

/** Every record of a data folder, through a fresh start. */
export const pullAll = async (book: Pick<OpenBook, 'pull'>) => {
  const records: Awaited<ReturnType<PullAll>>['records'] = []
  for (let after: string | null = null, more = true; more; ) {
    const page: Awaited<ReturnType<PullAll>> = await book.pull({ after, limit: 2_000 })
    records.push(...page.records)
    after = page.cursor
    more = page.more
  }
  return records
}
