import { AppError } from '../../../shared/app-error.ts'
import type { Attachments } from './attachments.ts'

/**
 * Attachments that end with their book. Who still has them, as an exchange over a slow network, gets `cancelled`: by
 * then they may be written in another way, and a file in the open must not come into a book that was locked.
 */
export const closableAttachments = (attachments: Attachments): Attachments & { close: () => Promise<void> } => {
  const running = new Set<Promise<unknown>>()
  let closed = false
  const run = <T>(job: () => Promise<T>): Promise<T> => {
    if (closed) return Promise.reject(new AppError('cancelled'))
    const result = job()
    const done = result.catch(() => undefined).finally(() => running.delete(done))
    running.add(done)
    return result
  }
  return {
    put: (bytes) => run(() => attachments.put(bytes)),
    read: (sha256) => run(() => attachments.read(sha256)),
    remove: (sha256) => run(() => attachments.remove(sha256)),
    list: () => run(() => attachments.list()),
    rewrite: (signal) => run(() => attachments.rewrite(signal)),
    close: async () => {
      closed = true
      await Promise.all(running)
    },
  }
}
