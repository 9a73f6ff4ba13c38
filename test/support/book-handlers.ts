import type { BookHandlers } from '../../electron/services/host-handlers.ts'
import { AppError } from '../../shared/app-error.ts'

const refuse = async (): Promise<never> => {
  throw new AppError('notFound')
}

/** Services that refuse every call but those given. */
export const bookHandlers = (some: Partial<BookHandlers> = {}): BookHandlers => ({
  'book.open': refuse,
  'journal.push': refuse,
  'journal.pull': refuse,
  'journal.forget': refuse,
  'attachments.put': refuse,
  'attachments.get': refuse,
  'attachments.delete': refuse,
  'backups.list': refuse,
  'backups.create': refuse,
  'backups.read': refuse,
  'backups.delete': refuse,
  ...some,
})
