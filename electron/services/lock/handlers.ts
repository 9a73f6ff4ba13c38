import { AppError } from '../../../shared/app-error.ts'
import type { BookHolder } from '../book-folder/holder.ts'
import { keyringSource } from '../book-handlers.ts'
import type { BookHandlers } from '../host-handlers.ts'
import type { Attempts } from '../keys/attempts.ts'
import type { Cost } from '../keys/kdf.ts'
import { changePassphrase, createKeyring, type KeyringSource, newRecoveryKey, openKeyring } from '../keys/keyring.ts'
import { createQueue } from '../queue.ts'
import type { LockKeeper, LockNote } from './keeper.ts'
import { profiles } from './key-file.ts'

type LockCall = Extract<keyof BookHandlers, `lock.${string}`>

/** A new lock closes by itself after this many minutes. */
const MINUTES = 15

/**
 * The calls of the lock. They come one after the other.
 * @param cost what it costs to try a passphrase
 */
export const lockHandlers = (
  keeper: LockKeeper,
  holder: BookHolder,
  attempts: Attempts,
  cost: Cost,
): Pick<BookHandlers, LockCall> => {
  const queue = createQueue()

  /** What is written down of a lock that is open. */
  const theLock = async (): Promise<LockNote> => {
    const note = await keeper.note()
    if (note === undefined) throw new AppError('notAllowed')
    return note
  }

  const openedBy = (note: LockNote, source: KeyringSource): Promise<Uint8Array> =>
    attempts.guard(() => openKeyring(note.keyring, source))

  /** Whether all files are written now as the lock says: else the next opening goes on with it. */
  const isSettled = async (): Promise<boolean> => {
    const note = await keeper.read()
    return note === undefined || note.state === 'sealed'
  }

  /** A file that was damaged since the start would lose lines in being written anew: that is told first. */
  const checkFiles = () => holder.using(({ folder }) => folder.journal.compact())

  return {
    'lock.state': async () => {
      const note = await keeper.read().catch((error: unknown) => {
        if (error instanceof AppError) return 'unreadable' as const
        throw error
      })
      if (note === undefined) return { enabled: false, locked: false, minutes: 0, wait: 0 }
      const minutes = note === 'unreadable' ? 0 : note.minutes
      return { enabled: true, locked: await keeper.isLocked(), minutes, wait: await attempts.wait() }
    },
    'lock.enable': ({ passphrase }) =>
      queue(async () => {
        if ((await keeper.read()) !== undefined) throw new AppError('notAllowed')
        await checkFiles()
        const { keyring, key, recoveryKey } = await createKeyring(passphrase, cost)
        await holder.reopened(async () => {
          keeper.take(keyring, key)
          await keeper.write({ state: 'sealing', keyring, minutes: MINUTES, wipe: [...profiles] })
        })
        return { recoveryKey, ...(!(await isSettled()) && { unfinished: true }) }
      }),
    'lock.open': ({ key }) =>
      queue(async () => {
        await keeper.unlock(keyringSource(key))
        return {}
      }),
    'lock.close': () =>
      queue(async () => {
        if ((await keeper.read()) === undefined) return {}
        // Whatever fails in closing: the key goes.
        await holder.close().finally(keeper.forget)
        return {}
      }),
    'lock.disable': ({ passphrase }) =>
      queue(async () => {
        const note = await theLock()
        await openedBy(note, { passphrase })
        await checkFiles()
        await holder.reopened(() => keeper.write({ ...note, state: 'opening' }))
        // Opened once more without a key, so that none stays in memory.
        if (await isSettled()) await holder.reopened(async () => keeper.forget())
        return {}
      }),
    'lock.minutes': ({ minutes }) =>
      queue(async () => {
        await keeper.write({ ...(await theLock()), minutes })
        return {}
      }),
    'lock.changePassphrase': ({ key: source, next }) =>
      queue(async () => {
        const note = await theLock()
        const key = await openedBy(note, keyringSource(source))
        await keeper.write({ ...note, keyring: await changePassphrase(note.keyring, key, next, cost) })
        return {}
      }),
    'lock.newRecoveryKey': ({ passphrase }) =>
      queue(async () => {
        const note = await theLock()
        const key = await openedBy(note, { passphrase })
        const { keyring, recoveryKey } = await newRecoveryKey(note.keyring, key)
        await keeper.write({ ...note, keyring })
        return { recoveryKey }
      }),
  }
}
