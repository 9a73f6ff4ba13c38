import type { DatabaseAccess } from '../data/database.ts'
import type { ReadModelService } from './service.ts'

/** The first message: which book, and whose collation. */
export type Start = DatabaseAccess & { locale: string }

const methods = ['select', 'search', 'aggregate', 'values', 'distinct', 'explain', 'setLocale', 'save'] as const
export type Request = { id: number; method: (typeof methods)[number]; args: unknown[] }
export type Reply = { id: number; result: unknown } | { id: number; error: string }
/** Answers may be different from now on. */
export type Notice = { changed: true }

/** Answers one request. Both ends are the same build of the program, so the arguments are what the method takes. */
export const answer = async (service: ReadModelService, { id, method, args }: Request): Promise<Reply> => {
  try {
    const call = service[method] as (...given: unknown[]) => Promise<unknown>
    return { id, result: await call(...args) }
  } catch (error) {
    return { id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}
