import type { BookHandlers } from '../../electron/services/host-handlers.ts'
import { AppError } from '../../shared/app-error.ts'
import { type DesktopCall, desktopApi } from '../../shared/desktop-api.ts'

const refuse = async (): Promise<never> => {
  throw new AppError('notFound')
}

/** Services that refuse every call but those given. */
export const bookHandlers = (some: Partial<BookHandlers> = {}): BookHandlers => ({
  ...(Object.fromEntries(Object.keys(desktopApi).map((name) => [name, refuse])) as Record<DesktopCall, typeof refuse>),
  ...some,
})
